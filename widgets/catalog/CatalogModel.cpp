#include "widgets/catalog/CatalogModel.h"

#include "models/text/NaturalKey.h"
#include "widgets/base/PlainText.h"

#include <algorithm>
#include <array>

namespace catalog {

using base::Meaning;

namespace {

constexpr std::array<const char *, CatalogModel::ColumnCount> headings{
    QT_TRANSLATE_NOOP("catalog::CatalogModel", "Name"), QT_TRANSLATE_NOOP("catalog::CatalogModel", "State"),
    QT_TRANSLATE_NOOP("catalog::CatalogModel", "Server"), QT_TRANSLATE_NOOP("catalog::CatalogModel", "User"),
    QT_TRANSLATE_NOOP("catalog::CatalogModel", "File"),
};

std::string sortKey(const QString &text)
{
    std::string key;
    text::appendNaturalKey(key, text.toCaseFolded().toStdString());
    return key;
}

} // namespace

CatalogModel::CatalogModel(cluster::Clusters &clusters, cluster::Reachability &reachability, QObject *parent)
    : QAbstractTableModel(parent), m_clusters(clusters), m_reachability(reachability)
{
    readEntries();
}

int CatalogModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
int CatalogModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = shown(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole: return row.texts[column];
    case Qt::ToolTipRole: return base::plainToolTip(row.tips[column]);
    case Qt::AccessibleTextRole: return row.texts[column].isEmpty() ? tr("none") : row.texts[column];
    case MeaningRole: return static_cast<int>(meaningOf(row, index.column()));
    default: return {};
    }
}

Meaning CatalogModel::meaningOf(const Row &row, int column) const
{
    switch (column) {
    case Name: return row.isBroken ? Meaning::Secondary : row.isCurrent ? Meaning::Accent : Meaning::Text;
    case State: return row.state.meaning;
    case Server: return row.isUnverified || row.isBroken ? Meaning::Error : Meaning::Text;
    default: return Meaning::Secondary;
    }
}

QVariant CatalogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return tr(headings[static_cast<std::size_t>(section)]);
}

CatalogModel::Row CatalogModel::rowFor(const kube::CatalogEntry &entry) const
{
    Row row;
    row.id = cluster::EntryId::of(entry);
    row.isCurrent = entry.isCurrent;
    row.isUnverified = isUnverified(entry);
    row.isBroken = entry.context.context.empty();
    const QString server = serverOf(entry);
    row.texts[Name] = entry.isCurrent ? tr("%1 (current)").arg(nameOf(entry)) : nameOf(entry);
    row.texts[Server] = row.isBroken && entry.error() ? shortErrorOf(*entry.error(), entry.file)
        : row.isUnverified ? tr("%1 (not verified)").arg(server) : server;
    row.texts[User] = credentialOf(entry);
    row.texts[File] = fileOf(entry);
    row.tips = row.texts;
    row.tips[File] = base::oneLine(entry.file);
    if (row.isUnverified)
        row.tips[Server] = tr("%1\nThe kubeconfig says insecure-skip-tls-verify: anybody between you and the server could answer in its place.").arg(server);
    takeState(row, entry);
    std::ranges::transform(row.texts, row.keys.begin(), sortKey);
    return row;
}

void CatalogModel::takeState(Row &row, const kube::CatalogEntry &entry) const
{
    const cluster::ConnectedCluster *connected = m_clusters.connected(row.id);
    const bool mayAsk = !connected && !entry.error() && entry.context.connection;
    row.address = mayAsk ? std::optional(cluster::ServerAddress::of(*entry.context.connection)) : std::nullopt;
    row.state = stateOf(entry, connected, row.address ? m_reachability.of(*row.address) : cluster::Reach());
    row.texts[State] = row.state.text();
    row.keys[State] = sortKey(row.texts[State]);
    row.tips[State] = row.state.detail.isEmpty() ? row.state.words : row.state.detail;
}

void CatalogModel::readEntries()
{
    beginResetModel();
    m_rows.clear();
    for (const kube::CatalogEntry &entry : m_clusters.entries())
        m_rows.push_back(rowFor(entry));
    arrange();
    endResetModel();
    Q_EMIT entriesRead();
}

QSet<QString> CatalogModel::textsOf(int column) const
{
    QSet<QString> texts;
    for (const Row &row : m_rows)
        texts.insert(row.texts[static_cast<std::size_t>(column)]);
    return texts;
}

void CatalogModel::readStates()
{
    const auto &entries = m_clusters.entries();
    if (entries.size() != m_rows.size())
        return readEntries();
    for (std::size_t at = 0; at < entries.size(); ++at)
        takeState(m_rows[at], entries[at]);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
}

bool CatalogModel::matches(const Row &row) const
{
    return std::ranges::all_of(m_words, [&](const QString &word) {
        return std::ranges::any_of(row.texts, [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

void CatalogModel::arrange()
{
    m_shown.clear();
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (matches(m_rows[at]))
            m_shown.push_back(at);
    }
    const auto less = [&](std::size_t left, std::size_t right) {
        for (const int column : {m_sortColumn, int(Name), int(File)}) {
            const auto at = static_cast<std::size_t>(column);
            if (const int order = m_rows[left].keys[at].compare(m_rows[right].keys[at]))
                return column == m_sortColumn && m_sortOrder == Qt::DescendingOrder ? order > 0 : order < 0;
        }
        return false;
    };
    std::ranges::stable_sort(m_shown, less);
}

void CatalogModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    endResetModel();
}

void CatalogModel::setFilter(const QString &filter)
{
    beginResetModel();
    m_words = filter.split(u' ', Qt::SkipEmptyParts);
    arrange();
    endResetModel();
}

int CatalogModel::rowOf(const cluster::EntryId &id) const
{
    const auto found = std::ranges::find_if(m_shown, [&](std::size_t at) { return m_rows[at].id == id; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

} // namespace catalog
