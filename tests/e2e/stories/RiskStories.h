#pragma once

#include "tests/e2e/stories/Story.h"

namespace rbac {
class AccessPane;
class RisksPage;
}

namespace stories {

/// Risks of real clusters, and how soon a change of access is seen.
class RiskStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void aBindingThatMakesPodsInKubeSystemIsFoundDrawnAndCut();
    void oneIdentityIsComparedInTwoClusters();
    void aNewBindingIsSoonInTheOpenGraphAndNothingElseMoves();

private:
    rbac::RisksPage *risksOf(cluster::ConnectedCluster *cluster);
    rbac::AccessPane *accessOf(cluster::ConnectedCluster *cluster, const QString &account);
};

} // namespace stories
