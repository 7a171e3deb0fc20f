#include "widgets/shell/TopBar.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/ClusterColor.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/shell/ChoicePopup.h"
#include "widgets/shell/KeyTip.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace shell {

using base::Meaning;
using base::Theme;

namespace {

/// What the keys of namespaces begin with, among those of contexts, which are numbers. Alone it means all of them.
constexpr QLatin1String namespaceKey("namespace ");

} // namespace

TopBar::TopBar(cluster::Clusters &clusters, QWidget *parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_cluster(new QPushButton(this))
    , m_namespaces(new QPushButton(this))
    , m_clusterTip(new KeyTip(m_cluster, QStringLiteral("switch-cluster")))
    , m_namespacesTip(new KeyTip(m_namespaces, QStringLiteral("namespaces")))
    , m_readOnly(new base::PlainLabel(tr("Read-only"), this))
{
    setFixedHeight(Height);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(2 * Theme::Step);
    for (QPushButton *button : {m_cluster, m_namespaces}) {
        button->setFixedHeight(Theme::ControlHeight);
        layout->addWidget(button);
    }
    layout->addWidget(m_readOnly);
    layout->addStretch();
    connect(m_cluster, &QPushButton::clicked, this, &TopBar::openClusterSwitch);
    connect(m_namespaces, &QPushButton::clicked, this, &TopBar::openNamespaceChoice);
    connect(&Theme::instance(), &Theme::changed, this, &TopBar::updateCluster);
    connect(&clusters, &cluster::Clusters::marksChanged, this, &TopBar::updateCluster);
    setView(nullptr);
}

QPushButton *TopBar::addButton(const QString &title, std::function<void()> clicked)
{
    auto *button = new QPushButton(base::buttonText(title), this);
    button->setFixedHeight(Theme::ControlHeight);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, clicked);
    return button;
}

void TopBar::setView(base::ClusterView *view)
{
    if (m_view) {
        disconnect(&m_view->cluster(), nullptr, this, nullptr);
        disconnect(m_view, nullptr, this, nullptr);
    }
    forgetNamespaceRows();
    m_view = view;
    if (view) {
        connect(&view->cluster(), &cluster::ConnectedCluster::healthChanged, this, &TopBar::updateCluster);
        connect(&view->cluster(), &cluster::ConnectedCluster::accessChanged, this, &TopBar::updateCluster);
        connect(view, &base::ClusterView::namespacesChanged, this, &TopBar::updateNamespaces);
    }
    m_namespaces->setVisible(view);
    updateCluster();
    updateNamespaces();
}

ChoicePopup &TopBar::clusterPopup()
{
    if (!m_clusterPopup) {
        m_clusterPopup = new ChoicePopup(ChoicePopup::Mode::One, tr("Switch to a context or a namespace"), this);
        connect(m_clusterPopup, &ChoicePopup::chosen, this, [this](const QStringList &keys) {
            const QString &key = keys.first();
            if (!key.startsWith(namespaceKey)) {
                Q_EMIT entryChosen(key.toInt());
                return;
            }
            const QString name = key.mid(namespaceKey.size());
            namespacesChosen(name.isEmpty() ? QStringList() : QStringList{name});
        });
        connect(m_clusterPopup, &ChoicePopup::added, this, [this](const QString &name) {
            addNamespace(name);
            namespacesChosen({name});
        });
        connect(m_clusterPopup, &ChoicePopup::closed, this, &TopBar::forgetNamespaceRows);
    }
    return *m_clusterPopup;
}

/// Of the program where it was started so, else of the cluster that is looked at.
void TopBar::updateReadOnly()
{
    const bool isEverything = m_clusters.network().access() == kube::Access::ReadOnly;
    m_readOnly->setVisible(isEverything || (m_view && m_view->cluster().access() == kube::Access::ReadOnly));
    m_readOnly->setAccessibleName(isEverything ? tr("Read-only: nothing that changes a cluster leaves this program") : tr("Read-only: nothing that changes this cluster leaves this program"));
    base::setPlainToolTip(m_readOnly, isEverything ? tr("Nothing that changes a cluster leaves this program") : tr("Nothing that changes this cluster leaves this program"));
}

void TopBar::updateCluster()
{
    updateReadOnly();
    if (!m_view) {
        m_cluster->setIcon({});
        m_cluster->setText(tr("No cluster") + QStringLiteral("  ▾"));
        m_cluster->setAccessibleName(tr("Switch to a context"));
        m_clusterTip->setText(tr("Switch to another context"));
        return;
    }
    const cluster::EntryId id = cluster::EntryId::of(m_view->cluster().entry());
    const QString name = base::oneLine(m_clusters.shownName(id));
    m_cluster->setIcon(base::clusterSwatch(m_clusters.marks(id).colour));
    const base::HealthText health = base::describe(m_view->cluster().health());
    QFontMetrics metrics(m_cluster->font());
    m_cluster->setText(base::buttonText(metrics.elidedText(name, Qt::ElideMiddle, 260)) + QStringLiteral("  ") + Theme::sign(health.meaning) + u' ' + health.word
                       + QStringLiteral("  ▾"));
    m_cluster->setAccessibleName(tr("Context %1, %2. Switch to another").arg(name, health.word));
    m_clusterTip->setText(name + u'\n' + health.word + (health.tip().isEmpty() ? QString() : u'\n' + health.tip()) + u'\n' + tr("Switch to another context"));
}

void TopBar::openClusterSwitch()
{
    watchNamespaces(&TopBar::fillClusterSwitch);
    fillClusterSwitch();
    clusterPopup().openBelow(*m_cluster);
}

void TopBar::fillClusterSwitch()
{
    std::vector<Choice> choices = contextChoices();
    if (m_view && m_namespaceRows) {
        choices.push_back({tr("All namespaces"), {}, namespaceKey, false});
        for (const QString &name : namespaceNames())
            choices.push_back({name, tr("namespace"), namespaceKey + name, false});
    }
    allowAdding(clusterPopup());
    clusterPopup().setChoices(choices);
}

std::vector<Choice> TopBar::contextChoices() const
{
    std::vector<Choice> choices;
    const auto &entries = m_clusters.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].error() || !entries[i].context.connection)
            continue;
        const cluster::ConnectedCluster *connected = m_clusters.connected(cluster::EntryId::of(entries[i]));
        const QString state = connected ? base::describe(connected->health()).word : QString();
        const cluster::EntryId id = cluster::EntryId::of(entries[i]);
        const QString shown = QString::fromStdString(m_clusters.shownName(id)), context = QString::fromStdString(id.context);
        choices.push_back({m_clusters.marks(id).isFavourite ? QStringLiteral("★ ") + shown : shown,
                           (shown == context ? QString() : context + QStringLiteral("  ·  ")) + QString::fromStdString(entries[i].file) + (state.isEmpty() ? QString() : QStringLiteral("  ·  ") + state), QString::number(i),
                           m_view && connected == &m_view->cluster()});
    }
    // Those that are connected come first, then the favourites: switching between them is what people do all day.
    const auto rank = [this, &entries](const Choice &choice) {
        const cluster::EntryId id = cluster::EntryId::of(entries[choice.key.toUInt()]);
        return m_clusters.connected(id) ? 0 : m_clusters.marks(id).isFavourite ? 1 : 2;
    };
    std::ranges::stable_sort(choices, {}, rank);
    return choices;
}

} // namespace shell
