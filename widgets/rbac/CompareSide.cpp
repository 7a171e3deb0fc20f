#include "widgets/rbac/CompareSide.h"

#include "models/platform/Aside.h"
#include "models/rbac/ComparisonList.h"
#include "widgets/base/PlainText.h"

#include <utility>

namespace rbac {

CompareSide::CompareSide(const QString &name, std::shared_ptr<rights::SharedRights> known, QWidget *parent)
    : QObject(parent), m_known(std::move(known)), m_picker(new IdentityPicker(name, parent))
{
    connect(m_picker, &IdentityPicker::changed, this, &CompareSide::chosen);
}

CompareSide::~CompareSide()
{
    leave();
}

std::optional<Identity> CompareSide::identity() const
{
    return readIdentity(m_picker->identity().toStdString());
}

QString CompareSide::words() const
{
    return m_picker->identity() + QStringLiteral(" · ") + m_picker->clusterName();
}

void CompareSide::follow()
{
    cluster::ConnectedCluster *wanted = m_picker->cluster();
    if (wanted == m_cluster)
        return;
    leave();
    m_cluster = wanted;
    if (!wanted)
        return;
    m_live = m_known->of(*wanted);
    connect(m_live.get(), &rights::LiveRights::changed, this, &CompareSide::takeBasis);
    connect(m_live.get(), &rights::LiveRights::stateChanged, this, &CompareSide::stateChanged);
    if (m_isAsking)
        m_live->setAsking(this, true);
    takeBasis();
}

void CompareSide::forget(const cluster::ConnectedCluster *gone)
{
    if (gone && m_cluster == gone)
        leave();
}

void CompareSide::leave()
{
    if (m_live) {
        m_live->disconnect(this);
        m_live->setAsking(this, false);
    }
    m_offering.cancel();
    m_live = nullptr;
    m_basis = nullptr;
    m_cluster = nullptr;
}

void CompareSide::startAsking()
{
    m_isAsking = true;
    if (m_live)
        m_live->setAsking(this, true);
    takeBasis();
}

void CompareSide::stopAsking()
{
    m_isAsking = false;
    if (m_live)
        m_live->setAsking(this, false);
}

void CompareSide::takeBasis()
{
    if (!m_isAsking || !m_live || !m_live->basis() || m_live->basis() == m_basis)
        return;
    m_basis = m_live->basis();
    offer();
    Q_EMIT changed();
}

/// Who can be found by some letters is worked out aside.
void CompareSide::offer()
{
    m_offering = platform::runAside(m_executor, [this, basis = m_basis](std::stop_token) -> base::Task {
        QStringList names;
        for (const std::string &name : identitiesIn(basis->inputs))
            names << base::oneLine(std::string_view(name));
        return [this, names] { m_picker->setKnown(names); };
    });
}

} // namespace rbac
