#include "widgets/rbac/HoldersModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/HolderWords.h"

#include <QLocale>
#include <QStringList>

#include <array>
#include <utility>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::array<const char *, HoldersModel::ColumnCount> heads{QT_TRANSLATE_NOOP("rbac::HoldersModel", "Kind"), QT_TRANSLATE_NOOP("rbac::HoldersModel", "Who may"),
                                                                    QT_TRANSLATE_NOOP("rbac::HoldersModel", "Who that is"), QT_TRANSLATE_NOOP("rbac::HoldersModel", "How"),
                                                                    QT_TRANSLATE_NOOP("rbac::HoldersModel", "Proof")};

} // namespace

void HoldersModel::show(std::vector<HolderEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

void HoldersModel::proofsChanged()
{
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, Proof), index(rowCount() - 1, Proof));
}

QString HoldersModel::text(const HolderEntry &entry, int column) const
{
    const ObjectRef &subject = entry.subject;
    switch (column) {
    case Kind: return base::oneLine(std::string_view(subject.kind));
    case Who: return base::oneLine(std::string_view(subject.namespaceName.empty() ? subject.name : subject.namespaceName + '/' + subject.name));
    case Means: return meaningOf(entry);
    case Proof: return badgeOf(entry).text;
    default: break;
    }
    return wayText(entry);
}

/// The first way in few words; the tip has all of them.
QString HoldersModel::wayText(const HolderEntry &entry)
{
    if (entry.needsNoBinding || entry.ways.empty())
        return waysOf(entry).value(0);
    const Grant &first = entry.ways.front();
    const QString way = nameOf(first.binding->ref) + QStringLiteral(" → ") + base::oneLine(std::string_view(first.role->ref.name));
    return entry.ways.size() == 1 ? way : tr("%1 and %2 more").arg(way, QLocale().toString(static_cast<qulonglong>(entry.ways.size() - 1)));
}

QString HoldersModel::tip(const HolderEntry &entry, int column) const
{
    if (column == Ways)
        return waysOf(entry).join(u'\n');
    const QString reason = column == Proof ? badgeOf(entry).reason : QString();
    return reason.isEmpty() ? text(entry, column) : text(entry, column) + u'\n' + reason;
}

QVariant HoldersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HolderEntry &who = entry(index.row());
    if (role == base::PlainTable::MeaningRole)
        return static_cast<int>(index.column() == Proof ? badgeOf(who).meaning : Meaning::Text);
    if (role == Qt::DisplayRole)
        return text(who, index.column());
    if (role == Qt::AccessibleTextRole)
        return base::PlainTable::spoken(text(who, index.column()));
    return role == Qt::ToolTipRole ? QVariant(base::plainToolTip(tip(who, index.column()))) : QVariant();
}

QVariant HoldersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isHead = orientation == Qt::Horizontal && role == Qt::DisplayRole && section < ColumnCount;
    return isHead ? QVariant(tr(heads[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace rbac
