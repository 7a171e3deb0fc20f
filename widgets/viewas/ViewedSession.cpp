#include "widgets/viewas/ViewedSession.h"

#include "models/rbac/ViewAs.h"

#include <utility>

namespace viewas {

ViewedSession::ViewedSession(cluster::Clusters &clusters, cluster::ConnectedCluster &viewed, rights::SharedRights &known, QObject *parent)
    : QObject(parent), m_clusters(clusters), m_viewed(viewed), m_rights(known.of(*clusters.connectTo(cluster::EntryId::of(viewed.entry()))))
{
    connect(&viewed, &cluster::ConnectedCluster::healthChanged, this, &ViewedSession::changed);
    connect(&viewed, &cluster::ConnectedCluster::judgeChanged, this, &ViewedSession::changed);
    connect(m_rights.get(), &rights::LiveRights::changed, this, &ViewedSession::rightsChanged);
    m_rights->setAsking(this, true); // somebody who may not list namespaces has rights in those of their bindings
    rightsChanged();
}

ViewedSession::~ViewedSession()
{
    m_rights->setAsking(this, false);
}

ViewedSession::State ViewedSession::state() const
{
    if (m_isComputing)
        return m_viewed.isComputed() ? State::Computed : State::WorkingOut;
    const cluster::Health &health = m_viewed.health();
    if (health.error && rbac::refusesImpersonation(*health.error))
        return State::Refused;
    return m_viewed.catalog().types().empty() && !health.error ? State::Asking : State::Impersonated;
}

std::optional<base::Error> ViewedSession::refusal() const
{
    return state() == State::Refused ? m_viewed.health().error : std::nullopt;
}

bool ViewedSession::isPartlyUnknown() const
{
    return m_view && m_basis && (m_basis->inputs.hasOtherAuthorizers || !m_basis->inputs.unreadable.empty());
}

std::string ViewedSession::replaced() const
{
    const auto &connection = m_viewed.entry().context.connection;
    return connection ? connection->impersonation.user : std::string();
}

void ViewedSession::compute()
{
    if (std::exchange(m_isComputing, true))
        return;
    m_rights->setAsking(this, true);
    m_basis.reset();
    rightsChanged();
    Q_EMIT changed();
}

void ViewedSession::impersonate()
{
    const bool wasComputing = std::exchange(m_isComputing, false);
    m_view.reset();
    if (wasComputing && m_viewed.isComputed())
        m_viewed.setJudge(nullptr);
    else
        m_viewed.reconnect();
    Q_EMIT changed();
}

void ViewedSession::rightsChanged()
{
    const std::shared_ptr<const rbac::Basis> basis = m_rights->basis();
    if (!basis || basis == m_basis)
        return;
    m_viewed.setSuspectedNamespaces(rights::namespacesOf(*basis, rbac::identityOf(who())));
    if (!m_isComputing)
        return m_rights->setAsking(this, false); // what was to be known is known by now, and following it costs
    m_basis = basis;
    takeBasis();
}

/// Only what decides otherwise than before is asked for anew: pods come and go.
void ViewedSession::takeBasis()
{
    auto view = std::make_shared<const rights::ComputedView>(m_basis, rbac::identityOf(who()));
    if (m_view && m_viewed.isComputed() && view->isLike(*m_view))
        return;
    m_view = view;
    m_viewed.setJudge(std::move(view));
    Q_EMIT changed();
}

} // namespace viewas
