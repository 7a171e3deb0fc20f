#include "widgets/shell/Sidebar.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kinds/Groups.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QSet>
#include <QStandardItemModel>

namespace shell {

using base::Meaning;
using base::Theme;

namespace {

constexpr int TypeRole = Qt::UserRole;          ///< index in the list of types; none: a heading

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
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setIndentation(10);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    setMinimumWidth(120);
    connect(this, &QTreeView::clicked, this, &Sidebar::choose);
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &Sidebar::rebuild);
    connect(&cluster, &cluster::ConnectedCluster::rowsChanged, this, &Sidebar::updateCounts);
    connect(&Theme::instance(), &Theme::changed, this, &Sidebar::rebuild);
    rebuild();
}

void Sidebar::rebuild()
{
    QSet<QString> collapsed;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!isExpanded(m_model->index(row, 0)))
            collapsed << m_model->item(row)->text();
    }
    const bool isFirst = m_model->rowCount() == 0;
    m_model->clear();
    m_model->setColumnCount(2);
    m_types.clear();
    QFont heading = Theme::instance().captionFont();
    heading.setWeight(QFont::DemiBold);
    for (const kinds::SubjectGroup &group : kinds::groupBySubject(m_cluster.catalog())) {
        auto *top = new QStandardItem(headingOf(group.subject));
        top->setFont(heading);
        top->setForeground(Theme::instance().color(Meaning::Secondary));
        top->setFlags(Qt::ItemIsEnabled);
        for (const kube::ResourceType &type : group.types) {
            auto *item = new QStandardItem(base::oneLine(kinds::pluralTitle(type)));
            item->setData(static_cast<int>(m_types.size()), TypeRole);
            item->setToolTip(base::plainToolTip(QString::fromStdString(type.qualifiedName() + "\n" + type.apiVersion())));
            auto *count = new QStandardItem;
            count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            count->setForeground(Theme::instance().color(Meaning::Secondary));
            m_types.push_back(type);
            top->appendRow({item, count});
        }
        m_model->appendRow(top);
        setFirstColumnSpanned(m_model->rowCount() - 1, {}, true);
        const bool wasCollapsed = isFirst ? group.subject == kinds::Subject::Other : collapsed.contains(top->text());
        setExpanded(top->index(), !wasCollapsed);
    }
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(10);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    updateCounts();
    setCurrentKind(m_current);
}

void Sidebar::updateCounts()
{
    for (int group = 0; group < m_model->rowCount(); ++group) {
        QStandardItem *top = m_model->item(group);
        for (int row = 0; row < top->rowCount(); ++row) {
            const auto rows = m_cluster.known(m_types[static_cast<std::size_t>(top->child(row)->data(TypeRole).toInt())]);
            const QString text = rows && rows->store().isComplete() ? QLocale().toString(static_cast<qulonglong>(rows->store().size())) : QString();
            if (QStandardItem *count = top->child(row, 1); count && count->text() != text)
                count->setText(text);
        }
    }
}

void Sidebar::setCurrentKind(const QString &qualifiedName)
{
    m_current = qualifiedName;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        QStandardItem *top = m_model->item(group);
        for (int row = 0; row < top->rowCount(); ++row) {
            if (m_types[static_cast<std::size_t>(top->child(row)->data(TypeRole).toInt())].qualifiedName() != qualifiedName.toStdString())
                continue;
            setCurrentIndex(top->child(row)->index());
            return;
        }
    }
    setCurrentIndex({});
}

void Sidebar::choose(const QModelIndex &index)
{
    const QVariant type = index.siblingAtColumn(0).data(TypeRole);
    if (type.isValid())
        Q_EMIT kindChosen(m_types[static_cast<std::size_t>(type.toInt())], QGuiApplication::keyboardModifiers());
    else
        setExpanded(index, !isExpanded(index));
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && currentIndex().isValid())
        choose(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace shell
