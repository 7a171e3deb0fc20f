#pragma once

#include "widgets/detail/FieldSource.h"

#include <QFrame>

namespace base {
class PlainLabel;
}

namespace detail {

/// What is said of a field, as plain text: its path, then type and rules in one line, then the description.
QString fieldText(const QString &path, const schema::Field &field);

/// The field at the cursor, told below the text: for those who do not point at it with a mouse.
class FieldNote final : public QFrame
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    /// Why it says nothing is said too.
    void tell(const QString &path, const FieldAnswer &answer);
    QString text() const;

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void recolor();

    base::PlainLabel *m_path;
    base::PlainLabel *m_text;
};

} // namespace detail
