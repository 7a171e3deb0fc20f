#include "widgets/detail/SummaryView.h"

#include "widgets/base/Theme.h"
#include "widgets/detail/NoticeView.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace detail {

using base::Theme;

SummaryView::SummaryView(Surroundings surroundings, QWidget *parent)
    : QScrollArea(parent), m_surroundings(std::move(surroundings)), m_content(new QWidget), m_layout(new QVBoxLayout)
{
    auto *outer = new QHBoxLayout(m_content);
    outer->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step);
    auto *column = new QWidget(m_content);
    column->setMaximumWidth(WidestContent);
    column->setLayout(m_layout);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(5 * Theme::Step);
    m_layout->addStretch();
    outer->addWidget(column, 1);
    outer->addStretch(0);
    setWidget(m_content);
    setWidgetResizable(true);
    // The page behind it has the right colour.
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Details"));
    m_ticks.setInterval(std::chrono::seconds(1));
    connect(&m_ticks, &QTimer::timeout, this, &SummaryView::tick);
    connect(&Theme::instance(), &Theme::changed, this, &SummaryView::recolor);
}

/// Colours and fonts are the widgets' own, so they are made anew.
void SummaryView::recolor()
{
    const Summary summary = std::exchange(m_summary, {});
    for (SectionView *view : std::exchange(m_sections, {}))
        delete view;
    setNotices({});
    setSummary(summary);
}

void SummaryView::setSummary(const Summary &summary)
{
    setNotices(summary.notices);
    std::vector<SectionView *> next;
    for (const Section &section : summary.sections)
        next.push_back(viewOf(section, next));
    for (SectionView *view : m_sections) {
        if (std::ranges::find(next, view) == next.end())
            delete view;
    }
    m_sections = std::move(next);
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const int place = static_cast<int>(m_notices.size() + i);
        if (m_layout->indexOf(m_sections[i]) != place) {
            m_layout->removeWidget(m_sections[i]);
            m_layout->insertWidget(place, m_sections[i]);
        }
        m_sections[i]->setSection(summary.sections[i]);
    }
    m_summary = summary;
}

// Sections of an object that a server made up may share a title.
SectionView *SummaryView::viewOf(const Section &section, const std::vector<SectionView *> &taken)
{
    const auto known = std::ranges::find_if(m_sections, [&](const SectionView *view) {
        return view->section().title == section.title && std::ranges::find(taken, view) == taken.end();
    });
    if (known != m_sections.end())
        return *known;
    auto *view = new SectionView(m_surroundings, m_content);
    connect(view, &SectionView::openRequested, this, &SummaryView::openRequested);
    connect(view, &SectionView::noticed, this, &SummaryView::noticed);
    connect(view, &SectionView::acted, this, &SummaryView::acted);
    return view;
}

void SummaryView::setNotices(const std::vector<Notice> &notices)
{
    const bool same = std::ranges::equal(m_notices, notices, {}, [](const NoticeView *view) -> const Notice & { return view->notice(); });
    if (same)
        return;
    const bool sameTitles = std::ranges::equal(m_notices, notices, [](const NoticeView *view, const Notice &notice) {
        return view->notice().title == notice.title && view->notice().tone == notice.tone;
    });
    if (sameTitles) {
        for (std::size_t i = 0; i < notices.size(); ++i)
            m_notices[i]->setNotice(notices[i]);
        return;
    }
    for (NoticeView *view : std::exchange(m_notices, {}))
        delete view;
    for (const Notice &notice : notices) {
        auto *view = new NoticeView(notice, m_surroundings, m_content);
        connect(view, &NoticeView::openRequested, this, &SummaryView::openRequested);
        connect(view, &NoticeView::noticed, this, &SummaryView::noticed);
        m_layout->insertWidget(static_cast<int>(m_notices.size()), view);
        m_notices.push_back(view);
    }
}

void SummaryView::tick()
{
    for (NoticeView *view : m_notices)
        view->tick();
    for (SectionView *view : m_sections)
        view->tick();
}

void SummaryView::showEvent(QShowEvent *event)
{
    tick();
    m_ticks.start();
    QScrollArea::showEvent(event);
}

void SummaryView::hideEvent(QHideEvent *event)
{
    m_ticks.stop();
    QScrollArea::hideEvent(event);
}

} // namespace detail
