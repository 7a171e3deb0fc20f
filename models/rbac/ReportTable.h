#pragma once

#include <string>
#include <vector>

namespace rbac {

/// A table for a file. Cells may hold anything.
struct ReportTable
{
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
};

std::string csvOf(const ReportTable &table);
/// Nothing in a cell is taken for Markdown or HTML.
std::string markdownOf(const ReportTable &table);
std::string markdownText(const std::string &text);

} // namespace rbac
