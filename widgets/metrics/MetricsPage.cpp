#include "widgets/metrics/MetricsPage.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/Api.h"
#include "models/metrics/Backends.h"
#include "models/text/Json.h"
#include "widgets/base/ShellWord.h"

#include <QPointer>
#include <QVBoxLayout>

namespace metrics {

namespace {

constexpr std::int64_t MostBytes = 2 * 1024 * 1024;
const QString rangePart = QStringLiteral("range:");

MetricsPane *paneIn(QWidget *page, std::shared_ptr<ServerSource> source, Subject subject)
{
    auto *pane = new MetricsPane(std::move(source), std::move(subject), page);
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

} // namespace

MetricsPage::MetricsPage(std::shared_ptr<ServerSource> source, QWidget *parent) : Page(parent), m_pane(paneIn(this, std::move(source), {}))
{
    connect(m_pane, &MetricsPane::settled, this, &MetricsPage::settled);
    connect(m_pane, &MetricsPane::noticed, this, &MetricsPage::noticed);
    connect(m_pane, &MetricsPane::spanChanged, this, &MetricsPage::stateChanged);
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

MetricsTab::MetricsTab(std::shared_ptr<ServerSource> source, Subject subject, QWidget *parent) : ObjectTab(parent), m_pane(paneIn(this, std::move(source), std::move(subject)))
{
    connect(m_pane, &MetricsPane::settled, this, &MetricsTab::settled);
    connect(m_pane, &MetricsPane::noticed, this, &MetricsTab::noticed);
}

/// Where it cannot be read, its charts say what they would need.
void MetricsTab::readBackends(cluster::ConnectedCluster &cluster, const kube::ResourceType &type)
{
    kube::ApiRequest request;
    request.path = kube::objectPath(type, m_pane->subject().namespaceName, m_pane->subject().name);
    request.byteCap = MostBytes;
    m_reading = cluster.api().fetch(std::move(request), [&executor = m_executor, pane = QPointer<MetricsPane>(m_pane)](base::Result<kube::ApiAnswer> answer) {
        const auto object = answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error());
        executor.post([pane, backends = object ? backendsOf(*object) : std::vector<Backend>()] {
            if (pane)
                pane->setSelection({{}, backends});
        });
    });
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
