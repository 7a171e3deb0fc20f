#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace base {
class PlainLabel;
}

namespace detail {

/// Finds text in a text view: every place is marked, and Enter goes from one to the next.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QPlainTextEdit *view, QWidget *parent = nullptr);

    void open();
    void close();
    /// The text is another: look again, without moving.
    void textChanged();

    static constexpr int MostMarks = 1000;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void go(bool backward);
    void mark();

    QPlainTextEdit *m_view;
    QLineEdit *m_words;
    base::PlainLabel *m_count;
};

} // namespace detail
