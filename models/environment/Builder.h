#pragma once

#include "models/environment/Environment.h"
#include "models/environment/ServiceVariables.h"
#include "models/environment/SourceAge.h"

#include <map>
#include <set>

namespace environment {

/// Goes through a container's variables as the kubelet does.
class Builder
{
public:
    Builder(const text::Value &pod, std::string_view container, const Surroundings &surroundings);

    Environment build();

private:
    void addSources(const text::Value &from);
    void addKeys(const SourceName &name, const Source &source, const std::string &prefix);
    /// One row for all that nobody could name.
    void addUnread(const SourceName &name, const Source &source, const std::string &prefix);
    void addPlaceholder(const SourceName &name, const std::string &prefix, Gap gap, std::string error);
    void addVariable(const text::Value &entry);
    void addServices();

    Variable literal(const std::string &text);
    /// Nothing: the variable is skipped, as it is optional.
    std::optional<Variable> valueFrom(const text::Value &from);
    std::optional<Variable> fromKey(SourceKind kind, const text::Value &reference);
    Variable fromSource(const SourceName &name, const Source &source, const std::string &key) const;
    Variable fromField(const text::Value &reference) const;
    Variable fromResource(const text::Value &reference) const;

    void set(Variable variable);
    const Variable *known(std::string_view name) const;
    /// False where the source is older than the container; else nothing.
    std::optional<bool> changeOf(const Source &source) const;
    std::optional<bool> changeOfField(std::string_view path) const;
    bool isYounger(const text::Value &object) const;
    /// Nobody knows all that the source in turn set when the container started: it may have hidden what came before it and begins with its prefix.
    void open(const std::string &prefix);
    bool isOpen(std::string_view name) const;
    void fail(const Variable &variable);
    void settleOverridden();

    const text::Value &m_pod;
    const text::Value &m_container;
    const Surroundings &m_surroundings;
    StartBounds m_start;
    Environment m_result;
    std::vector<Variable> m_set;                        ///< in their order
    std::map<std::string, std::size_t, std::less<>> m_places;
    std::map<std::string, Variable, std::less<>> m_links;           ///< of Services
    std::set<std::string> m_unsteady;                   ///< names that an optional entry may have set when the container started
    std::set<std::string> m_openPrefixes;               ///< a source of envFrom may have set any name behind them when the container started
    Gap m_openGap = Gap::None;                          ///< why a source of envFrom may set any name now
};

} // namespace environment
