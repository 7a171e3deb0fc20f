#include "app/headless/TableOutput.h"

#include "models/text/Csv.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <ostream>

namespace headless {

namespace {

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::string labelHeader(const std::string &label)
{
    return label.substr(label.rfind('/') + 1);
}

} // namespace

TableOutput::TableOutput(const Invocation &invocation, Names names, std::ostream &out)
    : m_invocation(invocation), m_names(names), m_out(out), m_table([this](std::string_view text) { write(text); })
{
}

void TableOutput::write(std::string_view text)
{
    if (m_separatorDue)
        m_out << '\n';
    m_separatorDue = false;
    m_hasPrinted = true;
    m_out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::vector<std::size_t> TableOutput::shownColumns(const TableRows &rows) const
{
    using Format = OutputChoice::Format;
    const bool wide = m_invocation.output.format == Format::Wide || m_invocation.output.format == Format::Csv;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        if (wide || rows.columns[i].column.shown == kube::Shown::Always)
            shown.push_back(i);
    }
    return shown;
}

/// Line breaks of a cell are its content; what a terminal would obey is not. (A table is printed as kubectl prints it.)
void TableOutput::writeCsv(const std::vector<std::string_view> &cells)
{
    std::vector<std::string> safe;
    for (const std::string_view cell : cells)
        safe.push_back(text::plain(text::escapeTerminal(cell)));
    std::string row;
    text::appendCsvRow(row, std::vector<std::string_view>(safe.begin(), safe.end()));
    write(row);
}

void TableOutput::line(const std::vector<std::string_view> &cells)
{
    if (m_invocation.output.format == OutputChoice::Format::Csv)
        return writeCsv(cells);
    m_table.row(cells);
}

void TableOutput::header(const kube::ResourceType &type, const TableRows &rows)
{
    if (m_hasPrinted && !m_invocation.get.noHeaders)
        m_separatorDue = true;
    m_table = text::TextTable([this](std::string_view text) { write(text); });
    m_type = type;
    // Once there, kubectl's column stays for the kinds that follow.
    m_withNamespace = m_withNamespace || (m_invocation.allNamespaces && (type.namespaced || m_invocation.get.watch));
    if (m_invocation.get.noHeaders)
        return;
    std::vector<std::string> names;
    if (m_withNamespace)
        names.emplace_back("Namespace");
    for (const std::size_t column : shownColumns(rows))
        names.push_back(rows.columns[column].column.name);
    for (const std::string &label : m_invocation.get.labelColumns)
        names.push_back(labelHeader(label));
    if (m_invocation.get.showLabels)
        names.emplace_back("Labels");
    const std::vector<std::string_view> cells(names.begin(), names.end());
    if (m_invocation.output.format == OutputChoice::Format::Csv)
        return writeCsv(cells);
    m_table.header(cells);
}

void TableOutput::print(const TableRows &rows)
{
    const std::vector<std::size_t> shown = shownColumns(rows);
    const std::string prefix = m_names == Names::WithKind ? lowered(m_type.kind + (m_type.group.empty() ? "" : "." + m_type.group)) + '/' : "";
    // As kubectl: before the first cell that the server calls a name, and before none where it calls none so.
    const auto named = std::ranges::find_if(rows.columns, [](const kube::TableColumn &column) { return column.format == "name" && column.type == "string"; });
    const auto nameColumn = static_cast<std::size_t>(named - rows.columns.begin());
    // A server may send more cells than columns; kubectl prints as many as there are headings.
    const std::size_t width = (m_withNamespace ? 1 : 0) + shown.size() + m_invocation.get.labelColumns.size() + (m_invocation.get.showLabels ? 1 : 0);
    std::vector<std::string_view> cells;
    std::string name;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        cells.clear();
        if (m_withNamespace)
            cells.push_back(rows.namespaceName(row));
        for (const std::size_t column : shown) {
            cells.push_back(column < rows.cellCount(row) ? rows.cell(row, column) : std::string_view());
            if (!prefix.empty() && column == nameColumn) {
                name = prefix + std::string(cells.back());
                cells.back() = name;
            }
        }
        for (std::size_t extra = rows.columns.size(); extra < rows.cellCount(row) && cells.size() < width; ++extra)
            cells.push_back(rows.cell(row, extra));
        line(cells);
    }
}

void TableOutput::group(const kube::ResourceType &type, const TableRows &rows)
{
    if (rows.size() == 0)
        return;
    header(type, rows);
    print(rows);
    m_table.flush();
}

void TableOutput::more(const TableRows &rows)
{
    print(rows);
    m_table.flush();
    m_out.flush();
}

} // namespace headless
