#include "widgets/rbac/AccessTwin.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/Lessons.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace rbac {

using base::Theme;

namespace {

/// What becomes of a row is read first, and shown only of what would be.
void moveToFront(base::PlainTable &table, int column)
{
    QHeaderView &head = *table.horizontalHeader();
    head.moveSection(head.visualIndex(column), 0);
    table.setColumnHidden(column, true);
}

} // namespace

AccessTwin::AccessTwin(QWidget *parent)
    : QWidget(parent), m_rightsHead(new base::PlainLabel(this)), m_connectionsHead(new base::PlainLabel(this)), m_rightsTable(new base::PlainTable(tr("Rights"), this))
    , m_connectionsTable(new base::PlainTable(tr("Connections"), this))
{
    m_rightsTable->setModel(&m_rights);
    m_rightsTable->setWidths(RightsModel::FromRole, {7, 20, 6, 16, 22, 22, 22, 0, 15, 12});
    m_connectionsTable->setModel(&m_connections);
    m_connectionsTable->setWidths(ConnectionsModel::Note, {44, 12, 44, 20, 15, 12});
    moveToFront(*m_rightsTable, RightsModel::Change);
    moveToFront(*m_connectionsTable, ConnectionsModel::Change);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto add = [&](base::PlainLabel *head, base::PlainTable *table, int stretch) {
        head->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, Theme::Step);
        layout->addWidget(head);
        layout->addWidget(table, stretch);
    };
    add(m_rightsHead, m_rightsTable, 3);
    add(m_connectionsHead, m_connectionsTable, 2);
    const auto open = [this](const ObjectRef &ref) {
        if (const auto address = addressOf(ref))
            Q_EMIT openRequested(*address);
    };
    connect(m_rightsTable, &base::PlainTable::chosen, this, [this, open](int row) { open(m_rights.right(row).binding); });
    connect(m_connectionsTable, &base::PlainTable::chosen, this, [this, open](int row) {
        if (const auto to = ObjectRef::parse(m_connections.connection(row).to))
            open(*to);
    });
    connect(m_rightsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        point(now.isValid() ? lessonOf(m_rights.right(now.row()).verb, rowName(m_rights.right(now.row()))) : QString());
    });
    connect(m_connectionsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        point(now.isValid() ? lessonOf(m_connections.connection(now.row())) : QString());
    });
    m_rightsTable->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_rightsTable, &QWidget::customContextMenuRequested, this, &AccessTwin::openMenu);
    connect(&Theme::instance(), &Theme::changed, this, &AccessTwin::recolor);
    recolor();
}

void AccessTwin::show(std::shared_ptr<const AccessPicture> picture, const Found *found)
{
    for (const auto &[table, column] : {std::pair(m_rightsTable, int(RightsModel::Change)), std::pair(m_connectionsTable, int(ConnectionsModel::Change))})
        table->setColumnHidden(column, !picture->before);
    m_connections.show(picture, found);
    m_rights.show(std::move(picture), found);
    m_rightsHead->show(tr("Rights: %1").arg(QLocale().toString(m_rights.rowCount())));
    m_connectionsHead->show(tr("Connections: %1").arg(QLocale().toString(m_connections.rowCount())));
}

void AccessTwin::point(const QString &lesson)
{
    m_lesson = lesson;
    Q_EMIT pointed();
}

void AccessTwin::setVersions(const VersionOf &versionOf)
{
    m_rights.setVersions(versionOf);
    m_connections.setVersions(versionOf);
}

/// Of the row with the focus, for the mouse and the menu key.
void AccessTwin::openMenu(const QPoint &place)
{
    const int row = m_rightsTable->currentIndex().row();
    if (row < 0)
        return;
    auto *menu = new QMenu(m_rightsTable);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [this, menu](const QString &text, const ObjectRef &object) {
        if (const auto address = addressOf(object))
            connect(menu->addAction(text), &QAction::triggered, this, [this, address = *address] { Q_EMIT openRequested(address); });
    };
    const Right right = m_rights.right(row);
    offer(tr("Open the binding"), right.binding);
    offer(tr("Open the role"), right.role);
    if (!m_rights.index(row, RightsModel::Proof).data().toString().isEmpty())
        connect(menu->addAction(tr("Ask the server about it")), &QAction::triggered, this, [this, right] { Q_EMIT verifyRequested(right); });
    menu->popup(m_rightsTable->viewport()->mapToGlobal(place));
}

void AccessTwin::recolor()
{
    QFont font = Theme::instance().captionFont();
    font.setWeight(base::strongWeight());
    m_rightsHead->setFont(font);
    m_connectionsHead->setFont(font);
}

} // namespace rbac
