#include "widgets/base/PlainText.h"
#include "widgets/catalog/CatalogPage.h"
#include "widgets/catalog/CatalogTable.h"
#include "widgets/catalog/EntryDetail.h"
#include "widgets/catalog/ImportDialog.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>
#include <string>

namespace catalog {

namespace {

/// Two texts of one name would be one entry.
std::string freeName(const std::vector<kube::PastedConfig> &pasted, const std::string &wanted)
{
    std::string name = wanted;
    for (int number = 2; std::ranges::find(pasted, name, &kube::PastedConfig::name) != pasted.end(); ++number)
        name = wanted + '-' + std::to_string(number);
    return name;
}

} // namespace

void CatalogPage::connectTo(const cluster::EntryId &id)
{
    if (cluster::ConnectedCluster *cluster = m_clusters.connectTo(id))
        Q_EMIT clusterRequested(cluster);
    else if (const kube::CatalogEntry *entry = m_clusters.find(id); entry && entry->error())
        Q_EMIT noticed(tr("%1 cannot be used: %2").arg(nameOf(*entry), errorOf(*entry->error())));
}

void CatalogPage::disconnectFrom(const cluster::EntryId &id) { m_clusters.disconnectFrom(id); }

ImportDialog *CatalogPage::import()
{
    const std::string folder = m_clusters.sources().places.folder();
    auto *dialog = new ImportDialog({m_clusters.network(), m_clusters.consumer(), folder.empty() ? QDir::homePath().toStdString() + "/.kube" : folder}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::opened, this, &CatalogPage::takeFile);
    connect(dialog, &ImportDialog::saved, this, &CatalogPage::takeSaved);
    connect(dialog, &ImportDialog::pasted, this, [this](kube::PastedConfig config) {
        config.name = freeName(m_clusters.sources().pasted, config.name);
        m_awaitedFile = config.name;
        m_awaitedContext.clear();
        m_clusters.paste(std::move(config));
    });
    dialog->show();
    return dialog;
}

void CatalogPage::openFile() { import()->chooseFile(); }

void CatalogPage::takeFile(const QString &path)
{
    m_awaitedFile = path.toStdString();
    m_awaitedContext.clear();
    m_clusters.add(m_awaitedFile);
    readEntries();      // it may be there already
}

void CatalogPage::takeSaved(const QString &path, const QString &context)
{
    Q_EMIT noticed(tr("Saved as %1").arg(shortPath(path.toStdString())));
    m_awaitedFile = path.toStdString();
    m_awaitedContext = context.toStdString();
    m_clusters.readAgain();
}

void CatalogPage::checkAgain()
{
    const auto [first, end] = m_table->rowsOnScreen();
    for (int row = first; row < end; ++row) {
        if (const auto &address = m_model.addressAt(row))
            m_reachability.askAgain(*address);
    }
}

bool CatalogPage::tryAgain()
{
    checkAgain();
    return true;
}

bool CatalogPage::find()
{
    m_filter->setFocus();
    m_filter->selectAll();
    return true;
}

std::vector<base::Command> CatalogPage::commands()
{
    return {base::Command::make(QStringLiteral("filter-contexts"), {"catalog::CatalogPage", QT_TRANSLATE_NOOP("catalog::CatalogPage", "Filter the contexts")}, QKeySequence(),
                                [this] { m_filter->setFocus(Qt::ShortcutFocusReason); })};
}

void CatalogPage::showMenu(const QPoint &at)
{
    const auto id = selected();
    const kube::CatalogEntry *entry = id ? m_clusters.find(*id) : nullptr;
    if (!entry)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isConnected = m_clusters.connected(*id);
    QAction *open = menu->addAction(isConnected ? tr("Show") : tr("Connect"), this, [this, id] { connectTo(*id); });
    open->setEnabled(isConnected || (!entry->error() && entry->context.connection));
    if (isConnected)
        menu->addAction(tr("Disconnect"), this, [this, id] { disconnectFrom(*id); });
    const auto address = m_model.addressAt(m_table->currentRow());
    if (address)
        menu->addAction(tr("Check again"), this, [this, address] { m_reachability.askAgain(*address); });
    menu->addSeparator();
    addMarkActions(*menu, *id);
    menu->addSeparator();
    addCopyActions(*menu, *entry);
    menu->addSeparator();
    menu->addAction(tr("Sort by name"), this, [this] { m_table->sortByColumn(CatalogModel::Name, Qt::AscendingOrder); });
    menu->addAction(tr("Sort by version"), this, [this] { m_table->sortByColumn(CatalogModel::Version, Qt::DescendingOrder); });
    menu->addAction(tr("Sort by file"), this, [this] { m_table->sortByColumn(CatalogModel::File, Qt::AscendingOrder); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

/// The selected one, since a person is at it.
void CatalogPage::mark(const cluster::EntryId &id, const cluster::ClusterMarks &marks)
{
    m_clusters.mark(id, marks);
}

void CatalogPage::addMarkActions(QMenu &menu, const cluster::EntryId &id)
{
    if (id.context.empty())
        return;
    const cluster::ClusterMarks marks = m_clusters.marks(id);
    const auto add = [&](const QString &text, bool cluster::ClusterMarks::*flag) {
        menu.addAction(text, this, [this, id, flag] {
            cluster::ClusterMarks changed = m_clusters.marks(id);
            changed.*flag = !(changed.*flag);
            mark(id, changed);
        });
    };
    add(marks.isFavourite ? tr("Remove from favourites") : tr("Add to favourites"), &cluster::ClusterMarks::isFavourite);
    if (m_clusters.network().access() == kube::Access::ReadWrite)
        add(marks.isReadOnly ? tr("Allow writing again") : tr("Mark read-only"), &cluster::ClusterMarks::isReadOnly);
    menu.addAction(tr("Give it a name…"), this, [this] { m_detail->editName(); });
}

void CatalogPage::addCopyActions(QMenu &menu, const kube::CatalogEntry &entry)
{
    const auto add = [&](const QString &text, const std::string &value) {
        if (!value.empty())
            menu.addAction(text, this, [value] { QGuiApplication::clipboard()->setText(QString::fromStdString(value)); });
    };
    add(tr("Copy the name"), entry.context.context);
    add(tr("Copy the server"), entry.context.clusterEntry.server);
    add(tr("Copy the file's path"), entry.isPasted ? std::string() : entry.file);
}

void CatalogPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Slash)
        m_filter->setFocus(Qt::ShortcutFocusReason);
    else if (event->key() == Qt::Key_F5)
        checkAgain();
    else
        Page::keyPressEvent(event);
}

/// From the filter the arrows lead into the table, and Escape empties it.
bool CatalogPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty())
        m_filter->clear();
    else if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        return Page::eventFilter(watched, event);
    return true;
}

} // namespace catalog
