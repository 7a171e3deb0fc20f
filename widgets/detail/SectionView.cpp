#include "widgets/detail/SectionView.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/PhraseText.h"

#include <QGridLayout>

#include <algorithm>

namespace detail {

using base::Theme;

SectionView::SectionView(Surroundings surroundings, QWidget *parent) : QWidget(parent), m_surroundings(std::move(surroundings)), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4 * Theme::Step);
    m_grid->setVerticalSpacing(Theme::Step + 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

/// What is told where the mouse points is told to those who listen too.
void SectionView::describe(base::TextLabel &label, const std::string &description)
{
    const QString text = base::manyLines(description);
    base::setPlainToolTip(&label, text);
    label.setAccessibleDescription(text);
}

bool SectionView::hasShapeOf(const Section &section) const
{
    const auto labels = [](const Section &of) {
        std::vector<Phrase> result;
        std::ranges::transform(of.rows, std::back_inserter(result), &Row::label);
        return result;
    };
    const auto descriptions = [](const Section &of) {
        std::vector<std::string> result{of.description};
        std::ranges::transform(of.rows, std::back_inserter(result), &Row::description);
        return result;
    };
    if (m_section.title != section.title || m_cells.empty() || descriptions(m_section) != descriptions(section) || labels(m_section) != labels(section) || m_section.table.has_value() != section.table.has_value())
        return false;
    return !section.table || (m_section.table->headers == section.table->headers && m_section.table->rows.size() == section.table->rows.size());
}

void SectionView::setSection(const Section &section)
{
    if (section == m_section && !m_cells.empty())
        return;
    const bool sameShape = hasShapeOf(section);
    m_section = section;
    if (!sameShape)
        rebuild();
    fill();
}

void SectionView::tick()
{
    for (CellView *cell : m_cells)
        cell->tick();
}

std::size_t SectionView::shownTableRows() const
{
    if (!m_section.table)
        return 0;
    if (m_section.table->isFolded && !m_unfolded)
        return 0;
    return m_unfolded ? m_section.table->rows.size() : std::min(m_section.table->rows.size(), MostTableRows);
}

void SectionView::fill()
{
    std::size_t cell = 0;
    for (const Row &row : m_section.rows) {
        m_cells[cell]->setLines(row.lines);
        m_cells[cell]->alignWith(*m_labels[cell]);
        ++cell;
    }
    for (std::size_t row = 0; row < shownTableRows(); ++row) {
        const std::size_t first = cell;
        const auto &cells = m_section.table->rows[row];
        const QString subject = cells.front().empty() ? QString() : lineOf(cells.front().front().phrase);
        for (const Line &line : cells) {
            m_cells[cell]->setSubject(subject);
            m_cells[cell++]->setLines({line});
        }
        CellView::align({m_cells.begin() + static_cast<std::ptrdiff_t>(first), m_cells.begin() + static_cast<std::ptrdiff_t>(cell)});
    }
    keepNarrowColumns();
}

/// Where room is short a grid takes the same from every column: what is narrow keeps its room, and the long texts are wrapped.
void SectionView::keepNarrowColumns()
{
    if (!m_section.table || shownTableRows() == 0)
        return;
    const int top = static_cast<int>(m_section.rows.size()) + 1, bottom = top + static_cast<int>(shownTableRows());
    for (int column = 0; column < static_cast<int>(m_section.table->headers.size()); ++column) {
        int wish = 0;
        for (int row = top; row <= bottom; ++row)
            wish = std::max(wish, m_grid->itemAtPosition(row, column)->widget()->sizeHint().width());
        m_grid->setColumnMinimumWidth(column, std::min(wish, NarrowWidth));
    }
}

void SectionView::rebuild()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int column = 0; column < m_grid->columnCount(); ++column) {
        m_grid->setColumnMinimumWidth(column, 0);
        m_grid->setColumnStretch(column, 0);
    }
    m_cells.clear();
    m_labels.clear();
    addTitle();
    addRows();
    if (m_section.table)
        addTable();
}

void SectionView::addTitle()
{
    QFont font = Theme::instance().captionFont();
    font.setWeight(base::strongWeight());
    auto *title = new base::TextLabel(base::Meaning::Secondary, font, this);
    title->show(wordsOf(m_section.title));
    m_grid->addWidget(title, 0, 0, 1, -1);
    setAccessibleName(title->text());
    describe(*title, m_section.description);
}

base::TextLabel *SectionView::addLabel(const Phrase &phrase, int row, int column)
{
    auto *label = new base::TextLabel(base::Meaning::Secondary, Theme::instance().bodyFont(), this);
    label->show(wordsOf(phrase));
    m_grid->addWidget(label, row, column, Qt::AlignTop);
    return label;
}

CellView *SectionView::addCell(const QString &name, int row, int column)
{
    auto *cell = new CellView(m_surroundings, name, this);
    connect(cell, &CellView::openRequested, this, &SectionView::openRequested);
    connect(cell, &CellView::noticed, this, &SectionView::noticed);
    connect(cell, &CellView::acted, this, &SectionView::acted);
    m_grid->addWidget(cell, row, column, Qt::AlignTop);
    m_cells.push_back(cell);
    return cell;
}

void SectionView::addRows()
{
    if (m_section.rows.empty())
        return;
    m_grid->setColumnMinimumWidth(0, m_surroundings.labelWidth);
    m_grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < m_section.rows.size(); ++i) {
        const int row = static_cast<int>(i) + 1;
        m_labels.push_back(addLabel(m_section.rows[i].label, row, 0));
        describe(*m_labels.back(), m_section.rows[i].description);
        addCell(lineOf(m_section.rows[i].label), row, 1);
    }
}

void SectionView::addTable()
{
    // Rows and a table in one section would share their columns; no kind has both with content.
    const Table &table = *m_section.table;
    const int top = static_cast<int>(m_section.rows.size()) + 1;
    const int columns = static_cast<int>(table.headers.size());
    std::vector<base::OnBaseline *> headers;
    for (int column = 0; column < columns && shownTableRows() > 0; ++column)
        headers.push_back(addLabel(table.headers[static_cast<std::size_t>(column)], top, column));
    putOnOneLine(headers);
    m_grid->setColumnStretch(columns - 1, 1);
    for (std::size_t row = 0; row < shownTableRows(); ++row) {
        for (int column = 0; column < columns; ++column)
            addCell(lineOf(table.headers[static_cast<std::size_t>(column)]), top + 1 + static_cast<int>(row), column);
    }
    if (shownTableRows() == table.rows.size())
        return;
    auto *more = new LinkButton(tr("Show all %1").arg(table.rows.size()), this);
    more->setAccessibleName(tr("Show all %1 of %2").arg(QString::number(table.rows.size()), lineOf(m_section.title)));
    connect(more, &LinkButton::clicked, this, [this] {
        m_unfolded = true;
        QMetaObject::invokeMethod(this, [this] { rebuild(); fill(); }, Qt::QueuedConnection);
    });
    m_grid->addWidget(more, top + 1 + static_cast<int>(shownTableRows()), 0, 1, -1, Qt::AlignLeft);
}

} // namespace detail
