#include "app/headless/TopTable.h"

#include "models/text/TextTable.h"
#include "models/text/Time.h"

#include <algorithm>
#include <ostream>

namespace headless {

using metrics::MeasuredObject;
using metrics::Usage;
using text::Value;

namespace {

constexpr const char *unknown = "<unknown>";

std::int64_t milliOf(const Usage &usage) { return usage.cpu ? usage.cpu->milli() : 0; }
std::int64_t bytesOf(const Usage &usage) { return usage.memory ? usage.memory->value : 0; }

/// The one that uses more is before the other; else by name.
template<typename Item, typename NameOf>
void sortBy(std::vector<Item> &items, TopSort by, NameOf nameOf)
{
    std::ranges::stable_sort(items, [&](const Item &a, const Item &b) {
        const std::int64_t left = by == TopSort::Cpu ? milliOf(a.usage) : bytesOf(a.usage), right = by == TopSort::Cpu ? milliOf(b.usage) : bytesOf(b.usage);
        return by == TopSort::Name || left == right ? nameOf(a) < nameOf(b) : left > right;
    });
}

std::string cpuText(const Usage &usage) { return usage.cpu ? std::to_string(usage.cpu->milli()) + 'm' : unknown; }
std::string memoryText(const Usage &usage) { return usage.memory ? std::to_string(usage.memory->mebi()) + "Mi" : unknown; }
std::string percentText(const std::optional<std::int64_t> &percent) { return percent ? std::to_string(*percent) + '%' : unknown; }

/// In doubles, and cut off, as kubectl computes it.
std::optional<std::int64_t> percent(std::int64_t used, const std::optional<std::int64_t> &room)
{
    if (!room)
        return std::nullopt;
    return *room == 0 ? 0 : static_cast<std::int64_t>(static_cast<double>(used) / static_cast<double>(*room) * 100);
}

/// kubectl ends each cell with a tab, so that the last one is padded, too.
class Lines
{
public:
    explicit Lines(std::ostream &out) : m_table([&out](std::string_view text) { out << text; }) { }
    ~Lines() { m_table.flush(); }

    void add(const std::vector<std::string> &cells)
    {
        std::vector<std::string_view> views(cells.begin(), cells.end());
        views.push_back({});
        m_table.row(views);
    }

private:
    text::TextTable m_table;
};

std::vector<std::string> headings(const TopLook &look)
{
    std::vector<std::string> out;
    if (look.withNamespace && !look.isNodes)
        out.push_back("NAMESPACE");
    if (look.withContainers)
        out.push_back("POD");
    const std::vector<std::string> rest = look.isNodes ? std::vector<std::string>{"NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)"}
                                                       : std::vector<std::string>{"NAME", "CPU(cores)", "MEMORY(bytes)"};
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

std::vector<std::string> cellsOf(const TopRow &row, const TopLook &look)
{
    if (look.isNodes && !row.room)
        return {row.name, cpuText(row.usage), memoryText(row.usage)};
    if (look.isNodes)
        return {row.name, cpuText(row.usage), percentText(row.cpuPercent()), memoryText(row.usage), percentText(row.memoryPercent())};
    std::vector<std::string> out;
    if (look.withNamespace)
        out.push_back(row.namespaceName);
    out.push_back(row.name);
    if (look.withContainers)
        out.push_back(row.container);
    out.push_back(cpuText(row.usage));
    out.push_back(memoryText(row.usage));
    return out;
}

void addSum(const std::vector<TopRow> &rows, std::size_t columns, Lines &lines)
{
    Usage total = rows.front().usage;
    for (std::size_t i = 1; i < rows.size(); ++i)
        total.add(rows[i].usage);
    std::vector<std::string> rule(columns - 2), sum(columns - 2);
    rule.insert(rule.end(), {"________", "________"});
    sum.insert(sum.end(), {cpuText(total), memoryText(total)});
    lines.add(rule);
    lines.add(sum);
}

Value textOrNull(bool isKnown, std::string text) { return isKnown ? Value::string(std::move(text)) : Value::null(); }
Value numberOrNull(const std::optional<std::int64_t> &number) { return number ? Value::number(*number) : Value::null(); }

} // namespace

std::optional<std::int64_t> TopRow::cpuPercent() const { return room && usage.cpu ? percent(usage.cpu->milli(), room->milliCores) : std::nullopt; }
std::optional<std::int64_t> TopRow::memoryPercent() const { return room && usage.memory ? percent(usage.memory->value, room->bytes) : std::nullopt; }

std::vector<TopRow> podRows(std::vector<MeasuredObject> pods, TopSort by, bool withContainers)
{
    sortBy(pods, by, [](const MeasuredObject &pod) { return std::pair(std::string_view(pod.namespaceName), std::string_view(pod.name)); });
    std::vector<TopRow> rows;
    for (MeasuredObject &pod : pods) {
        if (!withContainers) {
            rows.push_back({pod.namespaceName, pod.name, {}, pod.usage});
            continue;
        }
        sortBy(pod.containers, by, [](const metrics::ContainerUsage &container) { return std::string_view(container.name); });
        for (const metrics::ContainerUsage &container : pod.containers)
            rows.push_back({pod.namespaceName, pod.name, container.name, container.usage});
    }
    return rows;
}

std::vector<TopRow> nodeRows(const std::vector<MeasuredObject> &nodes, const std::map<std::string, NodeRoom> &rooms, TopSort by)
{
    std::vector<TopRow> rows;
    std::map<std::string, NodeRoom> silent = rooms;
    for (const MeasuredObject &node : nodes) {
        const auto room = rooms.find(node.name);
        rows.push_back({{}, node.name, {}, node.usage, true, room == rooms.end() ? std::nullopt : std::optional(room->second)});
        silent.erase(node.name);
    }
    sortBy(rows, by, [](const TopRow &row) { return std::string_view(row.name); });
    for (const auto &[name, room] : silent)
        rows.push_back({{}, name, {}, {}, false, room});
    return rows;
}

void printTop(const std::vector<TopRow> &rows, const TopLook &look, std::ostream &out)
{
    if (rows.empty())
        return;
    Lines lines(out);
    if (look.hasHeader)
        lines.add(headings(look));
    for (const TopRow &row : rows)
        lines.add(cellsOf(row, look));
    if (look.hasSum && !look.isNodes)
        addSum(rows, headings(look).size(), lines);
}

Value topJson(const std::vector<TopRow> &rows, metrics::Rung source)
{
    Value list = Value::list();
    for (const TopRow &row : rows) {
        Value value = Value::map();
        value.set("namespace", Value::string(row.namespaceName));
        value.set("name", Value::string(row.name));
        value.set("container", Value::string(row.container));
        value.set("cpu", textOrNull(row.usage.cpu.has_value(), cpuText(row.usage)));
        value.set("memory", textOrNull(row.usage.memory.has_value(), memoryText(row.usage)));
        value.set("cpuPercent", numberOrNull(row.cpuPercent()));
        value.set("memoryPercent", numberOrNull(row.memoryPercent()));
        value.set("source", Value::string(nameOf(source)));
        const bool hasTime = row.usage.time != base::SystemTime{};
        value.set("timestamp", textOrNull(hasTime, text::formatTime(text::Time::from(row.usage.time))));
        list.items().push_back(std::move(value));
    }
    return list;
}

const char *nameOf(metrics::Rung rung)
{
    switch (rung) {
    case metrics::Rung::Prometheus: return "prometheus";
    case metrics::Rung::MetricsApi: return "metrics";
    case metrics::Rung::KubeletSummary: break;
    }
    return "kubelet";
}

} // namespace headless
