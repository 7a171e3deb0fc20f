#include "models/rbac/ReportTable.h"

#include "models/text/Csv.h"
#include "models/text/Plain.h"

#include <string_view>

namespace rbac {

namespace {

void appendRow(std::string &out, const std::vector<std::string> &cells)
{
    for (const std::string &cell : cells)
        out.append("| ").append(markdownText(cell)).append(" ");
    out += "|\n";
}

void appendCsv(std::string &out, const std::vector<std::string> &cells)
{
    std::vector<std::string> plain;
    for (const std::string &cell : cells)
        plain.push_back(text::plain(cell));
    const std::vector<std::string_view> views(plain.begin(), plain.end());
    text::appendCsvRow(out, views);
}

} // namespace

std::string csvOf(const ReportTable &table)
{
    std::string out;
    appendCsv(out, table.heads);
    for (const auto &row : table.rows)
        appendCsv(out, row);
    return out;
}

std::string markdownText(const std::string &text)
{
    constexpr std::string_view special = "\\`*_{}[]<>()#+!|&~";
    std::string out;
    for (const char letter : text::plain(text)) {
        if (special.find(letter) != special.npos)
            out += '\\';
        out += letter == '\n' || letter == '\t' ? ' ' : letter;
    }
    return out;
}

std::string markdownOf(const ReportTable &table)
{
    std::string out;
    appendRow(out, table.heads);
    for (std::size_t i = 0; i < table.heads.size(); ++i)
        out += "| --- ";
    out += "|\n";
    for (const auto &row : table.rows)
        appendRow(out, row);
    return out;
}

} // namespace rbac
