#pragma once

#include <QWidget>

class QLineEdit;

namespace rbac {

/// The line in which one asks who may do what: in words, or with the text of a refusal.
class AskBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AskBar(QWidget *parent = nullptr);

    QString question() const;
    void ask(const QString &question);
    void takeFocus();

Q_SIGNALS:
    /// Empty: nothing is asked any more.
    void asked(const QString &question);

private:
    void paste();

    QLineEdit *m_line;
};

} // namespace rbac
