#include "models/metrics/Doctor.h"

#include "models/metrics/PromUses.h"

#include <QtGlobal>

#include <algorithm>

namespace metrics {

namespace {

/// Whether anything else of the metric's exporter is there.
bool isScraped(const MetricOrigin &origin, const Capabilities &capabilities)
{
    constexpr const char *Usual[] = {"kube_pod_info", "kube_node_info", "kube_node_status_capacity", "node_cpu_seconds_total", "node_memory_MemTotal_bytes",
                                     "container_cpu_usage_seconds_total", "container_memory_working_set_bytes", "kubelet_running_pods",
                                     "apiserver_request_total", "nginx_ingress_controller_requests", "traefik_service_requests_total"};
    return std::ranges::any_of(Usual, [&](std::string_view each) { return each.starts_with(origin.prefix) && capabilities.has(each); });
}

const char *pathOf(std::string_view metric)
{
    return metric.starts_with("container_") ? "/metrics/cadvisor" : "/metrics";
}

Finding missing(const std::string &metric, const Capabilities &capabilities)
{
    const MetricOrigin *origin = originOf(metric);
    if (!origin) {
        return {Cause::MetricMissing, {QT_TRANSLATE_NOOP("metrics", "The server has no metric %1."), {metric}},
                {QT_TRANSLATE_NOOP("metrics", "Compare its name with those the server knows, and the targets that it scrapes.")}};
    }
    if (isScraped(*origin, capabilities))
        return {Cause::ExporterSilent, {QT_TRANSLATE_NOOP("metrics", "%1 is scraped, but tells nothing of %2."), {origin->exporter, metric}}, whyExporterIsSilent(metric)};
    return {Cause::MetricMissing, {QT_TRANSLATE_NOOP("metrics", "The metric %1 is missing: %2 gives it."), {metric, origin->exporter}},
            {origin->fix, {pathOf(metric)}}, origin->commands};
}

/// What nobody owns has no owner's labels: then another series may have them.
bool isOnSomeOnly(std::string_view label) { return label.starts_with("owner_"); }

bool asksForValue(const Matcher &matcher)
{
    return !matcher.value.empty() && (matcher.relation == "=" || matcher.relation == "=~") && !isOnSomeOnly(matcher.label);
}

std::string jobsOf(const std::string &metric, const Capabilities &capabilities)
{
    std::string out;
    for (const Capabilities::Source &source : capabilities.sources(metric)) {
        if (!source.job.empty() && out.find(source.job) == std::string::npos)
            out += (out.empty() ? "" : ", ") + source.job;
    }
    return out;
}

std::optional<Finding> labelOf(const MetricUse &use, const Matcher &matcher, const Capabilities &capabilities)
{
    if (!asksForValue(matcher) || capabilities.hasLabel(use.metric, matcher.label).value_or(true))
        return std::nullopt;
    if (capabilities.hasLabel(use.metric, "exported_" + matcher.label).value_or(false)) {
        return Finding{Cause::LabelsRenamed,
                       {QT_TRANSLATE_NOOP("metrics", "The label %1 of %2 is called exported_%1: the scrape job keeps its own label of that name."), {matcher.label, use.metric}},
                       {QT_TRANSLATE_NOOP("metrics", "Set honor_labels: true for the scrape job %1 (in a ServiceMonitor: honorLabels)."), {jobsOf(use.metric, capabilities)}}};
    }
    const bool isOfContainers = use.metric.starts_with("container_");
    return Finding{Cause::LabelMissing, {QT_TRANSLATE_NOOP("metrics", "%1 is there, but without the label %2."), {use.metric, matcher.label}},
                   isOfContainers ? Sentence{QT_TRANSLATE_NOOP("metrics", "cAdvisor tells pods and containers apart when the kubelet knows the runtime's socket. Relabelling in the scrape job "
                                                                          "%1 may have dropped the label too."), {jobsOf(use.metric, capabilities)}}
                                  : Sentence{QT_TRANSLATE_NOOP("metrics", "Look at the relabelling of the scrape job %1."), {jobsOf(use.metric, capabilities)}}};
}

std::string secondsText(std::chrono::milliseconds time)
{
    return std::to_string(std::abs(time.count()) / 1000);
}

Finding clockFinding(const ClockDifference &difference)
{
    const char *ahead = QT_TRANSLATE_NOOP("metrics", "The server's clock is %1 s ahead of this computer's.");
    const char *behind = QT_TRANSLATE_NOOP("metrics", "The server's clock is %1 s behind this computer's.");
    return {Cause::ClockDiffers, {difference.middle().count() > 0 ? ahead : behind, {secondsText(difference.middle())}},
            {QT_TRANSLATE_NOOP("metrics", "Set the wrong one of both clocks; until then the newest values may lie outside of the chart.")}};
}

Finding nothingMeasured(const std::vector<std::string> &metrics, const Capabilities &capabilities)
{
    std::chrono::milliseconds wait{};
    for (const std::string &metric : metrics)
        wait = std::max(wait, 2 * capabilities.intervalOf(metric).value_or(Capabilities::AssumedInterval));
    return {Cause::NothingMeasured, {QT_TRANSLATE_NOOP("metrics", "The server has these metrics, but none of them of this object in this time.")},
            {QT_TRANSLATE_NOOP("metrics", "What is new is measured after two scrapes (%1 s). For what is gone, choose the time when it was there."), {secondsText(wait)}}};
}

template<typename Each>
void add(std::vector<Finding> &findings, const std::optional<Each> &finding)
{
    if (finding && std::ranges::find(findings, *finding) == findings.end())
        findings.push_back(*finding);
}

} // namespace

std::string usageExpression(const ChartSpec &chart)
{
    std::string out;
    for (const LineSpec &line : chart.lines)
        if (line.role == LineRole::Usage)
            out += (out.empty() ? "" : " or ") + line.expression;
    return out;
}

std::vector<Finding> whyEmpty(const EmptyChart &chart, const Capabilities &capabilities)
{
    std::vector<Finding> findings;
    if (chart.clock && chart.clock->isLarge())
        findings.push_back(clockFinding(*chart.clock));
    if (chart.error) {
        findings.insert(findings.begin(), findingOf(*chart.error, {}));
        return findings;
    }
    for (const MetricUse &use : usesIn(chart.expression)) {
        if (capabilities.presence(use.metric) == Capabilities::Presence::Absent)
            add(findings, std::optional(missing(use.metric, capabilities)));
        for (const Matcher &matcher : use.matchers)
            add(findings, labelOf(use, matcher, capabilities));
    }
    if (findings.empty())
        findings.push_back(nothingMeasured(metricsIn(chart.expression), capabilities));
    return findings;
}

} // namespace metrics
