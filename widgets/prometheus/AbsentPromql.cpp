#include "widgets/prometheus/AbsentPromql.h"

#include "widgets/base/ClusterView.h"
#include "widgets/base/Page.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace prometheus {

namespace {

using State = metrics::ClusterPrometheus::State;

constexpr int LocalPort = 9090;

QString said(const char *english) { return QCoreApplication::translate("prometheus", english); }

/// "service/NAME -n NAMESPACE", forwarded; of a server outside of the cluster there is nothing to forward.
QString forwardTo(const metrics::Candidate &server)
{
    if (server.direct)
        return {};
    return QStringLiteral(" port-forward -n %1 %2 %3:%4")
        .arg(base::shellWord(QString::fromStdString(server.service.namespaceName)), base::shellWord(QStringLiteral("service/") + QString::fromStdString(server.service.serviceName)),
             QString::number(LocalPort), QString::number(server.service.port));
}

QString pageOf(const metrics::Candidate &server)
{
    if (server.direct)
        return base::oneLine(server.text());
    return QStringLiteral("%1://127.0.0.1:%2%3/").arg(server.service.tls ? QStringLiteral("https") : QStringLiteral("http"), QString::number(LocalPort), base::oneLine(server.service.prefix));
}

class AbsentPage final : public base::Page
{
public:
    AbsentPage(base::ClusterView &view, std::shared_ptr<metrics::ClusterPrometheus> server, QWidget *parent)
        : Page(parent), m_cluster(view.cluster()), m_server(std::move(server)), m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_notice);
        connect(m_server.get(), &metrics::ClusterPrometheus::changed, this, &AbsentPage::tell);
        tell();
    }

    base::Address address() const override { return {QStringLiteral("promql"), {}, {}, {}}; }
    QString title() const override { return QCoreApplication::translate("promql", "PromQL"); }
    bool isSettled() const override { return m_server->state() == State::Found || m_server->state() == State::Missing; }
    QString command() const override
    {
        const QString forward = m_server->found() ? forwardTo(m_server->found()->candidate) : QString();
        return forward.isEmpty() ? QString() : QStringLiteral("kubectl") + forward;
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        Page::showEvent(event);
        m_server->want();
    }

private:
    void tell()
    {
        const QString why = said(QT_TRANSLATE_NOOP("prometheus", "It was made without Qt Charts, which answers are drawn with."));
        m_notice->tell(base::Meaning::Unknown, said(QT_TRANSLATE_NOOP("prometheus", "This build asks no questions in PromQL")), why + u'\n' + instead(),
                       {{said(QT_TRANSLATE_NOOP("prometheus", "Prometheus server")), [this] { Q_EMIT openRequested({QStringLiteral("prometheus"), {}, {}, {}}); }}});
        Q_EMIT commandChanged();
        if (isSettled())
            Q_EMIT settled();
    }

    QString instead() const
    {
        if (m_server->state() == State::Missing)
            return said(QT_TRANSLATE_NOOP("prometheus", "No server of the Prometheus API is in use either; its page says why."));
        if (!m_server->found())
            return said(QT_TRANSLATE_NOOP("prometheus", "The cluster's Prometheus, which has a page of its own for them, is being looked for."));
        const metrics::Candidate &server = m_server->found()->candidate;
        if (server.direct)
            return said(QT_TRANSLATE_NOOP("prometheus", "Your Prometheus has a page of its own for them, targets, rules and alerts:")) + u'\n' + pageOf(server);
        return said(QT_TRANSLATE_NOOP("prometheus", "The cluster's Prometheus has a page of its own for them, targets, rules and alerts. This command leads to it:")) + u'\n'
            + base::kubectlFor(m_cluster) + forwardTo(server) + u'\n' + pageOf(server);
    }

    cluster::ConnectedCluster &m_cluster;
    std::shared_ptr<metrics::ClusterPrometheus> m_server;
    base::StateNotice *m_notice;
};

} // namespace

/// Under the name that it has with charts, so that what was opened with charts can be opened.
void AbsentPromql::addTo(base::Registry &registry)
{
    const auto make = [servers = m_servers](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * {
        return new AbsentPage(*view, servers->of(view->cluster(), view->settings()), parent);
    };
    registry.addPage({QStringLiteral("promql"), true, make, {"promql", "PromQL: ask Prometheus, its targets, rules and alerts"}, {"promql", "PromQL"},
                      {QStringLiteral("query"), QStringLiteral("targets"), QStringLiteral("rules"), QStringLiteral("alerts")}});
}

} // namespace prometheus
