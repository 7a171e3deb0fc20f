#pragma once

#include "widgets/base/Address.h"

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace base {
class Page;
}

namespace shell {

/// The open pages of one cluster, one of them on screen.
class PageTabs final : public QWidget
{
    Q_OBJECT

public:
    explicit PageTabs(QWidget *parent = nullptr);

    /// The parent of the pages, so that they can be made where they stay.
    QWidget *stack() const;
    enum class Placing { NewTab, InsteadOfCurrent };
    void open(base::Page *page, Placing placing);
    /// Behind all others; what is shown stays.
    void append(base::Page *page);
    /// Puts another page in its place.
    void replace(base::Page *page, base::Page *by);
    std::vector<base::Page *> pages() const;
    /// Brings the page of that address to the front, whatever its tab; null when none is open.
    base::Page *find(const base::Address &address) const;
    void show(base::Page *page);
    base::Page *current() const;
    void closeCurrent();
    /// The page so many tabs further, around the end.
    void step(int tabs);
    int count() const;
    /// Whether there is somewhere to go back to, and forward.
    void setHistory(bool hasBack, bool hasForward);
    /// The last page stays: a cluster always shows something.
    void close(base::Page *page);

Q_SIGNALS:
    /// Which pages are open is another.
    void changed();
    void currentChanged(base::Page *page);
    /// One back, or one forward.
    void historyRequested(int by);

private:
    QToolButton *makeStep(const QString &sign, const QString &name, int by);
    void addTab(int index);
    void close(int index);
    void currentIndexChanged(int index);
    void retitle(base::Page *page);

    QToolButton *m_back;
    QToolButton *m_forward;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
};

} // namespace shell
