#pragma once

#include "widgets/base/Page.h"
#include "widgets/disk/DiskPane.h"

namespace disk {

/// The disk of a node, as a tab of its page.
class DiskTab final : public base::ObjectTab
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    DiskTab(cluster::ConnectedCluster &cluster, std::string node, QWidget *parent = nullptr);

    bool isSettled() const override { return m_pane->isSettled(); }
    QString command() const override { return m_pane->command(); }
    QString apiCall() const override { return m_pane->apiCall(); }
    bool find() override;
    /// "images"
    void showPart(const QString &part) override;

    DiskPane &pane() { return *m_pane; }

private:
    DiskPane *m_pane;
};

} // namespace disk
