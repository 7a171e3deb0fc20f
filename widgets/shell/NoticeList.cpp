#include "widgets/shell/NoticeList.h"

#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>

namespace shell {

using base::Theme;

namespace {

constexpr int TextRole = Qt::UserRole;
constexpr int Width = 640;
constexpr int Height = 320;

void copy(const QList<QListWidgetItem *> &items)
{
    QStringList lines;
    for (const QListWidgetItem *item : items)
        lines << item->text();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace

NoticeList::NoticeList(QWidget *parent) : QFrame(parent, Qt::Popup), m_list(new QListWidget(this))
{
    setAccessibleName(tr("Notices"));
    setFrameShape(QFrame::Box);
    setAttribute(Qt::WA_WindowPropagation);
    m_list->installEventFilter(this);
    m_list->setAccessibleName(tr("Notices, the newest first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *title = new base::PlainLabel(tr("Notices"), this);
    title->setFont(Theme::instance().titleFont());
    auto *all = new QPushButton(tr("Copy all"), this);
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, [this] { copy(m_list->findItems({}, Qt::MatchContains)); });
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    setTabOrder(m_list, all);
}

void NoticeList::add(const QString &text)
{
    QListWidgetItem *newest = m_list->item(0);
    if (!newest || newest->data(TextRole).toString() != text) {
        newest = new QListWidgetItem;
        newest->setData(TextRole, text);
        m_list->insertItem(0, newest);
    }
    newest->setText(base::localTime(base::Clock::system().now()) + QStringLiteral("   ") + base::oneLine(text));
    newest->setData(Qt::ToolTipRole, base::plainToolTip(text));
    while (m_list->count() > Most)
        delete m_list->takeItem(m_list->count() - 1);
}

int NoticeList::count() const
{
    return m_list->count();
}

void NoticeList::openAbove(const QWidget &bar)
{
    setFont(Theme::instance().bodyFont());
    resize(qMin(Width, bar.width()), Height);
    move(bar.mapToGlobal(QPoint(8, -Height - 2)));
    m_list->clearSelection();
    m_list->setCurrentRow(0);
    m_list->scrollToTop();
    show();
    m_list->setFocus();
}

/// What is copied by keys are the lines that are selected; the list itself would copy the current one only.
bool NoticeList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QFrame::eventFilter(watched, event);
    copy(m_list->selectedItems());
    return true;
}

} // namespace shell
