#pragma once

#include "tests/e2e/stories/Story.h"

namespace rbac {
class AccessPane;
class WhatIfPage;
struct RightChange;
}

namespace stories {

/// What a person drafts in the window, applied by kubectl and confirmed by the real server.
class WhatIfStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedReadIsMendedByTheYamlThatIsOffered();
    void aDraftGivesWhatIsSaidBefore();
    void whoMayNotApplyItIsToldBefore();
    void ofEachDraftItIsSaidWhetherKubectlIsLet_data();
    void ofEachDraftItIsSaidWhetherKubectlIsLet();

private:
    rbac::AccessPane *accessOf(const char *account, cluster::ConnectedCluster *cluster);
    /// With a text handed to it as by a person who pastes it.
    rbac::WhatIfPage *whatIf(cluster::ConnectedCluster *cluster, const QByteArray &yaml);
    /// Whether the server itself lets an account of the namespace "default" do it.
    bool may(const QString &account, const QStringList &words) const;
    bool may(const rbac::RightChange &change) const;
};

} // namespace stories
