#pragma once

#include "tests/e2e/stories/Story.h"

namespace stories {

/// Two clusters at once.
class SwitchingStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void theOtherClusterIsOneKeyAway();
    void aSwitchShowsTheLastKnownRowsAtOnceWhileBothClustersChange();

private:
    /// By a click on its tile.
    void show(cluster::ConnectedCluster *cluster);
    /// To a table that is found again only where it was left.
    table::TablePage *goSomewhere(cluster::ConnectedCluster *cluster, const QString &filter, int row);
    int tabsOf(cluster::ConnectedCluster *cluster) const;
};

} // namespace stories
