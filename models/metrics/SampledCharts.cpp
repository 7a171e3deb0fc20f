#include "models/metrics/SampledCharts.h"

#include <QtGlobal>

#include <algorithm>
#include <functional>
#include <utility>

namespace metrics {

namespace {

using Read = std::function<std::vector<Point>(const std::string &key)>;

constexpr std::chrono::minutes ShortestRange{5};

/// Who is added up.
std::vector<std::string> membersOf(const Subject &subject, const Selection &selection, const UsageRing &ring)
{
    std::vector<std::string> out;
    switch (subject.kind) {
    case SubjectKind::Cluster: return ring.keys({});
    case SubjectKind::Node: return {subject.name};
    case SubjectKind::Namespace: return ring.keys(subject.name + '/');
    case SubjectKind::Workload:
        for (const std::string &pod : selection.pods)
            out.push_back(subject.namespaceName + '/' + pod);
        return out;
    case SubjectKind::Pod: return {subject.namespaceName + '/' + subject.name};
    case SubjectKind::Container: return {subject.namespaceName + '/' + subject.name + '/' + subject.container};
    case SubjectKind::Claim:
    case SubjectKind::Ingress: break;
    }
    return out;
}

/// Who has a line each: the pods of a workload, the containers of a pod.
std::vector<std::string> partsOf(const Subject &subject, const std::vector<std::string> &members, const UsageRing &ring)
{
    if (subject.kind == SubjectKind::Workload)
        return members;
    return subject.kind == SubjectKind::Pod ? ring.keys(members.front() + '/') : std::vector<std::string>();
}

base::SystemTime upToStep(base::SystemTime time)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(time.time_since_epoch());
    return base::SystemTime((seconds + SampleStep - std::chrono::seconds(1)) / SampleStep * SampleStep);
}

/// What a line adds to each moment of the grid, where it has a sample that holds.
template<typename Add>
void eachMoment(const std::vector<Point> &samples, const charts::Range &range, Add add)
{
    auto next = samples.begin();
    std::size_t moment = 0;
    for (base::SystemTime time = range.from; time <= range.to; time += SampleStep, ++moment) {
        while (next != samples.end() && next->time <= time)
            ++next;
        if (next != samples.begin() && time - std::prev(next)->time <= SampleHolds)
            add(moment, time, std::prev(next)->value);
    }
}

charts::Line sumOf(const std::vector<std::string> &members, const Read &read, const charts::Range &range, std::string name)
{
    const auto count = static_cast<std::size_t>(std::max<std::int64_t>(0, range.length() / SampleStep) + 1);
    std::vector<std::optional<double>> sums(count);
    for (const std::string &member : members)
        eachMoment(read(member), range, [&](std::size_t moment, base::SystemTime, double value) { sums[moment] = sums[moment].value_or(0) + value; });
    charts::Line line{std::move(name), {}};
    for (std::size_t i = 0; i < count; ++i)
        if (sums[i])
            line.points.push_back({range.from + static_cast<int>(i) * SampleStep, *sums[i]});
    return line;
}

std::vector<Series> partSeries(const std::vector<std::string> &parts, const Read &read, const charts::Range &range)
{
    std::vector<Series> out;
    for (const std::string &part : parts) {
        Series series{{{"part", part.substr(part.rfind('/') + 1)}}, {}};
        eachMoment(read(part), range, [&](std::size_t, base::SystemTime time, double value) { series.points.push_back({time, value}); });
        if (!series.points.empty())
            out.push_back(std::move(series));
    }
    return out;
}

void addBound(charts::Chart &chart, const std::optional<double> &value, const char *name, const Words &words)
{
    if (value)
        chart.lines.push_back({words(name), {{chart.range.from, *value}, {chart.range.to, *value}}, charts::Role::Mark});
}

template<typename T, typename Value>
std::optional<double> numberOf(const std::optional<T> &amount, Value value) { return amount ? std::optional(value(*amount)) : std::nullopt; }

void addBounds(charts::Chart &chart, const SampledView &view, const Words &words)
{
    const bool isCpu = chart.unit == Unit::Cores;
    const auto cores = [](Nanocores amount) { return amount.cores(); };
    const auto bytes = [](Bytes amount) { return static_cast<double>(amount.value); };
    const Allowance &allowance = view.allowance;
    const bool isNode = view.subject.kind == SubjectKind::Node || view.subject.kind == SubjectKind::Cluster;
    addBound(chart, isCpu ? numberOf(allowance.cpuRequest, cores) : numberOf(allowance.memoryRequest, bytes), QT_TRANSLATE_NOOP("metrics", "Requests"), words);
    addBound(chart, isCpu ? numberOf(allowance.cpuLimit, cores) : numberOf(allowance.memoryLimit, bytes), isNode ? QT_TRANSLATE_NOOP("metrics", "Allocatable") : QT_TRANSLATE_NOOP("metrics", "Limits"), words);
}

} // namespace

std::optional<Measured> sampledFor(SubjectKind kind)
{
    if (kind == SubjectKind::Claim || kind == SubjectKind::Ingress)
        return std::nullopt;
    return kind == SubjectKind::Cluster || kind == SubjectKind::Node ? Measured::Nodes : Measured::Pods;
}

std::vector<SampledChart> sampledCharts(const SampledView &view, const UsageRing &ring, const Words &words)
{
    std::vector<SampledChart> out;
    const std::vector<std::string> members = membersOf(view.subject, view.selection, ring);
    const bool isOfPods = view.subject.kind == SubjectKind::Workload;
    const ChartSpec specs[] = {{"cpu", QT_TRANSLATE_NOOP("metrics", "CPU"), Unit::Cores, {}}, {"memory", QT_TRANSLATE_NOOP("metrics", "Memory"), Unit::Bytes, {}},
                               {"cpuByPart", isOfPods ? QT_TRANSLATE_NOOP("metrics", "CPU by pod") : QT_TRANSLATE_NOOP("metrics", "CPU by container"), Unit::Cores, {{{}, "{{part}}"}}},
                               {"memoryByPart", isOfPods ? QT_TRANSLATE_NOOP("metrics", "Memory by pod") : QT_TRANSLATE_NOOP("metrics", "Memory by container"), Unit::Bytes, {{{}, "{{part}}"}}}};
    const std::vector<std::string> parts = members.empty() ? members : partsOf(view.subject, members, ring);
    for (const ChartSpec &spec : specs) {
        const Read read = [&ring, isCpu = spec.unit == Unit::Cores](const std::string &key) { return isCpu ? ring.cpu(key) : ring.memory(key); };
        if (!spec.lines.empty() && parts.empty())
            continue;
        charts::Chart chart{spec.unit, view.range, SampleStep, {}};
        if (!spec.lines.empty()) {
            chart = chartOf(spec, {view.range.from, view.range.to, SampleStep}, {partSeries(parts, read, view.range)}, words);
        } else {
            chart.lines.push_back(sumOf(members, read, view.range, words(QT_TRANSLATE_NOOP("metrics", "Used"))));
            addBounds(chart, view, words);
        }
        out.push_back({spec, std::move(chart)});
    }
    return out;
}

std::optional<base::SystemTime> firstSample(const std::vector<SampledChart> &charts)
{
    std::optional<base::SystemTime> first;
    for (const SampledChart &each : charts)
        for (const charts::Line &line : each.chart.lines)
            if (line.role == charts::Role::Value && !line.points.empty())
                first = std::min(first.value_or(line.points.front().time), line.points.front().time);
    return first;
}

charts::Range sampledRange(const Subject &subject, const Selection &selection, const UsageRing &ring, base::SystemTime now, std::chrono::milliseconds longest)
{
    base::SystemTime first = now, last = now;
    for (const std::string &member : membersOf(subject, selection, ring)) {
        const std::vector<Point> points = ring.cpu(member);
        if (!points.empty())
            first = std::min(first, points.front().time), last = std::max(last, points.back().time);
    }
    const base::SystemTime to = upToStep(last);
    const auto length = std::clamp<std::chrono::milliseconds>(std::chrono::ceil<std::chrono::milliseconds>(to - first), ShortestRange, std::max<std::chrono::milliseconds>(longest, ShortestRange));
    return {base::SystemTime(to - std::chrono::ceil<std::chrono::seconds>(length) / SampleStep * SampleStep - SampleStep), to};
}

} // namespace metrics
