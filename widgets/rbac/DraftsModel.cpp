#include "widgets/rbac/DraftsModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"

#include <QStringList>

#include <algorithm>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

SignedWords signedWords(Meaning meaning, const QString &text) { return {meaning, Theme::sign(meaning) + u' ' + text, {}}; }

std::vector<ObjectCheck> checksOf(const DraftOutcome &outcome, const std::optional<WriteCheck> &write)
{
    std::vector<ObjectCheck> out;
    for (const DraftVerdict &verdict : outcome.objects) {
        const auto found = write ? std::ranges::find(write->objects, verdict.object.ref, &ObjectCheck::object) : std::vector<ObjectCheck>::const_iterator();
        if (write && found != write->objects.end())
            out.push_back(*found);
    }
    return out;
}

} // namespace

int DraftsModel::add(DraftItem item)
{
    beginInsertRows({}, count(), count());
    m_items.push_back(std::move(item));
    endInsertRows();
    return count() - 1;
}

void DraftsModel::drop(int row)
{
    beginRemoveRows({}, row, row);
    m_items.erase(m_items.begin() + row);
    endRemoveRows();
}

void DraftsModel::clear()
{
    beginResetModel();
    m_items.clear();
    endResetModel();
}

int DraftsModel::find(const ObjectRef &object) const
{
    const auto drafts = [&](const DraftItem &item) {
        const bool isInText = item.outcome ? std::ranges::any_of(item.outcome->objects, [&](const DraftVerdict &verdict) { return verdict.object.ref == object; }) : item.names == object;
        return item.about == object || item.draft.deletion == object || isInText;
    };
    const auto found = std::ranges::find_if(m_items, drafts);
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

std::vector<Draft> DraftsModel::drafts() const
{
    std::vector<Draft> out;
    for (const DraftItem &item : m_items)
        out.push_back(item.draft);
    return out;
}

void DraftsModel::show(const rights::DraftResult &result)
{
    for (std::size_t i = 0; i < std::min(m_items.size(), result.drafts.size()); ++i)
        if (m_items[i].draft == result.drafts[i]) {
            m_items[i].outcome = result.effect.drafts[i];
            m_items[i].checks = checksOf(*m_items[i].outcome, result.effect.whatIf.write);
        }
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, 0), index(count() - 1, ColumnCount - 1));
}

SignedWords DraftsModel::stateOf(int row) const
{
    const DraftItem &here = item(row);
    if (here.isReading)
        return signedWords(Meaning::Progress, tr("Reading"));
    if (here.outcome && !here.outcome->problems.empty())
        return signedWords(Meaning::Error, tr("Not understood"));
    if (here.isOther)
        return signedWords(Meaning::Warning, tr("Changed since read"));
    if (!here.outcome || here.outcome->objects.empty())
        return {Meaning::Secondary, here.outcome ? tr("Empty") : QString(), {}};
    const auto loudest = std::ranges::find_if(here.outcome->objects, [](const DraftVerdict &verdict) { return verdict.state != DraftState::Unchanged; });
    return wordsOf((loudest == here.outcome->objects.end() ? here.outcome->objects.front() : *loudest).state);
}

/// Of several objects, of the one that stands in the way.
SignedWords DraftsModel::mayApply(int row) const
{
    const std::vector<ObjectCheck> &checks = item(row).checks;
    const auto is = [&](rbac::MayApply answer) { return std::ranges::find(checks, answer, &ObjectCheck::answer); };
    for (const rbac::MayApply answer : {rbac::MayApply::No, rbac::MayApply::Unknown, rbac::MayApply::Yes})
        if (const auto found = is(answer); found != checks.end())
            return wordsOf(*found);
    return {Meaning::Text, {}, {}};
}

SignedWords DraftsModel::wordsAt(int row, int column) const
{
    return column == State ? stateOf(row) : column == MayApply ? mayApply(row) : SignedWords{Meaning::Text, nameAt(row), {}};
}

QString DraftsModel::nameAt(int row) const
{
    const DraftItem &here = item(row);
    if (here.isDeletion())
        return nameOf(*here.draft.deletion);
    QStringList names;
    if (here.outcome)
        for (const DraftVerdict &verdict : here.outcome->objects)
            names << nameOf(verdict.object.ref);
    if (names.isEmpty() && !here.about.kind.empty())
        names << nameOf(here.about);
    return names.isEmpty() ? tr("Text without an object") : names.join(QStringLiteral(", "));
}

QVariant DraftsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SignedWords words = wordsAt(index.row(), index.column());
    if (role == base::PlainTable::MeaningRole)
        return static_cast<int>(words.meaning);
    if (role == Qt::DisplayRole)
        return words.text;
    if (role == Qt::AccessibleTextRole)
        return base::PlainTable::spoken(words.text);
    return role == Qt::ToolTipRole ? QVariant(base::plainToolTip(words.detail.isEmpty() ? words.text : words.text + QStringLiteral(": ") + words.detail)) : QVariant();
}

QVariant DraftsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == State ? tr("State") : section == MayApply ? tr("You may") : tr("Object");
}

} // namespace rbac
