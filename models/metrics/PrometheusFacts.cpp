#include "models/metrics/PrometheusFacts.h"

#include "models/metrics/PrometheusAnswer.h"
#include "models/text/Numbers.h"
#include "models/text/Time.h"

#include <charconv>
#include <cmath>

namespace metrics {

using std::chrono::milliseconds;

namespace {

base::Error missing(const std::string &what)
{
    base::Error error = base::makeError(base::ErrorKind::BadInput, "the answer makes no sense: " + what + " is missing");
    error.reason = reason::Malformed;
    return error;
}

Labels labelsOf(const text::Value &value)
{
    Labels labels;
    for (const text::Value::Member &member : value.members()) {
        if (member.value.isString())
            labels[member.key] = member.value.text();
    }
    return labels;
}

/// Go's zero time means never.
std::optional<base::SystemTime> timeOf(const text::Value &value)
{
    const auto time = text::parseTime(value.text());
    return time && time->seconds > text::ZeroTimeSeconds ? std::optional(time->toSystemTime()) : std::nullopt;
}

/// A number of seconds.
milliseconds secondsOf(const text::Value &value)
{
    const auto seconds = value.type() == text::Value::Type::Number ? text::parseDouble(value.text()) : std::nullopt;
    return seconds && std::abs(*seconds) < 1e10 ? milliseconds(std::llround(*seconds * 1000)) : milliseconds(0);
}

ActiveAlert alertOf(const text::Value &value)
{
    return {labelsOf(value["labels"]), labelsOf(value["annotations"]), value["state"].text(), timeOf(value["activeAt"]), value["value"].text()};
}

Rule ruleOf(const text::Value &value)
{
    Rule rule;
    rule.type = value["type"].text() == "alerting" ? Rule::Type::Alerting : Rule::Type::Recording;
    rule.name = value["name"].text();
    rule.query = value["query"].text();
    rule.state = value["state"].text();
    rule.health = value["health"].text();
    rule.lastError = value["lastError"].text();
    rule.waits = secondsOf(value["duration"]);
    rule.labels = labelsOf(value["labels"]);
    rule.annotations = labelsOf(value["annotations"]);
    for (const text::Value &alert : value["alerts"].items())
        rule.alerts.push_back(alertOf(alert));
    return rule;
}

ScrapeTarget targetOf(const text::Value &value)
{
    ScrapeTarget target;
    target.pool = value["scrapePool"].text();
    target.url = value["scrapeUrl"].text();
    target.labels = labelsOf(value["labels"]);
    target.discovered = labelsOf(value["discoveredLabels"]);
    target.health = value["health"].text();
    target.lastError = value["lastError"].text();
    target.lastScrape = timeOf(value["lastScrape"]);
    target.interval = parsePrometheusDuration(value["scrapeInterval"].text());
    if (const auto found = target.discovered.find("__scrape_interval__"); !target.interval && found != target.discovered.end())
        target.interval = parsePrometheusDuration(found->second);
    return target;
}

struct DurationUnit
{
    std::string_view name;
    std::int64_t length;        ///< milliseconds
};
constexpr DurationUnit durationUnits[] = {
    {"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}, {"w", 604'800'000}, {"y", 31'536'000'000},
};

} // namespace

std::string_view nameOf(Flavour flavour)
{
    constexpr std::string_view names[] = {"", "Prometheus", "Thanos", "VictoriaMetrics", "Mimir"};
    return names[static_cast<std::size_t>(flavour)];
}

/// VictoriaMetrics answers with a version that it does not have and nothing else; Thanos has not come to a 1.
base::Result<BuildInfo> readBuildInfo(const text::Value &data)
{
    const std::string &version = data["version"].text();
    if (version.empty())
        return missing("data.version");
    const std::string &application = data["application"].text();
    BuildInfo info{Flavour::Prometheus, version};
    if (application.find("Mimir") != std::string::npos || application.find("Cortex") != std::string::npos)
        info.flavour = Flavour::Mimir;
    else if (data["goVersion"].isNull() && data["revision"].isNull())
        info.flavour = Flavour::VictoriaMetrics;
    else if (version.starts_with("0.") || version.starts_with("v0."))
        info.flavour = Flavour::Thanos;
    return info;
}

base::Result<RuntimeInfo> readRuntimeInfo(const text::Value &data)
{
    if (!data.isMap())
        return missing("data");
    RuntimeInfo info;
    info.started = timeOf(data["startTime"]);
    info.retention = data["storageRetention"].text();
    if (const text::Value &good = data["reloadConfigSuccess"]; good.type() == text::Value::Type::Boolean)
        info.isConfigGood = good.asBoolean();
    return info;
}

base::Result<std::vector<ScrapeTarget>> readTargets(const text::Value &data)
{
    const text::Value &list = data["activeTargets"];
    if (!list.isList())
        return missing("data.activeTargets");
    std::vector<ScrapeTarget> targets;
    for (const text::Value &each : list.items())
        targets.push_back(targetOf(each));
    return targets;
}

base::Result<std::vector<RuleGroup>> readRules(const text::Value &data)
{
    const text::Value &list = data["groups"];
    if (!list.isList())
        return missing("data.groups");
    std::vector<RuleGroup> groups;
    for (const text::Value &each : list.items()) {
        RuleGroup &group = groups.emplace_back(RuleGroup{each["name"].text(), each["file"].text(), secondsOf(each["interval"]), {}});
        for (const text::Value &rule : each["rules"].items())
            group.rules.push_back(ruleOf(rule));
    }
    return groups;
}

base::Result<std::vector<ActiveAlert>> readAlerts(const text::Value &data)
{
    const text::Value &list = data["alerts"];
    if (!list.isList())
        return missing("data.alerts");
    std::vector<ActiveAlert> alerts;
    for (const text::Value &each : list.items())
        alerts.push_back(alertOf(each));
    return alerts;
}

base::Result<std::vector<MetricMetadata>> readMetadata(const text::Value &data)
{
    if (!data.isMap())
        return missing("data");
    std::vector<MetricMetadata> all;
    for (const text::Value::Member &member : data.members()) {
        for (const text::Value &each : member.value.items())
            all.push_back({member.key, each["type"].text(), each["help"].text(), each["unit"].text()});
    }
    return all;
}

base::Result<std::vector<std::string>> readNames(const text::Value &data)
{
    if (!data.isList() && !data.isNull())
        return missing("data, as a list,");
    std::vector<std::string> names;
    for (const text::Value &each : data.items()) {
        if (each.isString())
            names.push_back(each.text());
    }
    return names;
}

std::optional<milliseconds> parsePrometheusDuration(std::string_view text)
{
    std::int64_t total = 0;
    if (text.empty())
        return std::nullopt;
    while (!text.empty()) {
        std::int64_t count = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (problem != std::errc() || count < 0 || count > 1'000'000'000)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const std::string_view unit = text.substr(0, text.find_first_of("0123456789"));
        const auto *found = std::find_if(std::begin(durationUnits), std::end(durationUnits), [unit](const DurationUnit &each) { return each.name == unit; });
        if (found == std::end(durationUnits) || count > 100'000'000'000'000 / found->length)
            return std::nullopt;
        total += count * found->length;
        text.remove_prefix(unit.size());
    }
    return total < 1'000'000'000'000'000 ? std::optional(milliseconds(total)) : std::nullopt;
}

} // namespace metrics
