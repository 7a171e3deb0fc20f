#pragma once

#include <QWidget>

namespace base {
class PlainLabel;
class SearchLine;
}

namespace rbac {

/// The line in which one looks for objects and rights in a graph; Enter goes from one to the next, Escape closes it.
class FindRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FindRow(QWidget *parent = nullptr);

    void open();
    void close();
    QString text() const;
    /// What is looked for from now on, as if it had been typed.
    void look(const QString &text);
    void tellCount(int boxes, int rights);
    /// Nothing is found, because it is asked by what does not exist.
    void tellUnknownKey(const QString &key, const QString &known);

Q_SIGNALS:
    /// Empty: nothing is looked for.
    void looked(const QString &text);
    /// To the next one, or the one before.
    void stepped(int by);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    base::SearchLine *m_line;
    base::PlainLabel *m_count;
};

} // namespace rbac
