#pragma once

#include "tests/e2e/stories/Story.h"

namespace rbac {
class AccessPane;
}

namespace stories {

/// What a person learns in the window of who may do what, beside what the real server says.
class AccessStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnAccountMayDoIsDrawnAndConfirmedByTheServer();
    void theWayOfAPodIsDrawnWithOneDoubleClick();
    void whoMayIsListedAndConfirmedByTheServer();
    void whoMayNotReadBindingsIsToldWhatIsNotKnown();
    void whatIsWrittenDownIsReadByOtherPrograms();

private:
    /// Opens the access of the account, and waits until its aggregated role is drawn as well.
    rbac::AccessPane *accessOfTeller(cluster::ConnectedCluster *cluster);
    /// Whether the server itself lets the account do it.
    bool mayTeller(const QStringList &words) const;
    void verify();
    /// The graph of access on screen, once there is one; null when none comes.
    rbac::AccessPane *shownPane() const;
};

} // namespace stories
