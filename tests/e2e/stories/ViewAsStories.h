#pragma once

#include "tests/e2e/stories/Story.h"
#include "widgets/viewas/ViewedBar.h"

namespace stories {

/// With the eyes of somebody else: through the server, and worked out where it refuses that.
class ViewAsStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountSeesThePodsOfItsNamespaceAndNoSecrets();
    void whoMayNotImpersonateSeesWhatIsComputed();

private:
    /// The button above the access of the account.
    void viewFromAccess(cluster::ConnectedCluster *own);
    viewas::ViewedBar *bar() const;
    /// What the page of the secrets says instead of rows.
    QString secretsNotice(cluster::ConnectedCluster *viewed);
    bool may(const QString &user, const QStringList &words) const;
};

} // namespace stories
