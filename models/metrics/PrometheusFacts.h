#pragma once

#include "models/base/Result.h"
#include "models/metrics/Series.h"
#include "models/text/Value.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// What a server of the Prometheus API is.
enum class Flavour { Unknown, Prometheus, Thanos, VictoriaMetrics, Mimir };
/// As its makers call it; empty when it is not known.
std::string_view nameOf(Flavour flavour);

struct BuildInfo
{
    Flavour flavour = Flavour::Unknown;
    std::string version;            ///< "2.42.0"; of a server that only pretends one, what it pretends

    bool operator==(const BuildInfo &) const = default;
};

struct RuntimeInfo
{
    std::optional<base::SystemTime> started;
    std::string retention;              ///< "15d"
    std::optional<bool> isConfigGood;   ///< whether its newest configuration could be loaded
};

struct ScrapeTarget
{
    std::string pool;
    std::string url;
    Labels labels;
    Labels discovered;
    std::string health;                 ///< "up", "down" or "unknown"
    std::string lastError;
    std::optional<base::SystemTime> lastScrape;
    std::optional<std::chrono::milliseconds> interval;
};

struct ActiveAlert
{
    Labels labels;
    Labels annotations;
    std::string state;                  ///< "pending" or "firing"
    std::optional<base::SystemTime> since;
    std::string value;
};

struct Rule
{
    enum class Type { Recording, Alerting };
    Type type = Type::Recording;
    std::string name;
    std::string query;
    std::string state;                  ///< of an alert: "inactive", "pending" or "firing"
    std::string health;                 ///< "ok", "err" or "unknown"
    std::string lastError;
    std::chrono::milliseconds waits{};  ///< of an alert: how long before it fires
    Labels labels;
    Labels annotations;
    std::vector<ActiveAlert> alerts;
};

struct RuleGroup
{
    std::string name;
    std::string file;
    std::chrono::milliseconds interval{};
    std::vector<Rule> rules;
};

struct MetricMetadata
{
    std::string metric;
    std::string type;                   ///< "counter", "gauge", ...
    std::string help;
    std::string unit;
};

/// These read what stands in "data". A wrong type of what a page can do without counts as absent; without the list itself it is an error. Any thread.
base::Result<BuildInfo> readBuildInfo(const text::Value &data);
base::Result<RuntimeInfo> readRuntimeInfo(const text::Value &data);
base::Result<std::vector<ScrapeTarget>> readTargets(const text::Value &data);
base::Result<std::vector<RuleGroup>> readRules(const text::Value &data);
base::Result<std::vector<ActiveAlert>> readAlerts(const text::Value &data);
base::Result<std::vector<MetricMetadata>> readMetadata(const text::Value &data);
base::Result<std::vector<std::string>> readNames(const text::Value &data);

/// "1m30s" as Prometheus spells durations; nothing when it is none.
std::optional<std::chrono::milliseconds> parsePrometheusDuration(std::string_view text);

} // namespace metrics
