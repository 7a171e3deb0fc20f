#include "models/detail/ShortForm.h"

#include "models/detail/Parts.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace detail {

namespace {

/// Which rows, or columns of its table, are told of a section; none: it is left out.
struct Rule
{
    std::string_view title;
    std::string_view rows;              ///< between bars
};
constexpr std::string_view container = "|State|Last state|Restarts|Image|";
constexpr Rule rules[] = {
    {"Container %1", container},
    {"Init container %1", container},
    {"Debug container %1", container},
    {"Runs as", "|ServiceAccount|"},
    {"Pods run as", "|ServiceAccount|"},
    {"Status", "|Phase|Reason|Message|Started|Pod address|"},
    {"Placement", "|Node|Nominated node|Priority class|"},
    {"Rollout", "|Paused|Strategy|Selector|"},
    {"Conditions", "|Status|Since|"},
    {"Capacity", "|For pods|"},
    {"Object", "|Created|Labels|"},
    {"Volumes", ""},
    {"Images", ""},
};

/// What the object itself calls something, as custom resources do, is always told.
bool isTold(const Rule *rule, const Phrase &label)
{
    return !rule || label.words.empty() || rule->rows.find('|' + std::string(label.words) + '|') != rule->rows.npos;
}

bool isEmpty(const Line &line)
{
    return std::ranges::all_of(line, [](const Part &part) { return part.phrase.words.empty() && part.phrase.arguments.front() == Argument(""); });
}

/// A row of a table: its first cell is what the others are about.
Row rowOf(const Table &table, const std::vector<Line> &cells, const Rule *rule)
{
    Row row{isEmpty(cells.front()) ? table.headers.front() : cells.front().front().phrase, {}};
    Line line;
    for (std::size_t column = 1; column < cells.size(); ++column) {
        if (isTold(rule, table.headers[column]) && !isEmpty(cells[column]))
            std::ranges::copy(cells[column], std::back_inserter(line));
    }
    if (!line.empty())
        row.lines.push_back(std::move(line));
    return row;
}

Section shortSection(const Section &whole, const Rule *rule)
{
    Section section{whole.title, {}};
    for (const Row &row : whole.rows) {
        if (isTold(rule, row.label))
            section.rows.push_back(row);
    }
    if (whole.table) {
        for (const auto &cells : whole.table->rows)
            section.rows.push_back(rowOf(*whole.table, cells, rule));
    }
    const std::size_t more = section.rows.size() - std::min(section.rows.size(), MostShortRows);
    section.rows.resize(section.rows.size() - more);
    if (more > 0)
        addRow(section, QT_TR_NOOP("More"), textPart(std::to_string(more), Tone::Quiet));
    return section;
}

} // namespace

Summary shortForm(const Summary &whole)
{
    Summary summary{whole.notices, {}};
    for (const Section &section : whole.sections) {
        const auto *rule = std::ranges::find(rules, section.title.words, &Rule::title);
        const bool hasRule = rule != std::end(rules);
        if (!hasRule || !rule->rows.empty())
            addSection(summary, shortSection(section, hasRule ? rule : nullptr));
    }
    return summary;
}

} // namespace detail
