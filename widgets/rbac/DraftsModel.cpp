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
        const bool isInText = item.outcome && std::ranges::any_of(item.outcome->objects, [&](const DraftVerdict &verdict) { return verdict.object.ref == object; });
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
        if (m_items[i].draft == result.drafts[i])
            m_items[i].outcome = result.effect.drafts[i];
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
    const SignedWords state = stateOf(index.row());
    if (role == base::PlainTable::MeaningRole)
        return static_cast<int>(index.column() == State ? state.meaning : Meaning::Text);
    const QString text = index.column() == State ? state.text : nameAt(index.row());
    if (role == Qt::DisplayRole)
        return text;
    return role == Qt::ToolTipRole ? QVariant(base::plainToolTip(text)) : QVariant();
}

QVariant DraftsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == State ? tr("State") : tr("Object");
}

} // namespace rbac
