#include "widgets/promql/FactsModel.h"

#include "models/text/NaturalKey.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"

#include <algorithm>

namespace promql {

namespace {

std::string naturalKey(const QString &text)
{
    std::string key;
    text::appendNaturalKey(key, text.toCaseFolded().toStdString());
    return key;
}

} // namespace

void FactsModel::show(std::vector<Fact> facts)
{
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    arrange();
}

void FactsModel::setFilter(const QString &words)
{
    m_words = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    arrange();
}

void FactsModel::sortBy(int column)
{
    const bool isAgain = column == m_column;
    m_isDescending = isAgain && !m_isDescending;
    if (isAgain && !m_isDescending)
        m_column = -1;
    else
        m_column = column;
    arrange();
}

bool FactsModel::fits(const Fact &fact) const
{
    const QString text = (fact.cells.join(u'\n') + u'\n' + fact.details).toCaseFolded();
    return std::ranges::all_of(m_words, [&text](const QString &word) { return text.contains(word); });
}

/// By the chosen column; what has no number there comes last, whichever way.
bool FactsModel::isBefore(const Fact &one, const Fact &other) const
{
    if (m_column <= 0)
        return m_column == 0 && m_isDescending ? one.trouble < other.trouble : one.trouble > other.trouble;
    if (isNumeric(m_column)) {
        const auto first = one.numbers.constFind(m_column), second = other.numbers.constFind(m_column);
        const bool hasFirst = first != one.numbers.cend(), hasSecond = second != other.numbers.cend();
        return hasFirst && hasSecond ? (m_isDescending ? *second < *first : *first < *second) : hasFirst && !hasSecond;
    }
    const std::string first = naturalKey(one.cells[m_column]), second = naturalKey(other.cells[m_column]);
    return m_isDescending ? second < first : first < second;
}

void FactsModel::arrange()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        if (fits(m_facts[i]))
            m_shown.push_back(i);
    std::ranges::stable_sort(m_shown, [this](std::size_t one, std::size_t other) { return isBefore(m_facts[one], m_facts[other]); });
    endResetModel();
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Fact &fact = this->fact(index.row());
    const QString &cell = fact.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole: return index.column() == 0 ? base::Theme::sign(fact.meaning) + u' ' + cell : base::oneLine(cell);
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(base::oneLine(cell));
    case Qt::ToolTipRole: return base::plainToolTip(index.column() == 0 ? fact.details : cell);
    case Qt::TextAlignmentRole: return int((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case base::PlainTable::MeaningRole: return index.column() == 0 ? QVariant(int(fact.meaning)) : QVariant();
    default: return {};
    }
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    using Sorted = base::PlainTable::Sorted;
    return base::PlainTable::headOf(m_heads[section], section != m_column ? Sorted::Not : m_isDescending ? Sorted::Down : Sorted::Up);
}

} // namespace promql
