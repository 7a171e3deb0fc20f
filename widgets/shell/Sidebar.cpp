#include "widgets/shell/Sidebar.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kinds/Groups.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/shell/SidebarDelegate.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QSet>
#include <QStandardItemModel>

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

Sidebar::Sidebar(base::ClusterView &view, QWidget *parent) : QTreeView(parent), m_view(view), m_cluster(view.cluster()), m_model(new QStandardItemModel(this))
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

/// Asked once for each choice of namespaces.
void Sidebar::askRights()
{
    if (m_cluster.catalog().types().empty())
        return;
    m_asked = &m_cluster.api();
    std::vector<std::string> namespaces;
    for (const QString &name : m_view.namespaces())
        namespaces.push_back(name.toStdString());
    m_question = std::make_unique<cluster::ListRightsQuestion>(*m_asked, m_executor, std::move(namespaces), m_cluster.settings().namespaceName,
                                                               [this](cluster::ListRights rights) {
                                                                   m_rights = std::move(rights);
                                                                   updateRights();
                                                               });
}

void Sidebar::updateRights()
{
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QStandardItem *top = m_model->item(group);
        for (int row = 0; row < top->rowCount(); ++row)
            describe(top->child(row));
    }
}

/// Why the kind is greyed; empty when it is not.
QString Sidebar::refusalOf(const kube::ResourceType &type) const
{
    if (!m_rights.isRefused(type))
        return {};
    const QString name = QString::fromStdString(type.qualifiedName());
    if (!type.namespaced || m_view.namespaces().isEmpty())
        return tr("You may not list this kind in this cluster: no role that is bound to you grants list on %1.").arg(name);
    return tr("You may not list this kind in %1: no role that is bound to you grants list on %2.").arg(m_view.namespaces().join(QStringLiteral(", ")), name);
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
        for (const kube::ResourceType &type : group.types)
            top->appendRow(makeItem(type));
        m_model->appendRow(top);
        setOpen(top->index(), isFirst ? group.subject != kinds::Subject::Other : !collapsed.contains(top->text()));
    }
    updateCounts();
    updateRights();
    setCurrentKind(m_current);
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
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QStandardItem *top = m_model->item(group);
        for (int row = 0; row < top->rowCount(); ++row) {
            QStandardItem *item = top->child(row);
            const auto rows = m_cluster.known(typeOf(item->index()));
            const QString text = rows && rows->store().isComplete() ? QLocale().toString(static_cast<qulonglong>(rows->store().size())) : QString();
            if (item->data(SidebarDelegate::CountRole).toString() == text)
                continue;
            item->setData(text, SidebarDelegate::CountRole);
            describe(item);
        }
    }
}

const kube::ResourceType &Sidebar::typeOf(const QModelIndex &index) const
{
    return m_types[static_cast<std::size_t>(index.data(SidebarDelegate::TypeRole).toInt())];
}

void Sidebar::setCurrentKind(const QString &qualifiedName)
{
    m_current = qualifiedName;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        QStandardItem *top = m_model->item(group);
        for (int row = 0; row < top->rowCount(); ++row) {
            if (typeOf(top->child(row)->index()).qualifiedName() != qualifiedName.toStdString())
                continue;
            setCurrentIndex(top->child(row)->index());
            return;
        }
    }
    setCurrentIndex({});
}

void Sidebar::choose(const QModelIndex &index)
{
    if (index.data(SidebarDelegate::TypeRole).isValid())
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
