#include "widgets/rbac/WhatIfModels.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskTexts.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::array<const char *, RightChangesModel::ColumnCount> rightHeads{
    QT_TRANSLATE_NOOP("rbac::RightChangesModel", "Change"), QT_TRANSLATE_NOOP("rbac::RightChangesModel", "Who"), QT_TRANSLATE_NOOP("rbac::RightChangesModel", "Verb"),
    QT_TRANSLATE_NOOP("rbac::RightChangesModel", "Resource"), QT_TRANSLATE_NOOP("rbac::RightChangesModel", "Where"),
    QT_TRANSLATE_NOOP("rbac::RightChangesModel", "Through")};
constexpr std::array<const char *, RiskChangesModel::ColumnCount> riskHeads{
    QT_TRANSLATE_NOOP("rbac::RiskChangesModel", "Change"), QT_TRANSLATE_NOOP("rbac::RiskChangesModel", "Severity"), QT_TRANSLATE_NOOP("rbac::RiskChangesModel", "Who"),
    QT_TRANSLATE_NOOP("rbac::RiskChangesModel", "Where"), QT_TRANSLATE_NOOP("rbac::RiskChangesModel", "What")};

QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }
QString shortPlace(const std::string &namespaceName, const QString &everywhere) { return namespaceName.empty() ? everywhere : plain(namespaceName); }

template<typename Heads>
QVariant headOf(const Heads &heads, const char *scope, int section, Qt::Orientation orientation, int role)
{
    const bool isHead = orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && static_cast<std::size_t>(section) < heads.size();
    return isHead ? QVariant(QCoreApplication::translate(scope, heads[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace

void RightChangesModel::show(std::shared_ptr<const rights::DraftResult> result)
{
    beginResetModel();
    m_result = std::move(result);
    endResetModel();
}

int RightChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_result ? 0 : static_cast<int>(m_result->effect.whatIf.gained.size() + m_result->effect.whatIf.lost.size());
}

bool RightChangesModel::isGained(int row) const
{
    return static_cast<std::size_t>(row) < m_result->effect.whatIf.gained.size();
}

const RightChange &RightChangesModel::change(int row) const
{
    const WhatIf &whatIf = m_result->effect.whatIf;
    return isGained(row) ? whatIf.gained[static_cast<std::size_t>(row)] : whatIf.lost[static_cast<std::size_t>(row) - whatIf.gained.size()];
}

QString RightChangesModel::text(int row, int column) const
{
    const RightChange &here = change(row);
    switch (column) {
    case Change: return isGained(row) ? QStringLiteral("+ ") + tr("gained") : QStringLiteral("− ") + tr("lost");
    case Who: return nameOf(here.identity);
    case Verb: return plain(here.right.verb);
    case Where: return shortPlace(here.right.namespaceName, tr("whole cluster"));
    case Through: return here.right.binding.name.empty() ? QString() : plain(here.right.binding.name) + QStringLiteral(" → ") + plain(here.right.role.name);
    default: break;
    }
    QStringList names;
    for (const std::string &name : here.right.names)
        names << plain(name);
    const QString resource = plain(rowName(here.right));
    return names.isEmpty() ? resource : resource + QStringLiteral(": ") + names.join(QStringLiteral(", "));
}

QVariant RightChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == base::PlainTable::MeaningRole)
        return static_cast<int>(index.column() != Change ? Meaning::Text : isGained(index.row()) ? Meaning::Accent : Meaning::Warning);
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::AccessibleTextRole)
        return base::PlainTable::spoken(text(index.row(), index.column()));
    if (role != Qt::ToolTipRole)
        return {};
    const Right &right = change(index.row()).right;
    const bool isWay = index.column() == Through && !right.binding.name.empty();
    return base::plainToolTip(isWay ? nameOf(right.binding) + QStringLiteral(" → ") + nameOf(right.role) : text(index.row(), index.column()));
}

QVariant RightChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf(rightHeads, "rbac::RightChangesModel", section, orientation, role);
}

void RiskChangesModel::show(std::shared_ptr<const RiskChanges> risks)
{
    beginResetModel();
    m_risks = std::move(risks);
    endResetModel();
}

int RiskChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_risks ? 0 : static_cast<int>(m_risks->appeared.size() + m_risks->gone.size());
}

bool RiskChangesModel::isNew(int row) const
{
    return static_cast<std::size_t>(row) < m_risks->appeared.size();
}

const Risk &RiskChangesModel::risk(int row) const
{
    return isNew(row) ? m_risks->appeared[static_cast<std::size_t>(row)] : m_risks->gone[static_cast<std::size_t>(row) - m_risks->appeared.size()];
}

QString RiskChangesModel::text(int row, int column) const
{
    const Risk &here = risk(row);
    switch (column) {
    case Change: return isNew(row) ? QStringLiteral("+ ") + tr("new") : QStringLiteral("− ") + tr("gone");
    case Severity: return signedWordOf(here.severity);
    case Who: return nameOf(here.subject.get());
    case Where: return shortPlace(here.namespaceName, tr("whole cluster"));
    default: break;
    }
    return plain(std::string(here.id)) + QStringLiteral(": ") + attackOf(here.id);
}

QVariant RiskChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == base::PlainTable::MeaningRole) {
        const bool isLoud = index.column() == Severity && isNew(index.row());
        return static_cast<int>(isLoud ? meaningOf(risk(index.row()).severity) : Meaning::Text);
    }
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::AccessibleTextRole)
        return base::PlainTable::spoken(text(index.row(), index.column()));
    return role == Qt::ToolTipRole ? QVariant(base::plainToolTip(text(index.row(), index.column()))) : QVariant();
}

QVariant RiskChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf(riskHeads, "rbac::RiskChangesModel", section, orientation, role);
}

} // namespace rbac
