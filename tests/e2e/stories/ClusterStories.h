#pragma once

#include "tests/e2e/stories/Story.h"

namespace stories {

/// What becomes of the window when the cluster changes under it.
class ClusterStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatDiesLeavesItsRowsStaleAndComesBackLive();
    void whoMayListNothingIsToldWhyAndSeesRowsOnceAllowed();
    void whoMayNotListNamespacesAddsTheirOwn();
    void aBindingIsSeenInTheRiskOfItsAccount();
    void aKindThatIsAddedToTheClusterAppears();
    void aDoubleClickOpensTheObjectAndItsYaml();
    void aSecretIsSeenOnlyByWhoAsksForIt();
    void whatHappensToAPodIsToldByItsDeployment();
};

} // namespace stories
