#include "models/metrics/LineMerge.h"

#include "models/metrics/PromText.h"

namespace metrics {

namespace {

constexpr const char *Mark = "chart_line";

} // namespace

std::string mergedQuery(const std::vector<LineSpec> &lines)
{
    if (lines.size() == 1)
        return lines.front().expression;
    std::string out;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        out += out.empty() ? "" : "\nor ";
        out += "label_replace(" + lines[line].expression + ", " + literal(Mark) + ", " + literal(std::to_string(line)) + ", \"\", \"\")";
    }
    return out;
}

std::vector<std::vector<Series>> takenApart(const std::vector<LineSpec> &lines, std::vector<Series> series)
{
    std::vector<std::vector<Series>> out(lines.size());
    for (Series &each : series) {
        const auto mark = lines.size() == 1 ? each.labels.end() : each.labels.find(Mark);
        if (mark != each.labels.end()) {
            const std::string number = mark->second;
            each.labels.erase(mark);
            for (std::size_t line = 0; line < lines.size(); ++line) {
                if (number == std::to_string(line))
                    out[line].push_back(std::move(each));
            }
        } else if (lines.size() == 1) {
            out.front().push_back(std::move(each));
        }
    }
    return out;
}

} // namespace metrics
