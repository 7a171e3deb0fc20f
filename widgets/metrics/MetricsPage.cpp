#include "widgets/metrics/MetricsPage.h"

#include "widgets/base/ShellWord.h"

#include <QVBoxLayout>

namespace metrics {

namespace {

const QString rangePart = QStringLiteral("range:");

MetricsPane *paneIn(QWidget *page, std::shared_ptr<ServerSource> source, Subject subject, ClusterSide cluster)
{
    auto *pane = new MetricsPane(std::move(source), std::move(subject), std::move(cluster), page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pane);
    return pane;
}

void showRange(MetricsPane &pane, const QString &part)
{
    if (part.startsWith(rangePart))
        pane.setSpan(part.mid(rangePart.size()));
}

base::Address serverPage() { return {QStringLiteral("prometheus"), {}, {}, {}}; }

} // namespace

MetricsPage::MetricsPage(std::shared_ptr<ServerSource> source, ClusterSide cluster, QWidget *parent) : Page(parent), m_pane(paneIn(this, std::move(source), {}, std::move(cluster)))
{
    connect(m_pane, &MetricsPane::settled, this, &MetricsPage::settled);
    connect(m_pane, &MetricsPane::noticed, this, &MetricsPage::noticed);
    connect(m_pane, &MetricsPane::spanChanged, this, &MetricsPage::stateChanged);
    connect(m_pane, &MetricsPane::serverRequested, this, [this] { Q_EMIT openRequested(serverPage()); });
}

base::Address MetricsPage::address() const
{
    return {QStringLiteral("metrics"), {}, {}, {}};
}

bool MetricsPage::tryAgain()
{
    m_pane->refresh();
    return true;
}

void MetricsPage::showAgain(const base::Address &address)
{
    showRange(*m_pane, address.tab);
}

MetricsTab::MetricsTab(std::shared_ptr<ServerSource> source, Subject subject, ClusterSide cluster, QWidget *parent) : ObjectTab(parent), m_pane(paneIn(this, std::move(source), std::move(subject), std::move(cluster)))
{
    connect(m_pane, &MetricsPane::settled, this, &MetricsTab::settled);
    connect(m_pane, &MetricsPane::noticed, this, &MetricsTab::noticed);
    connect(m_pane, &MetricsPane::serverRequested, this, [this] { Q_EMIT openRequested(serverPage()); });
}

QString MetricsTab::command() const
{
    const Subject &subject = m_pane->subject();
    const QString name = base::shellWord(QString::fromStdString(subject.name)), space = QStringLiteral(" -n ") + base::shellWord(QString::fromStdString(subject.namespaceName));
    switch (subject.kind) {
    case SubjectKind::Node: return QStringLiteral("kubectl top node ") + name;
    case SubjectKind::Namespace: return QStringLiteral("kubectl top pods -n ") + name;
    case SubjectKind::Pod: return QStringLiteral("kubectl top pod ") + name + space + QStringLiteral(" --containers");
    default: return {};
    }
}

QString MetricsTab::part() const
{
    return rangePart + m_pane->span();
}

void MetricsTab::showPart(const QString &part)
{
    showRange(*m_pane, part);
}

} // namespace metrics
