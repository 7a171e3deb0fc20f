#include "widgets/shell/Sidebar.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kinds/Groups.h"
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

Sidebar::Sidebar(cluster::ConnectedCluster &cluster, QWidget *parent) : QTreeView(parent), m_cluster(cluster), m_model(new QStandardItemModel(this))
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
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &Sidebar::rebuild);
    connect(&cluster, &cluster::ConnectedCluster::rowsChanged, this, &Sidebar::updateCounts);
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
    item->setData(base::plainToolTip(QString::fromStdString(type.qualifiedName() + "\n" + type.apiVersion())), Qt::ToolTipRole);
    m_types.push_back(type);
    return item;
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
    setCurrentKind(m_current);
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
            item->setAccessibleText(text.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), text));
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
