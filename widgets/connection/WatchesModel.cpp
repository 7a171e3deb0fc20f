#include "widgets/connection/WatchesModel.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/base/WhyNot.h"
#include "widgets/connection/Figures.h"

#include <QLocale>

#include <array>

namespace connection {

using base::Meaning;
using Phase = kube::SyncState::Phase;

namespace {

struct Word
{
    Meaning meaning;
    const char *text;
};
/// In the order of the phases.
constexpr std::array<Word, 6> words{{{Meaning::Progress, QT_TRANSLATE_NOOP("connection::WatchesModel", "connecting")},
                                     {Meaning::Progress, QT_TRANSLATE_NOOP("connection::WatchesModel", "listing")},
                                     {Meaning::Ok, QT_TRANSLATE_NOOP("connection::WatchesModel", "live")},
                                     {Meaning::Ok, QT_TRANSLATE_NOOP("connection::WatchesModel", "asked now and then")},
                                     {Meaning::Warning, QT_TRANSLATE_NOOP("connection::WatchesModel", "stale")},
                                     {Meaning::Unknown, QT_TRANSLATE_NOOP("connection::WatchesModel", "stopped")}}};

const Word &wordOf(const kube::SyncState &state)
{
    static constexpr Word refused{Meaning::Error, QT_TRANSLATE_NOOP("connection::WatchesModel", "refused")};
    const bool isRefused = state.phase == Phase::Connecting && state.error;
    return isRefused ? refused : words[static_cast<std::size_t>(state.phase)];
}

} // namespace

WatchesModel::WatchesModel(const cluster::ConnectedCluster &cluster, QObject *parent) : QAbstractTableModel(parent), m_cluster(cluster)
{
    refresh();
}

void WatchesModel::refresh()
{
    std::vector<Row> rows;
    for (cluster::ClusterSession::Open &list : m_cluster.openLists()) {
        const kube::WatchTraffic traffic = m_cluster.traffic().watch(list.type);
        rows.push_back({std::move(list), traffic});
    }
    const bool isOther = rows.size() != m_rows.size();
    if (isOther)
        beginResetModel();
    m_rows = std::move(rows);
    if (isOther)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

/// The namespace, and the labels where only some are asked for.
QString WatchesModel::placeOf(const cluster::ClusterSession::Open &list)
{
    const QString place = list.namespaceName.empty() ? tr("all") : QString::fromStdString(list.namespaceName);
    return list.labelSelector.empty() ? place : place + QStringLiteral(" · ") + QString::fromStdString(list.labelSelector);
}

QString WatchesModel::textOf(const Row &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Kind: return QString::fromStdString(row.list.type.qualifiedName());
    case Namespace: return placeOf(row.list);
    case State: return base::Theme::sign(wordOf(row.list.state).meaning) + u' ' + tr(wordOf(row.list.state).text) + (row.list.isLookedAt ? QString() : tr(", kept for a minute"));
    case Rows: return locale.toString(static_cast<qulonglong>(row.list.rows));
    case Received: return bytesText(row.traffic.bytes);
    case Reconnects: return locale.toString(static_cast<qulonglong>(row.traffic.connects > 0 ? row.traffic.connects - 1 : 0));
    case Heard: break;
    }
    if (!row.traffic.heard)
        return tr("nothing yet");
    const auto age = std::max(base::SystemTime::duration(0), base::Clock::system().now() - *row.traffic.heard);
    if (age < std::chrono::seconds(1))
        return tr("just now");
    return tr("%1 ago").arg(durationText(std::chrono::floor<std::chrono::seconds>(age)));
}

std::optional<base::Address> WatchesModel::whyNotAt(int row) const
{
    const auto &error = m_rows[static_cast<std::size_t>(row)].list.state.error;
    return error ? base::whyNotAddress(*error) : std::nullopt;
}

/// In the server's words, and how one comes to why.
QString WatchesModel::troubleAt(int row) const
{
    const auto &error = m_rows[static_cast<std::size_t>(row)].list.state.error;
    if (!error)
        return {};
    return whyNotAt(row) ? base::errorText(*error) + u'\n' + tr("Enter or a double click tells why not.") : base::errorText(*error);
}

QVariant WatchesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= Rows ? QVariant(int(Qt::AlignRight)) : QVariant();
    case base::PlainTable::MeaningRole:
        return index.column() == State ? QVariant(static_cast<int>(wordOf(row.list.state).meaning)) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == State && row.list.state.error ? base::plainToolTip(troubleAt(index.row())) : QVariant();
    default:
        return {};
    }
}

QVariant WatchesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr std::array<const char *, ColumnCount> titles{
        QT_TRANSLATE_NOOP("connection::WatchesModel", "Watched"), QT_TRANSLATE_NOOP("connection::WatchesModel", "Namespace"),
        QT_TRANSLATE_NOOP("connection::WatchesModel", "State"), QT_TRANSLATE_NOOP("connection::WatchesModel", "Rows"),
        QT_TRANSLATE_NOOP("connection::WatchesModel", "Received"), QT_TRANSLATE_NOOP("connection::WatchesModel", "Reconnects"),
        QT_TRANSLATE_NOOP("connection::WatchesModel", "Last heard")};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(tr(titles[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace connection
