#include "widgets/disk/DiskTab.h"

#include <QVBoxLayout>

namespace disk {

DiskTab::DiskTab(cluster::ConnectedCluster &cluster, std::string node, QWidget *parent) : ObjectTab(parent), m_pane(new DiskPane(cluster, std::move(node), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pane);
    connect(m_pane, &DiskPane::openRequested, this, &ObjectTab::openRequested);
    connect(m_pane, &DiskPane::settled, this, &ObjectTab::settled);
    connect(m_pane, &DiskPane::noticed, this, &ObjectTab::noticed);
}

bool DiskTab::find()
{
    m_pane->takeFocus();
    return true;
}

void DiskTab::showPart(const QString &part)
{
    if (part == QStringLiteral("images"))
        m_pane->choose(DiskPane::Shown::Images);
}

} // namespace disk
