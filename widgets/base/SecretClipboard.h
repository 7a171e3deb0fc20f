#pragma once

#include <QPlainTextEdit>
#include <QString>

#include <chrono>

namespace base {

/// How long a secret stays where a person put it: on the screen, and on the clipboard.
inline constexpr std::chrono::seconds SecretStays{30};

/// Puts a secret on the clipboard, marked so that clipboard managers and histories do not keep it, and takes it off again after a while and
/// when the program ends, unless something else was copied meanwhile.
void copySecret(const QString &secret, std::chrono::milliseconds stays = SecretStays);

/// Text that may hold a secret: then what is copied or dragged out of it is marked as such.
class SecretEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

    void setSecret(bool isSecret) { m_isSecret = isSecret; }

protected:
    QMimeData *createMimeDataFromSelection() const override;

private:
    bool m_isSecret = false;
};

} // namespace base
