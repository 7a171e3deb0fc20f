#pragma once

#include "models/base/Clock.h"
#include "widgets/base/Address.h"
#include "widgets/base/Theme.h"

#include <QAbstractTableModel>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace promql {

/// What a server says of one target, rule or alert, as a row.
struct Fact
{
    int trouble = 0;                                ///< the more, the further above
    base::Meaning meaning = base::Meaning::Unknown; ///< of its state, which is the first cell
    QStringList cells;
    QString details;                                ///< all of it, for the tool tip
    std::optional<base::Address> object = {};       ///< that it means
    QString query = {};                             ///< that it is made of
    QMap<int, double> numbers = {};                 ///< by column: what a cell is sorted by where it tells a number or an age

    bool operator==(const Fact &) const = default;
};

/// Facts as rows, those that fit some words.
class FactsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// numeric: the columns that tell numbers or ages.
    FactsModel(QStringList heads, QSet<int> numeric, QObject *parent) : QAbstractTableModel(parent), m_heads(std::move(heads)), m_numeric(std::move(numeric)) { }

    void show(std::vector<Fact> facts);
    void setFilter(const QString &words);
    /// By what troubles most, unless a column is chosen.
    void sortBy(int column);
    const Fact &fact(int row) const { return m_facts[m_shown[static_cast<std::size_t>(row)]]; }
    std::size_t all() const { return m_facts.size(); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_heads.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool fits(const Fact &fact) const;
    void arrange();
    bool isBefore(const Fact &one, const Fact &other) const;
    bool isNumeric(int column) const { return m_numeric.contains(column); }

    QStringList m_heads;
    QSet<int> m_numeric;
    std::vector<Fact> m_facts;
    std::vector<std::size_t> m_shown;
    QStringList m_words;
    int m_column = -1;
    bool m_isDescending = false;
};

} // namespace promql
