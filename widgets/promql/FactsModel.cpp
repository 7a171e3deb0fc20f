#include "widgets/promql/FactsModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"

#include <algorithm>

namespace promql {

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

void FactsModel::arrange()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        if (fits(m_facts[i]))
            m_shown.push_back(i);
    std::ranges::stable_sort(m_shown, [this](std::size_t one, std::size_t other) {
        if (m_column <= 0)
            return m_column == 0 && m_isDescending ? m_facts[one].trouble < m_facts[other].trouble : m_facts[one].trouble > m_facts[other].trouble;
        const int order = QString::compare(m_facts[one].cells[m_column], m_facts[other].cells[m_column], Qt::CaseInsensitive);
        return m_isDescending ? order > 0 : order < 0;
    });
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
    case base::PlainTable::MeaningRole: return index.column() == 0 ? QVariant(int(fact.meaning)) : QVariant();
    default: return {};
    }
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    using Sorted = base::PlainTable::Sorted;
    return base::PlainTable::headOf(m_heads[section], section != m_column ? Sorted::Not : m_isDescending ? Sorted::Down : Sorted::Up);
}

} // namespace promql
