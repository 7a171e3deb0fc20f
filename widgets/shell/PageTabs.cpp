#include "widgets/shell/PageTabs.h"

#include "widgets/base/Page.h"
#include "widgets/base/PlainText.h"
#include "widgets/shell/KeyTip.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace shell {

PageTabs::PageTabs(QWidget *parent)
    : QWidget(parent)
    , m_back(makeStep(QStringLiteral("‹"), tr("Back"), -1))
    , m_forward(makeStep(QStringLiteral("›"), tr("Forward"), 1))
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    m_bar->setMovable(false);
    m_bar->setDrawBase(true);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideMiddle);
    m_bar->setAccessibleName(tr("Open pages"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(m_back);
    line->addWidget(m_forward);
    line->addWidget(m_bar, 1);
    layout->addLayout(line);
    layout->addWidget(m_stack, 1);
    m_stack->setAutoFillBackground(true);
    m_stack->setBackgroundRole(QPalette::Base);
    connect(m_bar, &QTabBar::currentChanged, this, &PageTabs::currentIndexChanged);
}

QWidget *PageTabs::stack() const { return m_stack; }

QToolButton *PageTabs::makeStep(const QString &sign, const QString &name, int by)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setEnabled(false);
    new KeyTip(button, by < 0 ? QStringLiteral("back") : QStringLiteral("forward"), name);
    button->setStyleSheet(QStringLiteral("QToolButton { border: 2px solid transparent; border-radius: 5px; background: transparent; min-height: 0; padding: 0 6px; font-size: 17px; } QToolButton:focus { border-color: palette(link); }"));
    connect(button, &QToolButton::clicked, this, [this, by] { Q_EMIT historyRequested(by); });
    return button;
}

void PageTabs::setHistory(bool hasBack, bool hasForward)
{
    m_back->setEnabled(hasBack);
    m_forward->setEnabled(hasForward);
}

void PageTabs::open(base::Page *page, Placing placing)
{
    const int index = placing == Placing::InsteadOfCurrent && m_bar->count() > 0 ? m_bar->currentIndex() : m_bar->count();
    base::Page *replaced = index < m_bar->count() ? current() : nullptr;
    connect(page, &base::Page::titleChanged, this, [this, page] { retitle(page); });
    {
        const QSignalBlocker blocker(m_bar);
        m_stack->insertWidget(index, page);
        if (!replaced)
            addTab(index);
        m_bar->setCurrentIndex(index);
    }
    m_stack->setCurrentWidget(page);
    if (replaced) {
        m_stack->removeWidget(replaced);
        replaced->deleteLater();
    }
    retitle(page);
    currentIndexChanged(index);
    Q_EMIT changed();
}

void PageTabs::append(base::Page *page)
{
    const QSignalBlocker blocker(m_bar);
    connect(page, &base::Page::titleChanged, this, [this, page] { retitle(page); });
    m_stack->addWidget(page);
    addTab(m_bar->count());
    retitle(page);
}

void PageTabs::replace(base::Page *page, base::Page *by)
{
    const int index = m_stack->indexOf(page);
    connect(by, &base::Page::titleChanged, this, [this, by] { retitle(by); });
    m_stack->insertWidget(index, by);
    if (index == m_bar->currentIndex())
        m_stack->setCurrentWidget(by);
    m_stack->removeWidget(page);
    page->deleteLater();
    retitle(by);
    if (index == m_bar->currentIndex())
        currentIndexChanged(index);
}

std::vector<base::Page *> PageTabs::pages() const
{
    std::vector<base::Page *> pages;
    for (int i = 0; i < m_stack->count(); ++i)
        pages.push_back(static_cast<base::Page *>(m_stack->widget(i)));
    return pages;
}

void PageTabs::addTab(int index)
{
    m_bar->insertTab(index, QString());
    auto *close = new QToolButton(m_bar);
    close->setText(QStringLiteral("×"));
    close->setFocusPolicy(Qt::NoFocus); // the keys close; one more stop for each page would be in everybody's way
    new KeyTip(close, QStringLiteral("close-page"), tr("Close this page"));
    close->setStyleSheet(QStringLiteral("QToolButton { border: none; background: transparent; min-height: 0; padding: 0 4px; }"));
    m_bar->setTabButton(index, QTabBar::RightSide, close);
    connect(close, &QToolButton::clicked, this, [this, close] {
        for (int i = 0; i < m_bar->count(); ++i) {
            if (m_bar->tabButton(i, QTabBar::RightSide) == close)
                return this->close(i);
        }
    });
}

void PageTabs::retitle(base::Page *page)
{
    const int index = m_stack->indexOf(page);
    if (index < 0)
        return;
    const QString title = base::oneLine(page->title());
    m_bar->setTabText(index, base::buttonText(title));
    m_bar->setTabToolTip(index, base::plainToolTip(title));
    page->setAccessibleName(title);
    if (QWidget *close = m_bar->tabButton(index, QTabBar::RightSide))
        close->setAccessibleName(tr("Close %1").arg(title));
}

base::Page *PageTabs::find(const base::Address &address) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        auto *page = static_cast<base::Page *>(m_stack->widget(i));
        base::Address wanted = address, here = page->address();
        wanted.tab.clear();
        here.tab.clear();
        if (wanted == here)
            return page;
    }
    return nullptr;
}

void PageTabs::show(base::Page *page)
{
    m_bar->setCurrentIndex(m_stack->indexOf(page));
}

base::Page *PageTabs::current() const
{
    return static_cast<base::Page *>(m_stack->currentWidget());
}

void PageTabs::currentIndexChanged(int index)
{
    m_stack->setCurrentIndex(index);
    base::Page *page = current();
    if (page)
        page->becameCurrent();
    Q_EMIT currentChanged(page);
}

int PageTabs::count() const
{
    return m_bar->count();
}

void PageTabs::step(int tabs)
{
    if (const int count = m_bar->count(); count > 0)
        m_bar->setCurrentIndex(((m_bar->currentIndex() + tabs) % count + count) % count);
}

void PageTabs::closeCurrent()
{
    if (m_bar->count() > 1)
        close(m_bar->currentIndex());
}

void PageTabs::close(int index)
{
    if (m_bar->count() <= 1 || index < 0)
        return;
    QWidget *page = m_stack->widget(index);
    {
        const QSignalBlocker blocker(m_bar);
        m_stack->removeWidget(page);
        m_bar->removeTab(index);
    }
    page->deleteLater();
    currentIndexChanged(m_bar->currentIndex());
    Q_EMIT changed();
}

void PageTabs::close(base::Page *page)
{
    close(m_stack->indexOf(page));
}

} // namespace shell
