#include "widgets/connection/RequestsModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/connection/Figures.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace connection {

using base::Meaning;

void RequestsModel::setRecords(std::vector<kube::RequestRecord> records)
{
    m_records = std::move(records);
    choose();
}

void RequestsModel::setFilter(const QString &text, bool failuresOnly)
{
    m_filter = text;
    m_failuresOnly = failuresOnly;
    choose();
}

bool RequestsModel::isShown(const kube::RequestRecord &record) const
{
    if (m_failuresOnly && !isFailure(record))
        return false;
    const auto holds = [&](int column) { return textOf(record, column).contains(m_filter, Qt::CaseInsensitive); };
    return m_filter.isEmpty() || holds(Path) || holds(Method) || holds(Outcome);
}

void RequestsModel::choose()
{
    std::vector<kube::RequestRecord> wanted;
    std::copy_if(m_records.rbegin(), m_records.rend(), std::back_inserter(wanted), [this](const kube::RequestRecord &record) { return isShown(record); });
    removeMissing(wanted);
    insertNew(wanted);
    m_shown = std::move(wanted);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RequestsModel::removeMissing(const std::vector<kube::RequestRecord> &wanted)
{
    std::set<std::uint64_t> numbers;
    std::ranges::transform(wanted, std::inserter(numbers, numbers.end()), &kube::RequestRecord::number);
    for (std::size_t end = m_shown.size(); end > 0;) {
        std::size_t begin = end;
        while (begin > 0 && !numbers.contains(m_shown[begin - 1].number))
            --begin;
        if (begin == end) {
            --end;
            continue;
        }
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        m_shown.erase(m_shown.begin() + static_cast<std::ptrdiff_t>(begin), m_shown.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
        end = begin;
    }
}

void RequestsModel::insertNew(const std::vector<kube::RequestRecord> &wanted)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto isKnown = [&](std::size_t place) { return i < m_shown.size() && m_shown[i].number == wanted[place].number; };
        std::size_t end = i;
        while (end < wanted.size() && !isKnown(end))
            ++end;
        if (end == i)
            continue;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
        m_shown.insert(m_shown.begin() + static_cast<std::ptrdiff_t>(i), wanted.begin() + static_cast<std::ptrdiff_t>(i), wanted.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end;
    }
}

std::vector<kube::RequestRecord> RequestsModel::shown() const
{
    return {m_shown.rbegin(), m_shown.rend()};
}

QString RequestsModel::textOf(const kube::RequestRecord &record, int column)
{
    switch (column) {
    case Time: return QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(record.begun.time_since_epoch()).count()).toString(QStringLiteral("hh:mm:ss.zzz"));
    case Method: return QString::fromUtf8(kube::methodWord(record.method).data());
    case Outcome: return outcomeOf(record);
    case Path: return QString::fromStdString(record.query.empty() ? record.path : record.path + '?' + record.query);
    case Bytes: return bytesText(record.bytesIn);
    case Took: return record.isOpen() ? tr("open") : durationText(*record.took);
    default: return {};
    }
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const kube::RequestRecord &record = m_shown[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(record, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Bytes || index.column() == Took ? QVariant(int(Qt::AlignRight)) : QVariant();
    case base::PlainTable::MeaningRole:
        if (index.column() != Outcome)
            return index.column() == Path ? QVariant() : QVariant(static_cast<int>(Meaning::Secondary));
        return static_cast<int>(isFailure(record) ? Meaning::Error : record.status != 0 ? Meaning::Ok : Meaning::Unknown);
    case Qt::ToolTipRole:
        return index.column() == Path ? base::plainToolTip(textOf(record, Path)) : QVariant();
    default:
        return {};
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr std::array<const char *, ColumnCount> titles{
        QT_TRANSLATE_NOOP("connection::RequestsModel", "Time"), QT_TRANSLATE_NOOP("connection::RequestsModel", "Method"),
        QT_TRANSLATE_NOOP("connection::RequestsModel", "Status"), QT_TRANSLATE_NOOP("connection::RequestsModel", "Path"),
        QT_TRANSLATE_NOOP("connection::RequestsModel", "Received"), QT_TRANSLATE_NOOP("connection::RequestsModel", "Duration")};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Bytes || section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(tr(titles[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace connection
