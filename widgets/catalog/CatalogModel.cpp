#include "widgets/catalog/CatalogModel.h"

#include "models/text/NaturalKey.h"
#include "widgets/base/ClusterColor.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"

#include <algorithm>
#include <array>

namespace catalog {

using base::Meaning;

namespace {

constexpr std::array<const char *, CatalogModel::ColumnCount> headings{
    QT_TRANSLATE_NOOP("catalog::CatalogModel", "Name"),    QT_TRANSLATE_NOOP("catalog::CatalogModel", "State"),
    QT_TRANSLATE_NOOP("catalog::CatalogModel", "Version"), QT_TRANSLATE_NOOP("catalog::CatalogModel", "Distribution"),
    QT_TRANSLATE_NOOP("catalog::CatalogModel", "Server"),  QT_TRANSLATE_NOOP("catalog::CatalogModel", "User"),
    QT_TRANSLATE_NOOP("catalog::CatalogModel", "Namespace"), QT_TRANSLATE_NOOP("catalog::CatalogModel", "File"),
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
    case Qt::AccessibleTextRole: return index.column() == Name ? row.spoken : row.texts[column].isEmpty() ? tr("none") : row.texts[column];
    case ColorRole: return index.column() == Name ? QString::fromStdString(row.marks.colour) : QString();
    case MeaningRole: return static_cast<int>(meaningOf(row, index.column()));
    default: return {};
    }
}

Meaning CatalogModel::meaningOf(const Row &row, int column) const
{
    switch (column) {
    case Name: return row.isBroken ? Meaning::Secondary : row.isCurrent ? Meaning::Accent : Meaning::Text;
    case State: return row.state.meaning;
    case Version: return row.isVersionOld ? Meaning::Secondary : Meaning::Text;
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
    row.texts[Server] = row.isBroken && entry.error() ? shortErrorOf(*entry.error(), entry.file)
        : row.isUnverified ? tr("%1 (not verified)").arg(server) : server;
    row.texts[User] = credentialOf(entry);
    row.texts[Namespace] = row.isBroken ? QString() : base::oneLine(entry.context.namespaceName);
    row.texts[File] = fileOf(entry);
    row.tips = row.texts;
    row.tips[File] = base::oneLine(entry.file);
    if (row.isUnverified)
        row.tips[Server] = tr("%1\nThe kubeconfig says insecure-skip-tls-verify: anybody between you and the server could answer in its place.").arg(server);
    std::ranges::transform(row.texts, row.keys.begin(), sortKey);
    takeMarks(row, entry);
    takeState(row, entry);
    return row;
}

void CatalogModel::takeMarks(Row &row, const kube::CatalogEntry &entry) const
{
    row.marks = m_clusters.marks(row.id);
    const QString shown = row.marks.name.empty() ? nameOf(entry) : base::oneLine(row.marks.name);
    const QString whole = entry.isCurrent ? tr("%1 (current)").arg(shown) : shown;
    const QString marked = row.marks.isReadOnly ? tr("%1, read-only").arg(whole) : whole;
    row.texts[Name] = row.marks.isFavourite ? QStringLiteral("★ ") + marked : marked;
    row.keys[Name] = sortKey(shown);
    row.spoken = row.marks.isFavourite ? tr("%1, favourite").arg(marked) : marked;
    const QString color = base::clusterColorName(row.marks.colour);
    if (!color.isEmpty())
        row.spoken = tr("%1, %2", "name, colour").arg(row.spoken, color);
    row.tips[Name] = row.marks.name.empty() ? row.spoken : row.spoken + u'\n' + nameOf(entry);
    row.searched = row.spoken + u' ' + nameOf(entry) + u' ' + base::oneLine(entry.context.cluster) + u' ' + base::oneLine(entry.context.user);
}

/// What the server says now, else what it said last.
void CatalogModel::takeVersion(Row &row, const cluster::ConnectedCluster *connected, const std::string &reached) const
{
    const std::string now = connected ? connected->version() : reached;
    const std::string &version = now.empty() ? row.marks.version : now;
    row.isVersionOld = now.empty();
    row.texts[Version] = base::oneLine(version);
    row.texts[Distribution] = base::oneLine(row.marks.distribution);
    for (const int column : {int(Version), int(Distribution)}) {
        const auto at = static_cast<std::size_t>(column);
        row.keys[at] = sortKey(row.texts[at]);
        row.tips[at] = row.isVersionOld && !version.empty() ? row.texts[at] + u'\n' + tr("Last seen %1").arg(base::localTime(row.marks.seen)) : row.texts[at];
    }
}

void CatalogModel::takeState(Row &row, const kube::CatalogEntry &entry) const
{
    const cluster::ConnectedCluster *connected = m_clusters.connected(row.id);
    const bool mayAsk = !connected && !entry.error() && entry.context.connection;
    row.address = mayAsk ? std::optional(cluster::ServerAddress::of(*entry.context.connection)) : std::nullopt;
    row.state = stateOf(entry, connected, row.address ? m_reachability.of(*row.address) : cluster::Reach());
    takeVersion(row, connected, row.address ? m_reachability.of(*row.address).version : std::string());
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

void CatalogModel::readMarks()
{
    const auto &entries = m_clusters.entries();
    if (entries.size() != m_rows.size())
        return readEntries();
    for (std::size_t at = 0; at < entries.size(); ++at) {
        takeMarks(m_rows[at], entries[at]);
        takeState(m_rows[at], entries[at]);
    }
    std::vector<std::size_t> order = arranged();
    if (order == m_shown) {
        if (!m_shown.empty())
            Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, File));
        return;
    }
    beginResetModel();
    m_shown = std::move(order);
    endResetModel();
}

void CatalogModel::readStates()
{
    const auto &entries = m_clusters.entries();
    if (entries.size() != m_rows.size())
        return readEntries();
    for (std::size_t at = 0; at < entries.size(); ++at)
        takeState(m_rows[at], entries[at]);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, Distribution));
}

bool CatalogModel::matches(const Row &row) const
{
    const auto holds = [&](const QString &word) {
        return row.searched.contains(word, Qt::CaseInsensitive) || std::ranges::any_of(row.texts, [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    };
    return std::ranges::all_of(m_words, [&](const QString &word) { return holds(word) || holds(base::latinKeys(word)); });
}

std::vector<std::size_t> CatalogModel::arranged() const
{
    std::vector<std::size_t> rows;
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (matches(m_rows[at]))
            rows.push_back(at);
    }
    const auto less = [&](std::size_t left, std::size_t right) {
        if (m_rows[left].marks.isFavourite != m_rows[right].marks.isFavourite)
            return m_rows[left].marks.isFavourite;
        for (const int column : {m_sortColumn, int(Name), int(File)}) {
            const auto at = static_cast<std::size_t>(column);
            if (const int order = m_rows[left].keys[at].compare(m_rows[right].keys[at]))
                return column == m_sortColumn && m_sortOrder == Qt::DescendingOrder ? order > 0 : order < 0;
        }
        return false;
    };
    std::ranges::stable_sort(rows, less);
    return rows;
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
