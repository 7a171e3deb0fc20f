#include "widgets/rbac/RisksModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskTexts.h"

#include <QLocale>

namespace rbac {

void RisksModel::show(std::shared_ptr<const RiskList> list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

void RisksModel::setOrder(RiskPart order, bool isDescending)
{
    m_order = order;
    m_isDescending = isDescending;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

/// A sign before what others lie under; what lies there stands a little to the right.
QString RisksModel::what(int row) const
{
    const RiskRow &shown = this->row(row);
    const QString attack = attackOf(risk(row).id);
    if (shown.isIncluded)
        return QString(2, QChar(0x2003)) + attack;
    const QString sign = shown.isUnfolded ? QStringLiteral("▾ ") : QStringLiteral("▸ ");
    return shown.included.empty() ? attack : sign + attack + QStringLiteral(" · ") + tr("%1 more").arg(QLocale().toString(static_cast<qulonglong>(shown.included.size())));
}

QString RisksModel::text(int row, RiskPart part) const
{
    const Risk &risk = this->risk(row);
    switch (part) {
    case RiskPart::Severity: return signedWordOf(risk.severity);
    case RiskPart::What: return what(row);
    case RiskPart::Who: return nameOf(risk.subject.get());
    case RiskPart::Where: return risk.namespaceName.empty() ? tr("whole cluster") : base::oneLine(std::string_view(risk.namespaceName));
    case RiskPart::Binding: return base::oneLine(std::string_view(risk.binding->name));
    case RiskPart::Role: return base::oneLine(std::string_view(risk.role->name));
    case RiskPart::Rule: break;
    }
    return base::oneLine(ruleText(risk, m_list->basis->evaluator, ruleSaying()));
}

QString RisksModel::spoken(int row, RiskPart part) const
{
    if (part != RiskPart::What)
        return base::PlainTable::spoken(text(row, part));
    const RiskRow &shown = this->row(row);
    const QString attack = attackOf(risk(row).id);
    if (shown.isIncluded)
        return tr("%1, included in what is above").arg(attack);
    const QString count = QLocale().toString(static_cast<qulonglong>(shown.included.size()));
    return shown.included.empty() ? attack : (shown.isUnfolded ? tr("%1, includes %2 more, unfolded") : tr("%1, includes %2 more, folded")).arg(attack, count);
}

QString RisksModel::tip(int row, RiskPart part) const
{
    const Risk &risk = this->risk(row);
    switch (part) {
    case RiskPart::What: return spoken(row, part) + QStringLiteral(" (%1)").arg(base::oneLine(risk.id));
    case RiskPart::Binding: return risk.binding.isEmpty() ? QString() : nameOf(risk.binding.get());
    case RiskPart::Role: return risk.role.isEmpty() ? QString() : nameOf(risk.role.get());
    default: return text(row, part);
    }
}

QVariant RisksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    const auto part = static_cast<RiskPart>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, part);
    case Qt::AccessibleTextRole: return spoken(row, part);
    case Qt::ToolTipRole: return base::plainToolTip(tip(row, part));
    case base::PlainTable::MeaningRole: return part == RiskPart::Severity ? QVariant(int(meaningOf(risk(row).severity))) : QVariant();
    default: return {};
    }
}

QVariant RisksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const auto part = static_cast<RiskPart>(section);
    using Sorted = base::PlainTable::Sorted;
    return base::PlainTable::headOf(headOf(part), part != m_order ? Sorted::Not : m_isDescending ? Sorted::Down : Sorted::Up);
}

} // namespace rbac
