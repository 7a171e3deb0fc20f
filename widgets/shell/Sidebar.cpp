#include "widgets/shell/Sidebar.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kinds/Groups.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/Theme.h"
#include "widgets/shell/SidebarDelegate.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QSet>
#include <QStandardItemModel>

#include <algorithm>

namespace shell {

using base::Theme;

namespace {

QString headingOf(kinds::Subject subject)
{
    switch (subject) {
    case kinds::Subject::Cluster: return Sidebar::tr("Cluster");
    case kinds::Subject::Workloads: return Sidebar::tr("Workloads");
    case kinds::Subject::Network: return Sidebar::tr("Network");
    case kinds::Subject::Storage: return Sidebar::tr("Storage");
    case kinds::Subject::Access: return Sidebar::tr("Access");
    case kinds::Subject::Config: return Sidebar::tr("Config");
    case kinds::Subject::Other: return Sidebar::tr("More");
    case kinds::Subject::Custom: return Sidebar::tr("Custom");
    }
    return {};
}

} // namespace

Sidebar::Sidebar(base::ClusterView &view, std::vector<SidebarPage> pages, QWidget *parent)
    : QTreeView(parent), m_view(view), m_cluster(view.cluster()), m_model(new QStandardItemModel(this)), m_pages(std::move(pages))
{
    setAccessibleName(tr("Kinds of this cluster"));
    setModel(m_model);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setIndentation(0);
    setRootIsDecorated(false);
    setMouseTracking(true);
    setItemDelegate(new SidebarDelegate(this));
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(120);
    connect(this, &QTreeView::clicked, this, &Sidebar::choose);
    connect(&m_cluster, &cluster::ConnectedCluster::catalogChanged, this, &Sidebar::rebuild);
    connect(&m_cluster, &cluster::ConnectedCluster::rowsChanged, this, &Sidebar::updateCounts);
    connect(&m_view, &base::ClusterView::namespacesChanged, this, &Sidebar::askRights);
    connect(&m_cluster, &cluster::ConnectedCluster::addedNamespacesChanged, this, &Sidebar::askRights);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    rebuild();
}

QSet<QString> Sidebar::collapsedHeadings() const
{
    QSet<QString> collapsed;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!isExpanded(m_model->index(row, 0)))
            collapsed << m_model->item(row)->text();
    }
    return collapsed;
}

QStandardItem *Sidebar::makeItem(const kube::ResourceType &type)
{
    auto *item = new QStandardItem(base::oneLine(kinds::pluralTitle(type)));
    item->setData(static_cast<int>(m_types.size()), SidebarDelegate::TypeRole);
    m_types.push_back(type);
    return item;
}

QStandardItem *Sidebar::makeItem(const SidebarPage &page)
{
    auto *item = new QStandardItem(page.title);
    item->setData(SidebarDelegate::NoType, SidebarDelegate::TypeRole);
    item->setData(page.name, SidebarDelegate::PageRole);
    return item;
}

std::vector<QStandardItem *> Sidebar::kindItems() const
{
    std::vector<QStandardItem *> items;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QStandardItem *top = m_model->item(group);
        for (int row = 0; row < top->rowCount(); ++row) {
            if (top->child(row)->data(SidebarDelegate::TypeRole).toInt() != SidebarDelegate::NoType)
                items.push_back(top->child(row));
        }
    }
    return items;
}

/// Asked once for each choice of namespaces, and for each connection: a question goes with the one that it was put to.
void Sidebar::askRights()
{
    m_question.reset();
    m_asked = nullptr;
    if (m_cluster.catalog().types().empty())
        return;
    m_asked = &m_cluster.api();
    std::vector<std::string> namespaces;
    for (const QString &name : m_view.namespaces())
        namespaces.push_back(name.toStdString());
    m_question = std::make_unique<cluster::ListRightsQuestion>(*m_asked, m_executor, std::move(namespaces), m_cluster.knownNamespaces(),
                                                               [this](cluster::ListRights rights) {
                                                                   m_rights = std::move(rights);
                                                                   updateRights();
                                                               });
}

void Sidebar::updateRights()
{
    for (QStandardItem *item : kindItems())
        describe(item);
}

/// Why the kind is greyed; empty when it is not.
QString Sidebar::refusalOf(const kube::ResourceType &type) const
{
    if (!m_rights.isRefused(type))
        return {};
    const QString name = QString::fromStdString(type.qualifiedName());
    if (!m_cluster.viewedAs().isEmpty())
        return viewedRefusalOf(type, name);
    if (!type.namespaced || m_view.namespaces().isEmpty())
        return tr("You may not list this kind in this cluster: no role that is bound to you grants list on %1.").arg(name);
    return tr("You may not list this kind in %1: no role that is bound to you grants list on %2.").arg(m_view.namespaces().join(QStringLiteral(", ")), name);
}

/// The same of somebody else with whose eyes one looks.
QString Sidebar::viewedRefusalOf(const kube::ResourceType &type, const QString &name) const
{
    const QString who = base::viewedName(m_cluster.viewedAs());
    const QString proof = m_cluster.isComputed() ? u' ' + tr("Computed, not confirmed by the server.") : QString();
    if (!type.namespaced || m_view.namespaces().isEmpty())
        return tr("%1 may not list this kind in this cluster: no role that is bound to it grants list on %2.").arg(who, name) + proof;
    return tr("%1 may not list this kind in %2: no role that is bound to it grants list on %3.").arg(who, m_view.namespaces().join(QStringLiteral(", ")), name) + proof;
}

/// Its tool tip, its colour, and what a screen reader says.
void Sidebar::describe(QStandardItem *item) const
{
    const kube::ResourceType &type = typeOf(item->index());
    const QString refusal = refusalOf(type), count = item->data(SidebarDelegate::CountRole).toString();
    QStringList tip{QString::fromStdString(type.qualifiedName()), QString::fromStdString(type.apiVersion())};
    if (!refusal.isEmpty())
        tip << refusal;
    item->setData(base::plainToolTip(tip.join(u'\n')), Qt::ToolTipRole);
    item->setData(!refusal.isEmpty(), SidebarDelegate::RefusedRole);
    item->setAccessibleText(!refusal.isEmpty() ? tr("%1, may not be listed").arg(item->text()) : count.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), count));
}

void Sidebar::rebuild()
{
    const bool isFirst = m_model->rowCount() == 0;
    const QSet<QString> collapsed = collapsedHeadings();
    m_model->clear();
    m_types.clear();
    for (const kinds::SubjectGroup &group : kinds::groupBySubject(m_cluster.catalog())) {
        auto *top = new QStandardItem(headingOf(group.subject));
        top->setFlags(Qt::ItemIsEnabled);
        for (const SidebarPage &page : group.subject == kinds::Subject::Cluster ? m_pages : std::vector<SidebarPage>())
            top->appendRow(makeItem(page));
        for (const kube::ResourceType &type : group.types)
            top->appendRow(makeItem(type));
        m_model->appendRow(top);
        setOpen(top->index(), isFirst ? group.subject != kinds::Subject::Other : !collapsed.contains(top->text()));
    }
    updateCounts();
    updateRights();
    setCurrentPlace(m_current);
    if (m_asked != &m_cluster.api())
        askRights();
}

void Sidebar::setOpen(const QModelIndex &heading, bool open)
{
    setExpanded(heading, open);
    m_model->setData(heading, !open, SidebarDelegate::CollapsedRole);
}

void Sidebar::updateCounts()
{
    for (QStandardItem *item : kindItems()) {
        const auto rows = m_cluster.known(typeOf(item->index()));
        const bool isKnown = rows && rows->store().isComplete() && !(rows->state().error && rows->store().size() == 0); // what may not be listed is not none
        const QString text = isKnown ? QLocale().toString(static_cast<qulonglong>(rows->store().size())) : QString();
        if (item->data(SidebarDelegate::CountRole).toString() == text)
            continue;
        item->setData(text, SidebarDelegate::CountRole);
        describe(item);
    }
}

const kube::ResourceType &Sidebar::typeOf(const QModelIndex &index) const
{
    return m_types[static_cast<std::size_t>(index.data(SidebarDelegate::TypeRole).toInt())];
}

void Sidebar::setCurrentPlace(const QString &name)
{
    m_current = name;
    const QModelIndexList pages = m_model->match(m_model->index(0, 0), SidebarDelegate::PageRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (!name.isEmpty() && !pages.isEmpty())
        return setCurrentIndex(pages.front());
    const auto items = kindItems();
    const auto found = std::ranges::find_if(items, [&](const QStandardItem *item) { return typeOf(item->index()).qualifiedName() == name.toStdString(); });
    setCurrentIndex(found == items.end() ? QModelIndex() : (*found)->index());
}

void Sidebar::choose(const QModelIndex &index)
{
    if (const QString page = index.data(SidebarDelegate::PageRole).toString(); !page.isEmpty())
        Q_EMIT pageChosen(page);
    else if (index.data(SidebarDelegate::TypeRole).isValid())
        Q_EMIT kindChosen(typeOf(index), QGuiApplication::keyboardModifiers());
    else
        setOpen(index, !isExpanded(index));
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && currentIndex().isValid())
        choose(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace shell
