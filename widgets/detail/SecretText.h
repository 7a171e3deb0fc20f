#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <string>

class QVBoxLayout;

namespace detail {

class LinkButton;

/// A value that nobody sees before somebody asks, and that hides itself again.
class SecretText final : public QWidget
{
    Q_OBJECT

public:
    SecretText(std::string value, const QString &name, QWidget *parent = nullptr);

    bool isShown() const { return m_value != nullptr; }

    static constexpr std::chrono::seconds ShownFor{30};

Q_SIGNALS:
    void noticed(const QString &text);

private:
    void setShown(bool shown);
    void copy();

    std::string m_secret;
    QString m_name;
    QVBoxLayout *m_layout;
    QWidget *m_stars;
    LinkButton *m_toggle;
    QWidget *m_value = nullptr;
    QTimer m_hide{this};
};

/// Puts a secret on the clipboard, marked so that clipboard managers do not keep it, and takes it off again after a while.
void copySecret(const QString &secret);

} // namespace detail
