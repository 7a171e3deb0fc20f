#include "widgets/overview/UnwellModel.h"

#include "widgets/base/HealthLook.h"
#include "widgets/base/KindWords.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <numeric>

namespace overview {

UnwellModel::UnwellModel(const Overview &overview, const base::Clock &clock, QObject *parent)
    : SyncedRows(parent), m_overview(overview), m_clock(clock)
{
}

void UnwellModel::refresh()
{
    setRows(m_overview.unwell());
}

std::size_t UnwellModel::objectCount() const
{
    return std::accumulate(rows().begin(), rows().end(), std::size_t(0), [](std::size_t sum, const Unwell &row) { return sum + 1 + row.others; });
}

std::optional<base::Address> UnwellModel::addressAt(int row) const
{
    const Unwell &one = rows()[static_cast<std::size_t>(row)];
    const kube::Store &store = one.kind->tally().store();
    if (!store.contains(one.row))
        return std::nullopt;
    const auto text = [](std::string_view of) { return QString::fromUtf8(of.data(), static_cast<qsizetype>(of.size())); };
    return base::Address{QString::fromStdString(one.kind->type().qualifiedName()), text(store.namespaceName(one.row)), text(store.name(one.row)), {}};
}

/// A row that goes is gone from its store a moment before it is gone from here.
QString UnwellModel::textOf(const Unwell &row, int column) const
{
    const Tally &tally = row.kind->tally();
    const kube::Store &store = tally.store();
    if (!store.contains(row.row))
        return {};
    switch (column) {
    case State: {
        const std::string word = tally.word(row.row);
        const kinds::Health health = tally.health(row.row);
        const bool isCount = !word.empty() && word.front() >= '0' && word.front() <= '9';
        return base::Theme::sign(base::meaningOf(health)) + u' ' + (word.empty() || isCount ? base::wordOf(health) + u' ' : QString()) + base::stateWord(row.kind->type().kind, word);
    }
    case Kind: return base::oneLine(row.kind->type().kind);
    case Namespace: return base::oneLine(store.namespaceName(row.row));
    case Name: {
        const QString name = base::oneLine(store.name(row.row));
        return row.others == 0 ? name : tr("%1 and %2 like it").arg(name, QLocale().toString(static_cast<qulonglong>(row.others)));
    }
    case Why: return base::oneLine(tally.why(row.row));
    case Age: return base::oneLine(tally.cell(row.row, "Age").display(m_clock.now()));
    default: return {};
    }
}

QVariant UnwellModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Unwell &row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole: return textOf(row, index.column());
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(textOf(row, index.column()));
    case Qt::TextAlignmentRole: return index.column() == Age ? QVariant(int(Qt::AlignRight)) : QVariant();
    case base::PlainTable::MeaningRole:
        return index.column() == State ? QVariant(int(base::meaningOf(row.kind->tally().health(row.row)))) : index.column() == Name ? QVariant(int(base::Meaning::Accent)) : QVariant();
    case Qt::ToolTipRole:
        if (const std::int64_t created = row.kind->tally().cell(row.row, "Age").seconds; index.column() == Age && created != kube::Cell::NoTime)
            return base::plainToolTip(QLocale().toString(QDateTime::fromSecsSinceEpoch(created), QLocale::LongFormat));
        return base::plainToolTip(textOf(row, index.column()));
    default: return {};
    }
}

QVariant UnwellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr std::array<const char *, ColumnCount> titles{
        QT_TR_NOOP("State"), QT_TR_NOOP("Kind"), QT_TR_NOOP("Namespace"), QT_TR_NOOP("Name"), QT_TR_NOOP("Why"), QT_TR_NOOP("Age")};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Age ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(tr(titles[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace overview
