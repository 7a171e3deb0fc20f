#pragma once

#include "widgets/detail/CellView.h"

#include <vector>

class QGridLayout;

namespace base {
class TextLabel;
}

namespace detail {

/// One group of a summary: a title, and under it rows of a label and what is said, or a table.
class SectionView final : public QWidget
{
    Q_OBJECT

public:
    explicit SectionView(Surroundings surroundings, QWidget *parent = nullptr);

    const Section &section() const { return m_section; }
    /// Keeps every cell that says the same as before.
    void setSection(const Section &section);
    void tick();

    static constexpr int NarrowWidth = 120;     ///< a column of a table that wants no more is never squeezed
    static constexpr std::size_t MostTableRows = 50;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);
    void acted(const QString &act);

private:
    bool hasShapeOf(const Section &section) const;
    static void describe(base::TextLabel &label, const std::string &description);
    void rebuild();
    void addTitle();
    void addRows();
    void addTable();
    base::TextLabel *addLabel(const Phrase &phrase, int row, int column);
    CellView *addCell(const QString &name, int row, int column);
    void fill();
    void keepNarrowColumns();
    std::size_t shownTableRows() const;

    Surroundings m_surroundings;
    Section m_section;
    bool m_unfolded = false;
    QGridLayout *m_grid;
    std::vector<CellView *> m_cells;        ///< of the rows, then of the table, row by row
    std::vector<base::TextLabel *> m_labels;    ///< of the rows
};

} // namespace detail
