#include "widgets/overview/WarningsModel.h"

#include "models/kinds/Links.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace overview {

WarningsModel::WarningsModel(const Overview &overview, const base::Clock &clock, QObject *parent)
    : SyncedRows(parent), m_overview(overview), m_clock(clock)
{
}

void WarningsModel::refresh()
{
    setRows(m_overview.warnings());
}

std::optional<base::Address> WarningsModel::objectAt(int row) const
{
    const Tally &tally = m_overview.events()->tally();
    const kube::RowId id = rows()[static_cast<std::size_t>(row)];
    const kinds::LinkRule *rule = kinds::findLinkRule(tally.type().apiVersion(), tally.type().kind, "Object");
    if (!rule || !tally.store().contains(id))
        return std::nullopt;
    const auto link = kinds::linkOf(*rule, tally.store().namespaceName(id), tally.cell(id, "Object").text);
    if (!link)
        return std::nullopt;
    return base::Address{QString::fromStdString(link->resource), QString::fromStdString(link->namespaceName), QString::fromStdString(link->name), {}};
}

QString WarningsModel::textOf(kube::RowId row, int column) const
{
    if (!m_overview.events() || !m_overview.events()->tally().store().contains(row))
        return {};
    const Tally &tally = m_overview.events()->tally();
    switch (column) {
    case Seen: return base::oneLine(tally.cell(row, "Last Seen").display(m_clock.now()));
    case Reason: return base::Theme::sign(base::Meaning::Warning) + u' ' + base::oneLine(tally.cell(row, "Reason").text);
    case Namespace: return base::oneLine(tally.store().namespaceName(row));
    case Object: return base::oneLine(tally.cell(row, "Object").text);
    case Message: return base::oneLine(tally.cell(row, "Message").text);
    case Times: return QLocale().toString(static_cast<qlonglong>(tally.cell(row, "Count").number));
    default: return {};
    }
}

QVariant WarningsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const kube::RowId row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole: return textOf(row, index.column());
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(textOf(row, index.column()));
    case Qt::TextAlignmentRole: return index.column() == Seen || index.column() == Times ? QVariant(int(Qt::AlignRight)) : QVariant();
    case base::PlainTable::MeaningRole:
        return index.column() == Reason ? QVariant(int(base::Meaning::Warning)) : index.column() == Object ? QVariant(int(base::Meaning::Accent)) : QVariant();
    case Qt::ToolTipRole:
        if (const std::int64_t seen = m_overview.events()->tally().cell(row, "Last Seen").seconds; index.column() == Seen && seen != kube::Cell::NoTime)
            return base::plainToolTip(QLocale().toString(QDateTime::fromSecsSinceEpoch(seen), QLocale::LongFormat));
        return base::plainToolTip(textOf(row, index.column()));
    default: return {};
    }
}

QVariant WarningsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr std::array<const char *, ColumnCount> titles{
        QT_TR_NOOP("Last seen"), QT_TR_NOOP("Reason"), QT_TR_NOOP("Namespace"), QT_TR_NOOP("Object"), QT_TR_NOOP("Message"), QT_TR_NOOP("Count")};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Seen || section == Times ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(tr(titles[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace overview
