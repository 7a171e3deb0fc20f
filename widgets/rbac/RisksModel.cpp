#include "widgets/rbac/RisksModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskTexts.h"

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

QString RisksModel::text(const Risk &risk, RiskPart part) const
{
    switch (part) {
    case RiskPart::Severity: return signedWordOf(risk.severity);
    case RiskPart::What: return attackOf(risk.id);
    case RiskPart::Who: return nameOf(risk.subject.get());
    case RiskPart::Where: return risk.namespaceName.empty() ? tr("whole cluster") : base::oneLine(std::string_view(risk.namespaceName));
    case RiskPart::Binding: return base::oneLine(std::string_view(risk.binding->name));
    case RiskPart::Role: return base::oneLine(std::string_view(risk.role->name));
    case RiskPart::Rule: break;
    }
    return base::oneLine(ruleText(risk, m_list->basis->evaluator));
}

QString RisksModel::tip(const Risk &risk, RiskPart part) const
{
    switch (part) {
    case RiskPart::What: return text(risk, part) + QStringLiteral(" (%1)").arg(base::oneLine(risk.id));
    case RiskPart::Binding: return risk.binding.isEmpty() ? QString() : nameOf(risk.binding.get());
    case RiskPart::Role: return risk.role.isEmpty() ? QString() : nameOf(risk.role.get());
    default: return text(risk, part);
    }
}

QVariant RisksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Risk &one = risk(index.row());
    const auto part = static_cast<RiskPart>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(one, part);
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(text(one, part));
    case Qt::ToolTipRole: return base::plainToolTip(tip(one, part));
    case base::PlainTable::MeaningRole: return part == RiskPart::Severity ? QVariant(int(meaningOf(one.severity))) : QVariant();
    default: return {};
    }
}

QVariant RisksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const auto part = static_cast<RiskPart>(section);
    const QString arrow = part != m_order ? QString() : m_isDescending ? QStringLiteral(" ↓") : QStringLiteral(" ↑");
    return headOf(part) + arrow;
}

} // namespace rbac
