#pragma once

#include "models/environment/Environment.h"
#include "models/text/Json.h"
#include "models/text/Yaml.h"

#include <string>

/// A pod and what lies around it, written as YAML.
struct World
{
    static std::shared_ptr<const text::Value> read(const std::string &yaml)
    {
        const auto value = text::parseYaml(yaml);
        return std::make_shared<const text::Value>(value ? *value : text::Value());
    }

    /// The lines are those of the container, indented by four.
    static std::string podWith(const std::string &container, const std::string &spec = {})
    {
        return "metadata: {name: web, namespace: team-a, uid: u1, generation: 1, creationTimestamp: \"2026-11-20T10:00:00Z\", labels: {tier: front}}\n"
               "spec:\n" + spec + "  nodeName: n1\n  containers:\n  - name: main\n" + container
            + "status:\n  startTime: \"2026-11-20T10:00:01Z\"\n  podIP: 10.0.0.7\n"
              "  containerStatuses: [{name: main, restartCount: 0, state: {running: {startedAt: \"2026-11-20T10:00:05Z\"}}}]\n";
    }

    static std::string metadata(const std::string &name, const std::string &changed, const std::string &made = "2026-11-19T10:00:00Z", const std::string &space = "team-a")
    {
        return "metadata: {name: " + name + ", namespace: " + space + ", creationTimestamp: \"" + made + "\", managedFields: [{manager: m, time: \"" + changed + "\"}]}\n";
    }

    void add(environment::SourceKind kind, const std::string &name, const std::string &rest, const std::string &changed = "2026-11-19T10:00:00Z")
    {
        around.sources[{kind, name}] = {environment::Source::State::Whole, read(metadata(name, changed) + rest)};
    }
    void addConfigMap(const std::string &name, const std::string &rest, const std::string &changed = "2026-11-19T10:00:00Z") { add(environment::SourceKind::ConfigMap, name, rest, changed); }
    void addSecret(const std::string &name, const std::string &rest, const std::string &changed = "2026-11-19T10:00:00Z") { add(environment::SourceKind::Secret, name, rest, changed); }
    void addService(const std::string &name, const std::string &spec, const std::string &space = "team-a", const std::string &made = "2026-11-19T10:00:00Z")
    {
        if (!around.services)
            around.services.emplace();
        around.services->push_back(read(metadata(name, made, made, space) + "spec: " + spec + '\n'));
    }

    environment::Environment environment() const { return environment::effectiveEnvironment(*read(pod), "main", around); }

    std::string pod;
    environment::Surroundings around;
};

/// "NAME=value <source>" by line, with what was overridden and what is wrong.
inline std::string told(const environment::Environment &environment)
{
    std::string text;
    for (const environment::Variable &variable : environment.variables) {
        text += variable.prefix + (variable.name.empty() ? "*" : variable.name) + (variable.value ? '=' + *variable.value : std::string("?")) + " <" + textOf(variable.origin) + '>';
        for (const environment::Origin &origin : variable.overrides)
            text += " over " + textOf(origin);
        text += std::string(variable.isSecret ? " secret" : "") + (variable.error.empty() ? std::string() : " !" + variable.error) + '\n';
    }
    return text;
}
