#pragma once

#include <QFrame>

class QListWidget;

namespace shell {

/// What was said in the status bar since the start, the newest first, each with its time. It opens above the bar and is closed by Escape.
class NoticeList final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Most = 200;        ///< older ones are forgotten

    explicit NoticeList(QWidget *parent = nullptr);

    /// The same again counts as said now.
    void add(const QString &text);
    int count() const;
    void openAbove(const QWidget &bar);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListWidget *m_list;
};

} // namespace shell
