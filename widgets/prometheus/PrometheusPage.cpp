#include "widgets/prometheus/PrometheusPage.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/TextLabel.h"
#include "widgets/prometheus/CandidatesModel.h"
#include "widgets/prometheus/ServerForm.h"

#include <QVBoxLayout>

namespace prometheus {

using base::Meaning;
using base::Theme;
using metrics::ClusterPrometheus;

namespace {

constexpr int Margin = 4 * Theme::Step;

} // namespace

PrometheusPage::PrometheusPage(std::shared_ptr<ClusterPrometheus> server, QWidget *parent)
    : Page(parent), m_server(std::move(server)), m_notice(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_model(new CandidatesModel(this))
    , m_table(new base::PlainTable(tr("Servers that were asked"), this))
{
    m_table->setModel(m_model);
    m_table->setWidths(CandidatesModel::Reason, {0, 36, 0, 0, 0, 0, 24});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeOwnServer());
    connect(m_server.get(), &ClusterPrometheus::changed, this, &PrometheusPage::serverChanged);
    connect(m_form, &ServerForm::serverChosen, this, [this](const metrics::DirectServer &chosen) { m_server->setServer(chosen); });
    connect(m_form, &ServerForm::forgotten, this, [this] { m_server->setServer({}); });
    serverChanged();
}

PrometheusPage::~PrometheusPage() = default;

QWidget *PrometheusPage::makeOwnServer()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(2 * Theme::Step);
    auto *title = new base::PlainLabel(tr("A server of your own"), box);
    title->setFont(Theme::instance().titleFont());
    auto *words = new base::TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), box);
    words->show(tr("For a Prometheus, Thanos, Mimir or VictoriaMetrics outside the cluster.").toStdString());
    m_keeping = new base::TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), box);
    m_notKept = new base::TextLabel(Meaning::Warning, Theme::instance().bodyFont(), box);
    m_form = new ServerForm(box);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(m_keeping);
    column->addWidget(m_notKept);
    column->addWidget(m_form);
    return box;
}

void PrometheusPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_server->want();
}

void PrometheusPage::serverChanged()
{
    m_model->show(m_server->report());
    m_form->show(m_server->server());
    tellKeeping();
    if (m_server->client() && m_server->found())
        tellFound(*m_server->found());
    else if (m_server->own().lost())
        tellLost(*m_server->own().lost());
    else if (m_server->state() == ClusterPrometheus::State::Missing)
        tellMissing();
    else
        m_notice->tell(Meaning::Progress, tr("Looking for Prometheus"), tr("Services and Prometheus resources are listed, and those that may be one are asked."));
    Q_EMIT commandChanged();
    if (isSettled())
        Q_EMIT settled();
}

void PrometheusPage::tellFound(const metrics::CandidateReport &found)
{
    const bool isProven = found.proof && found.proof->verdict == metrics::Proof::Verdict::ThisCluster;
    const QString title = tr("%1 is in use").arg(buildText(found));
    const QString reason = found.proof ? reasonText(*found.proof) : QString();
    const QString proof = isProven ? tr("It watches this cluster: %1").arg(reason) : tr("Whether it watches this cluster could not be proven: %1").arg(reason);
    m_notice->tell(isProven ? Meaning::Ok : Meaning::Warning, title, base::oneLine(found.candidate.text()) + u'\n' + proof, {{tr("Look again"), [this] { m_server->lookAgain(); }}});
}

void PrometheusPage::tellMissing()
{
    QString why = m_server->server() ? tr("The server that you named does not do; the cluster is not looked through meanwhile.") : QString();
    if (m_model->rowCount() == 0)
        why = tr("No Service and no Prometheus resource of the cluster looks like a server of the Prometheus API.");
    if (const QString unread = gaps(); !unread.isEmpty())
        why += (why.isEmpty() ? QString() : QStringLiteral("\n")) + unread;
    m_notice->tell(Meaning::Unknown, tr("No server of the Prometheus API is in use"), why, {{tr("Look again"), [this] { m_server->lookAgain(); }}});
}

void PrometheusPage::tellLost(const base::Error &reason)
{
    const QString why = reason.kind == base::ErrorKind::Unsupported
        ? tr("They were kept until the program ended, as this system offers no key to keep them with.")
        : tr("They were kept, but cannot be used: %1").arg(base::oneLine(base::errorText(reason)));
    m_notice->tell(Meaning::Warning, tr("Enter the token or password, headers and CA of your server again"),
                   why + u'\n' + tr("Until then it is not asked, and the cluster is not looked through."), {{tr("Look again"), [this] { m_server->lookAgain(); }}});
}

/// What becomes of what is typed below, before it is.
void PrometheusPage::tellKeeping()
{
    using Keeping = metrics::OwnServer::Keeping;
    const Keeping keeping = m_server->own().keeping();
    QString words = tr("The URL is remembered; token, password, headers and CA are kept until the program ends, as this system offers no key to keep them with.");
    if (keeping == Keeping::Everything)
        words = tr("It is there again at the next start; token, password, headers and CA are kept encrypted, so that only you can read them on this computer.");
    else if (keeping == Keeping::Nothing)
        words = tr("As this cluster is not remembered, neither is its server: what you enter is kept until the program ends.");
    m_keeping->show(words.toStdString());
    const std::optional<base::Error> &notKept = m_server->own().notKept();
    m_notKept->setVisible(notKept.has_value());
    if (notKept)
        m_notKept->show((Theme::sign(Meaning::Warning) + u' ' + tr("What you entered could not be kept, and is known until the program ends: %1").arg(base::errorText(*notKept))).toStdString());
}

QString PrometheusPage::gaps() const
{
    QStringList lines;
    for (const metrics::DiscoveryGap &gap : m_server->report().gaps)
        lines << tr("%1 could not be read: %2").arg(base::oneLine(gap.what), base::oneLine(base::errorText(gap.error)));
    return lines.join(u'\n');
}

QString PrometheusPage::apiCall() const
{
    return QStringLiteral("GET /api/v1/services\nGET /apis/monitoring.coreos.com/v1/prometheuses");
}

bool PrometheusPage::tryAgain()
{
    m_server->lookAgain();
    return true;
}

bool PrometheusPage::isSettled() const
{
    return m_server->state() == ClusterPrometheus::State::Found || m_server->state() == ClusterPrometheus::State::Missing;
}

} // namespace prometheus
