#include "widgets/account/AccountTab.h"

#include "models/account/AccountSummary.h"
#include "models/cluster/ConnectedCluster.h"
#include "widgets/account/AccountLists.h"
#include "widgets/account/TokenWords.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/ClusterSurroundings.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace account {

using base::Theme;

AccountTab::AccountTab(cluster::ConnectedCluster &cluster, std::shared_ptr<rights::LiveRights> live, rbac::ServiceAccountRef account, QWidget *parent)
    : BasisTab(std::move(live), detail::surroundingsOf(cluster), parent), m_cluster(cluster), m_account(std::move(account)), m_lists(new AccountLists(cluster, m_account, this))
{
    setHead(makeHead());
    connect(m_lists, &AccountLists::changed, this, &AccountTab::tellAgain);
    connect(&cluster, &cluster::ConnectedCluster::accessChanged, this, &AccountTab::tellRefusal);
    tellRefusal();
}

QWidget *AccountTab::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    auto *words = new base::PlainLabel(tr("A ServiceAccount is a name that programs in pods have at the API server. What it may do comes from bindings alone."), head);
    words->setWordWrap(true);
    m_token = new QPushButton(tr("Create a token…"), head);
    m_token->setAccessibleName(m_token->text());
    m_token->setAutoDefault(false);
    connect(m_token, &QPushButton::clicked, this, &AccountTab::tokenRequested);
    layout->addWidget(words, 1);
    layout->addWidget(m_token);
    return head;
}

void AccountTab::tellRefusal()
{
    const QString refusal = tokenRefusal(m_cluster);
    m_token->setEnabled(refusal.isEmpty());
    base::setPlainToolTip(m_token, refusal.isEmpty() ? tr("A short-lived token to be this account with, and a kubeconfig for it") : refusal);
}

QString AccountTab::command() const
{
    return QStringLiteral("kubectl describe serviceaccount %1 -n %2").arg(base::shellWord(QString::fromStdString(m_account.name)), base::shellWord(QString::fromStdString(m_account.namespaceName)));
}

std::vector<base::Command> AccountTab::commands()
{
    return {base::Command::make(QStringLiteral("create-token"), {"account", QT_TRANSLATE_NOOP("account", "Create a token…")}, {}, [this] { Q_EMIT tokenRequested(); }, [this] { return tokenRefusal(m_cluster); })};
}

void AccountTab::lookingChanged(bool isLooking)
{
    m_lists->setLooking(isLooking);
}

/// Before all lists were heard of once there is nothing to be told that would not jump.
std::function<detail::Summary()> AccountTab::telling(std::shared_ptr<const rbac::Basis> basis)
{
    if (!m_lists->isKnown())
        return nullptr;
    return [sources = AccountSources{m_account, std::move(basis), m_lists->users(), m_lists->tokenSecrets()}] { return accountSummary(sources); };
}

} // namespace account
