#pragma once

#include <QWidget>

namespace base {

/// A frame around what has the focus of the keys and would not show it: texts that scroll, and lists of which nothing is selected.
class FocusRing final : public QWidget
{
    Q_OBJECT

public:
    /// From now on, in every window. May be called often.
    static void install();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    explicit FocusRing(QWidget *around);
};

} // namespace base
