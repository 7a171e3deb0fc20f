#include "widgets/rbac/CompareModels.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskTexts.h"

#include <QCoreApplication>

#include <array>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::array<const char *, SideCount> sides{QT_TRANSLATE_NOOP("rbac", "only in the first"), QT_TRANSLATE_NOOP("rbac", "only in the second"), QT_TRANSLATE_NOOP("rbac", "in both")};

/// What all roles of a cell come from.
QVariant cell(const QString &text, Meaning meaning, int role)
{
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(text);
    case Qt::ToolTipRole: return base::plainToolTip(text);
    case base::PlainTable::MeaningRole: return meaning == Meaning::Text ? QVariant() : QVariant(int(meaning));
    default: return {};
    }
}

constexpr std::array<ComparedPart, ComparedRightsModel::ColumnCount> rightParts{ComparedPart::In, ComparedPart::What, ComparedPart::Where};
constexpr std::array<ComparedPart, ComparedRisksModel::ColumnCount> riskParts{ComparedPart::In, ComparedPart::Severity, ComparedPart::What, ComparedPart::Where};

QString headWith(const QString &title, ComparedPart part, const ComparedOrder &order)
{
    using Sorted = base::PlainTable::Sorted;
    return base::PlainTable::headOf(title, part != order.part ? Sorted::Not : order.isDescending ? Sorted::Down : Sorted::Up);
}

Meaning meaningOf(Side side) { return side == Side::Both ? Meaning::Secondary : side == Side::OnlyFirst ? Meaning::Accent : Meaning::Group; }

} // namespace

QString wordOf(Side side)
{
    return QCoreApplication::translate("rbac", sides[static_cast<std::size_t>(side)]);
}

void ComparedRightsModel::show(std::shared_ptr<const ComparisonList> list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

ComparedPart ComparedRightsModel::partOf(int column)
{
    return rightParts[static_cast<std::size_t>(column)];
}

QString ComparedRightsModel::titleOf(int column)
{
    const std::array<QString, ColumnCount> heads{tr("In"), tr("Right"), headOf(RiskPart::Where)};
    return heads[static_cast<std::size_t>(column)];
}

void ComparedRightsModel::setOrder(const ComparedOrder &order)
{
    m_order = order;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant ComparedRightsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ComparedRight &row = m_list->right(static_cast<std::size_t>(index.row()));
    const QString texts[] = {wordOf(row.side), base::oneLine(rightText(row.right)), placeOf(row.right.namespaceName)};
    return cell(texts[index.column()], index.column() == In ? meaningOf(row.side) : Meaning::Text, role);
}

QVariant ComparedRightsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isHead = orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < ColumnCount;
    return isHead ? QVariant(headWith(titleOf(section), partOf(section), m_order)) : QVariant();
}

void ComparedRisksModel::show(std::shared_ptr<const ComparisonList> list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

ComparedPart ComparedRisksModel::partOf(int column)
{
    return riskParts[static_cast<std::size_t>(column)];
}

QString ComparedRisksModel::titleOf(int column)
{
    const std::array<QString, ColumnCount> heads{tr("In"), headOf(RiskPart::Severity), headOf(RiskPart::What), headOf(RiskPart::Where)};
    return heads[static_cast<std::size_t>(column)];
}

void ComparedRisksModel::setOrder(const ComparedOrder &order)
{
    m_order = order;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant ComparedRisksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ComparedRisk &row = m_list->risk(static_cast<std::size_t>(index.row()));
    const QString texts[] = {wordOf(row.side), signedWordOf(row.severity), attackOf(row.id) + QStringLiteral(" (%1)").arg(base::oneLine(row.id)), placeOf(row.namespaceName)};
    const std::array<Meaning, ColumnCount> meanings{meaningOf(row.side), rbac::meaningOf(row.severity), Meaning::Text, Meaning::Text};
    return cell(texts[index.column()], meanings[static_cast<std::size_t>(index.column())], role);
}

QVariant ComparedRisksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isHead = orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < ColumnCount;
    return isHead ? QVariant(headWith(titleOf(section), partOf(section), m_order)) : QVariant();
}

} // namespace rbac
