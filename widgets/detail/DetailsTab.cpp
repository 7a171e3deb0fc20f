#include "widgets/detail/DetailsTab.h"

#include "widgets/detail/KubectlCommand.h"
#include "widgets/detail/SummaryView.h"

namespace detail {

DetailsTab::DetailsTab(std::shared_ptr<WatchedObject> object, Resolver resolver, QWidget *parent)
    : LiveTab(std::move(object), parent), m_view(new SummaryView(std::move(resolver), this))
{
    setContent(m_view);
    connect(m_view, &SummaryView::openRequested, this, &DetailsTab::openRequested);
    connect(m_view, &SummaryView::noticed, this, &DetailsTab::noticed);
}

QString DetailsTab::command() const
{
    return kubectl(QStringLiteral("describe"), watched().name());
}

void DetailsTab::showObject(const text::Value &object)
{
    m_view->setSummary(summarize(object));
}

} // namespace detail
