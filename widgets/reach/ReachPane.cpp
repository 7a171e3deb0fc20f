#include "widgets/reach/ReachPane.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/platform/Aside.h"
#include "models/rights/Claims.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/reach/ReachCard.h"
#include "widgets/reach/ReachForm.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace reach {

using base::Meaning;
using base::Theme;

ReachPane::ReachPane(cluster::ConnectedCluster &cluster, Known known, QWidget *parent)
    : QWidget(parent), m_cluster(cluster), m_live(std::move(known.live)), m_word(std::move(known.word)), m_lists(new ReachLists(cluster, this)), m_form(new ReachForm(this)), m_stack(new QStackedLayout)
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this))
{
    auto *words = new base::PlainLabel(tr("Two things that are easily confused. RBAC decides what a pod may ask the Kubernetes API, and nothing about the network. NetworkPolicies decide which pods may talk to each other, and nothing about the API."), this);
    words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 3 * Theme::Step);
    layout->setSpacing(3 * Theme::Step);
    layout->addWidget(words);
    layout->addWidget(m_form);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(makeCards());
    m_notice->tell(Meaning::Unknown, tr("Two pods have to be chosen"), tr("Type namespace/name of a pod and of a pod or a Service that it wants to reach."));
    connect(m_form, &ReachForm::asked, this, &ReachPane::formChanged);
    connect(m_lists, &ReachLists::changed, this, &ReachPane::workOut);
    connect(m_live.get(), &rights::LiveRights::changed, this, &ReachPane::workOut);
    connect(m_api, &ReachCard::verifyRequested, this, &ReachPane::verify);
    connect(m_word.get(), &rights::ServerWord::changed, this, &ReachPane::tellProof);
}

ReachPane::~ReachPane()
{
    m_live->setAsking(this, false);
}

QWidget *ReachPane::makeCards()
{
    auto *both = new QWidget(this);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(3 * Theme::Step);
    m_api = new ReachCard(tr("Calling the Kubernetes API: needs RBAC"), tr("The API server asks which ServiceAccount calls and what its bindings allow. Where the two pods run does not matter."), both);
    m_network = new ReachCard(tr("Talking over the network: needs no RBAC"), tr("Packets go from pod to pod. No account, role or binding is asked; only NetworkPolicies can stop them."), both);
    cards->addWidget(m_api, 1);
    cards->addWidget(m_network, 1);
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(cards, 1);
    layout->addWidget(makeLinks());
    return both;
}

QWidget *ReachPane::makeLinks()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_account = new QPushButton(tr("Open the access of the account"), line);
    m_account->setAccessibleName(m_account->text());
    m_account->setAutoDefault(false);
    connect(m_account, &QPushButton::clicked, this, [this] {
        if (auto address = m_caller ? rbac::addressOf(m_caller->ref()) : std::nullopt) {
            address->tab = QStringLiteral("access");
            Q_EMIT openRequested(*address);
        }
    });
    layout->addWidget(m_account);
    layout->addStretch(1);
    return line;
}

void ReachPane::ask(const Question &question)
{
    m_form->setQuestion(question);
}

void ReachPane::takeFocus()
{
    m_form->takeFocus();
}

QString ReachPane::command() const
{
    if (!m_question.isWhole() || !m_caller)
        return {};
    const bool isPod = m_question.to.kind == "Pod";
    const QString words = m_question.request.empty() ? (isPod ? QStringLiteral("get pods/") : QStringLiteral("get services/")) + base::shellWord(QString::fromStdString(m_question.to.name))
                                                     : QString::fromStdString(m_question.request);
    return QStringLiteral("kubectl auth can-i %1 -n %2 --as=%3").arg(words, base::shellWord(QString::fromStdString(m_question.to.namespaceName)), base::shellWord(QString::fromStdString(m_caller->userName())));
}

void ReachPane::formChanged()
{
    const Question question = m_form->question();
    if (question == m_question)
        return;
    m_question = question;
    m_isSettled = !question.isWhole();
    m_caller.reset();
    m_claim.reset();
    m_stack->setCurrentIndex(0);
    if (question.isWhole())
        m_notice->tell(Meaning::Progress, tr("Reading what decides about it"), tr("Pods, Services, NetworkPolicies, roles and bindings are being listed."));
    else
        m_notice->tell(Meaning::Unknown, tr("Two pods have to be chosen"), tr("Type namespace/name of a pod and of a pod or a Service that it wants to reach."));
    look();
    Q_EMIT asked();
    workOut();
}

/// Only what the question needs is read.
void ReachPane::look()
{
    m_lists->want(isVisible() && m_question.isWhole() ? wantedFor(m_question.from.namespaceName, m_question.to.namespaceName) : std::vector<Wanted>());
}

void ReachPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_live->setAsking(this, true);
    look();
    workOut();
}

/// What is shown stays until there is something newer.
void ReachPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_live->setAsking(this, false);
    look();
}

void ReachPane::workOut()
{
    // Before the server said what it serves, all that follows would be that nothing is known.
    if (!isVisible() || !m_live->basis() || m_live->basis()->inputs.catalog.types().empty())
        return;
    suggest();
    if (!m_question.isWhole() || !m_lists->isKnown())
        return;
    m_isOther = m_work.isRunning();
    if (m_isOther)
        return;
    m_work = platform::runAside(m_executor, [this, basis = m_live->basis(), read = m_lists->read(), version = m_cluster.version(), question = m_question](std::stop_token) -> base::Task {
        return [this, answer = answerTo(*basis, read, version, question)] { take(answer); };
    });
}

void ReachPane::take(const Answer &answer)
{
    if (std::exchange(m_isOther, false))
        m_again = m_executor.after(std::chrono::milliseconds(0), [this] { workOut(); });
    if (answer.question != m_question)
        return;
    if (std::exchange(m_caller, answer.identity.account) != m_caller)
        Q_EMIT callerChanged();
    m_account->setEnabled(m_caller.has_value());
    m_api->show(reach::apiCard(answer));
    m_network->show(reach::networkCard(answer));
    m_claim = answer.isFromKnown && answer.api ? std::optional(rights::claimOf(*answer.api)) : std::nullopt;
    m_word->grantsAre(m_live->basis()->inputs);     // what the server said of others than these is over
    tellProof();
    m_stack->setCurrentIndex(1);
    if (!std::exchange(m_isSettled, true))
        Q_EMIT settled();
}

void ReachPane::verify()
{
    if (m_claim)
        m_word->ask({*m_claim});
}

void ReachPane::tellProof()
{
    m_api->showProof(m_claim ? rbac::proofOf(rights::tallyOf(*m_word, {*m_claim})) : rbac::ProofWords());
}

/// Pods of all namespaces are known to access anyway; Services of the namespace that is typed.
void ReachPane::suggest()
{
    QStringList pods, services;
    for (const rbac::PodUse &pod : m_live->basis()->inputs.pods)
        pods << QString::fromStdString(pod.ref.namespaceName + '/' + pod.ref.name);
    for (const Read &read : m_lists->read())
        for (const auto &[uid, object] : read.content.objects)
            if (read.wanted.kind == "Service")
                services << QString::fromStdString((*object)["metadata"]["namespace"].text() + '/' + (*object)["metadata"]["name"].text());
    m_form->setKnown(pods, services);
}

} // namespace reach
