#include "widgets/shell/Rail.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/shell/RailTile.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shell {

Rail::Rail(cluster::Clusters &clusters, QWidget *parent)
    : QWidget(parent), m_clusters(clusters), m_layout(new QVBoxLayout(this)), m_catalog(new QToolButton(this))
{
    setFixedWidth(Width);
    setAccessibleName(tr("Connected clusters"));
    m_layout->setContentsMargins(6, 8, 6, 8);
    m_layout->setSpacing(6);
    m_catalog->setText(QStringLiteral("+"));
    m_catalog->setFixedSize(36, 30);
    m_catalog->setCheckable(true);
    m_catalog->setAutoExclusive(true);
    m_catalog->setAccessibleName(tr("Catalog of contexts"));
    base::setPlainToolTip(m_catalog, tr("Catalog of contexts"));
    connect(m_catalog, &QToolButton::clicked, this, &Rail::catalogChosen);
    m_layout->addWidget(m_catalog);
    m_layout->addStretch();
    connect(&clusters, &cluster::Clusters::connectedTo, this, &Rail::add);
    connect(&clusters, &cluster::Clusters::disconnecting, this, &Rail::remove);
    for (cluster::ConnectedCluster *cluster : clusters.connected())
        add(cluster);
}

void Rail::add(cluster::ConnectedCluster *cluster)
{
    auto *tile = new RailTile(m_clusters, *cluster, this);
    connect(tile, &RailTile::clicked, this, [this, cluster] { Q_EMIT clusterChosen(cluster); });
    connect(tile, &RailTile::disconnectRequested, this, [this, cluster] { m_clusters.disconnectFrom(cluster::SessionId::of(*cluster)); });
    const auto connected = m_clusters.connected();
    const auto place = std::min<std::ptrdiff_t>(std::ranges::find(connected, cluster) - connected.begin(), static_cast<std::ptrdiff_t>(m_tiles.size()));
    m_layout->insertWidget(static_cast<int>(place), tile);
    m_tiles.insert(m_tiles.begin() + place, tile);
}

void Rail::remove(cluster::ConnectedCluster *cluster)
{
    const auto found = std::ranges::find_if(m_tiles, [&](RailTile *tile) { return &tile->cluster() == cluster; });
    if (found == m_tiles.end())
        return;
    delete *found;
    m_tiles.erase(found);
}

void Rail::setCurrent(cluster::ConnectedCluster *cluster)
{
    m_catalog->setChecked(!cluster);
    for (RailTile *tile : m_tiles)
        tile->setChecked(&tile->cluster() == cluster);
}

} // namespace shell
