#include "widgets/detail/DetailsTab.h"

#include "widgets/detail/Environments.h"
#include "widgets/detail/FieldSource.h"
#include "widgets/detail/Findings.h"
#include "widgets/detail/KubectlCommand.h"
#include "widgets/detail/Relations.h"
#include "widgets/detail/ServerColumns.h"
#include "widgets/detail/SummaryView.h"

namespace detail {

namespace {

/// What lies deeper is told as YAML; lists count as well.
constexpr int deepestField = 7;

} // namespace

DetailsTab::DetailsTab(std::shared_ptr<WatchedObject> object, Surroundings surroundings, QWidget *parent)
    : LiveTab(std::move(object), parent), m_view(new SummaryView(std::move(surroundings), this))
{
    setContent(m_view);
    connect(m_view, &SummaryView::openRequested, this, &DetailsTab::openRequested);
    connect(m_view, &SummaryView::noticed, this, &DetailsTab::noticed);
}

void DetailsTab::setRelations(Relations *relations)
{
    m_relations = relations;
    m_relations->setParent(this);
    connect(m_relations, &Relations::changed, this, &DetailsTab::showAgain);
}

void DetailsTab::setFindings(Findings *findings)
{
    m_findings = findings;
    m_findings->setParent(this);
    connect(m_findings, &Findings::changed, this, &DetailsTab::showAgain);
}

void DetailsTab::setFields(FieldSource *fields)
{
    const kube::ResourceType &type = watched().name().type;
    m_fields = fields;
    m_fields->setParent(this);
    m_fields->askTree({type.group, type.version, type.kind}, deepestField, [this](std::shared_ptr<const schema::FieldTree> tree) {
        m_tree = std::move(tree);
        m_told.reset();
        showAgain();
    });
}

void DetailsTab::setColumns(ServerColumns *columns)
{
    m_columns = columns;
    m_columns->setParent(this);
    connect(m_columns, &ServerColumns::changed, this, &DetailsTab::showAgain);
}

void DetailsTab::setEnvironments(Environments *environments)
{
    m_environments = environments;
    m_environments->setParent(this);
    connect(m_environments, &Environments::changed, this, &DetailsTab::showAgain);
    connect(m_view, &SummaryView::acted, m_environments, &Environments::act);
}

bool DetailsTab::isSettled() const
{
    return LiveTab::isSettled() && (!m_environments || !watched().object() || m_environments->isSettled());
}

QString DetailsTab::command() const
{
    return kubectl(QStringLiteral("describe"), watched().name());
}

void DetailsTab::showObject(const text::Value &object)
{
    if (m_told != watched().object()) {
        m_told = watched().object();
        m_own = summarize(object, m_tree.get());
    }
    Summary summary = m_own;
    if (m_columns) {
        m_columns->follow(watched().object());
        m_columns->addTo(summary);
    }
    if (m_relations) {
        m_relations->follow(watched().object());
        m_relations->addTo(summary);
    }
    if (m_environments) {
        m_environments->follow(watched().object());
        m_environments->addTo(summary);
    }
    if (m_findings) {
        m_findings->follow(watched().object());
        summary.notices = m_findings->notices();
    }
    m_view->setSummary(summary);
}

void DetailsTab::showEvent(QShowEvent *event)
{
    LiveTab::showEvent(event);
    const bool isPaused = (m_findings && m_findings->isPaused()) || (m_relations && m_relations->isPaused()) || (m_environments && m_environments->isPaused());
    if (isPaused && watched().object())
        showAgain();
}

void DetailsTab::hideEvent(QHideEvent *event)
{
    if (m_findings)
        m_findings->pause();
    if (m_relations)
        m_relations->pause();
    if (m_environments)
        m_environments->pause();
    LiveTab::hideEvent(event);
}

} // namespace detail
