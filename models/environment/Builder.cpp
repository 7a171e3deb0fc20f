#include "models/environment/Builder.h"

#include "models/downward/Fields.h"
#include "models/downward/Resolve.h"
#include "models/environment/Expansion.h"
#include "models/environment/Names.h"

#include <algorithm>

namespace environment {

using text::Value;

namespace {

const Value nothing;

Origin::Kind originKind(SourceKind kind) { return kind == SourceKind::Secret ? Origin::Kind::Secret : Origin::Kind::ConfigMap; }

/// As the kubelet's managers name them.
std::string notFound(const SourceName &name)
{
    return (name.kind == SourceKind::Secret ? "secret \"" : "configmap \"") + name.name + "\" not found";
}

/// What is made of two is known to be as it was only if both are.
std::optional<bool> both(std::optional<bool> one, std::optional<bool> other)
{
    return one && other ? std::optional(*one || *other) : std::nullopt;
}

} // namespace

Builder::Builder(const Value &pod, std::string_view container, const Surroundings &surroundings)
    : m_pod(pod), m_container(findContainer(pod, container) ? *findContainer(pod, container) : nothing), m_surroundings(surroundings), m_start(startOf(pod, container))
{
    m_result.container = container;
    m_result.isStarted = m_start.isStarted();
    m_result.servicesError = surroundings.servicesError;
    m_result.secretNames = SecretNames(m_container);
}

Environment Builder::build()
{
    addServices();
    for (const Value &from : m_container["envFrom"].items())
        addSources(from);
    for (const Value &entry : m_container["env"].items())
        addVariable(entry);
    settleOverridden();
    for (auto &[name, variable] : m_links) {
        if (!m_places.contains(name))
            m_set.push_back(std::move(variable));
    }
    m_result.variables = std::move(m_set);
    return std::move(m_result);
}

void Builder::addSources(const Value &from)
{
    const bool isSecret = from["secretRef"].isMap();
    const Value &reference = from[isSecret ? "secretRef" : "configMapRef"];
    const SourceName name{isSecret ? SourceKind::Secret : SourceKind::ConfigMap, reference["name"].text()};
    const Source &source = m_surroundings.of(name);
    const std::string &prefix = from["prefix"].text();
    if (source.state == Source::State::Missing) {
        if (reference["optional"].asBoolean())
            open(prefix);
        else
            addPlaceholder(name, prefix, Gap::Missing, notFound(name));
    } else if (source.object) {
        addKeys(name, source, prefix);
    } else {
        addUnread(name, source, prefix);
    }
}

void Builder::addUnread(const SourceName &name, const Source &source, const std::string &prefix)
{
    const bool isRefused = source.state == Source::State::Refused;
    addPlaceholder(name, prefix, isRefused ? Gap::Refused : Gap::NotRead, isRefused ? source.words : std::string());
}

void Builder::addPlaceholder(const SourceName &name, const std::string &prefix, Gap gap, std::string error)
{
    Variable variable;
    variable.prefix = prefix;
    variable.origin = {originKind(name.kind), name.name};
    variable.isSecret = name.kind == SourceKind::Secret;
    variable.gap = gap;
    variable.error = std::move(error);
    if (gap == Gap::Missing)
        fail(variable);
    if (m_openGap == Gap::None && gap != Gap::Missing)
        m_openGap = gap;
    open(prefix);
    m_set.push_back(std::move(variable));
}

void Builder::addKeys(const SourceName &name, const Source &source, const std::string &prefix)
{
    const std::vector<std::string> keys = keysOf(source);
    if (keys.empty() && source.state != Source::State::Whole)
        return addUnread(name, source, prefix);
    // What this source had when the container started, and has no more, hid what came before it; no time tells when a key was removed.
    open(prefix);
    for (const std::string &key : keys) {
        Variable variable = fromSource(name, source, key);
        variable.name = prefix + key;
        if (takesName(variable.name, m_surroundings.node ? *m_surroundings.node : nothing)) {
            if (variable.gap == Gap::Unusable)
                fail(variable);
            set(std::move(variable));
            continue;
        }
        variable.value.reset();
        variable.gap = Gap::NotSet;
        m_set.push_back(std::move(variable));
    }
}

void Builder::addVariable(const Value &entry)
{
    const std::string &name = entry["name"].text();
    std::optional<Variable> variable = entry["value"].text().empty() && entry["valueFrom"].isMap() ? valueFrom(entry["valueFrom"]) : literal(entry["value"].text());
    if (!variable) {
        m_unsteady.insert(name);
        return;
    }
    variable->name = name;
    if (!variable->error.empty() && variable->gap != Gap::Refused)
        fail(*variable);
    set(std::move(*variable));
    m_unsteady.erase(name);
}

Variable Builder::literal(const std::string &text)
{
    Variable result;
    result.isChanged = m_start.isStarted() ? std::optional(false) : std::nullopt;
    result.value = expand(text, [&](std::string_view name) -> std::optional<std::string> {
        result.isExpanded = true;
        const Variable *variable = known(name);
        const bool mayDiffer = m_unsteady.contains(std::string(name)) || (isOpen(name) && !m_places.contains(name));
        result.isChanged = both(result.isChanged, variable && !mayDiffer ? variable->isChanged : std::nullopt);
        if (!variable || (m_openGap != Gap::None && !m_places.contains(name)))
            result.gap = result.gap == Gap::None ? m_openGap : result.gap;
        if (!variable)
            return std::nullopt;
        result.isSecret = result.isSecret || variable->isSecret;
        if (!variable->value && result.gap == Gap::None)
            result.gap = variable->gap;
        return variable->value;
    });
    if (result.gap != Gap::None)
        result.value.reset();
    return result;
}

std::optional<Variable> Builder::valueFrom(const Value &from)
{
    if (from["fieldRef"].isMap())
        return fromField(from["fieldRef"]);
    if (from["resourceFieldRef"].isMap())
        return fromResource(from["resourceFieldRef"]);
    if (from["configMapKeyRef"].isMap())
        return fromKey(SourceKind::ConfigMap, from["configMapKeyRef"]);
    if (from["secretKeyRef"].isMap())
        return fromKey(SourceKind::Secret, from["secretKeyRef"]);
    Variable variable;
    const Value &file = from["fileKeyRef"];
    variable.origin = {Origin::Kind::File, file["volumeName"].text(), file["path"].text() + '/' + file["key"].text()};
    variable.gap = Gap::InFile;
    return variable;
}

std::optional<Variable> Builder::fromKey(SourceKind kind, const Value &reference)
{
    const SourceName name{kind, reference["name"].text()};
    const std::string &key = reference["key"].text();
    const Source &source = m_surroundings.of(name);
    const bool isOptional = reference["optional"].asBoolean();
    const bool hasKey = source.state != Source::State::Whole || (*source.object)["data"].find(key);
    if (isOptional && (source.state == Source::State::Missing || !hasKey))
        return std::nullopt;
    Variable variable = fromSource(name, source, key);
    if (source.state == Source::State::Missing)
        variable.error = notFound(name);
    else if (!hasKey)
        variable.error = "couldn't find key " + key + " in " + std::string(wordOf(kind)) + ' ' + m_pod["metadata"]["namespace"].text() + '/' + name.name;
    if (source.state == Source::State::Missing || !hasKey) {
        variable.gap = Gap::Missing;
        variable.isChanged.reset();
    }
    return variable;
}

Variable Builder::fromSource(const SourceName &name, const Source &source, const std::string &key) const
{
    Variable variable;
    variable.origin = {originKind(name.kind), name.name, key};
    variable.isSecret = name.kind == SourceKind::Secret;
    variable.isChanged = changeOf(source);
    variable.isYounger = source.object && isYounger(*source.object);
    if (source.state == Source::State::Refused) {
        variable.gap = Gap::Refused;
        variable.error = source.words;
    } else if (source.state != Source::State::Whole) {
        variable.gap = Gap::NotRead;
    } else if (const Value *found = (*source.object)["data"].find(key)) {
        variable.value = contentOf(name.kind, *found);
        const std::string problem = problemOf(*variable.value);
        if (!problem.empty()) {
            variable.value.reset();
            variable.gap = Gap::Unusable;
            variable.error = problem;
        }
    }
    return variable;
}

Variable Builder::fromField(const Value &reference) const
{
    Variable variable;
    variable.origin = {Origin::Kind::Field, reference["fieldPath"].text()};
    const downward::Resolved resolved = downward::resolveField(m_pod, reference, downward::Place::Env);
    variable.value = resolved.value;
    variable.isChanged = changeOfField(reference["fieldPath"].text());
    if (resolved.problem) {
        variable.gap = Gap::BadField;
        variable.error = downward::wordOf(*resolved.problem);
        variable.isChanged.reset();
    }
    return variable;
}

std::optional<bool> Builder::changeOfField(std::string_view path) const
{
    if (!m_start.isStarted())
        return std::nullopt;
    const downward::FieldPath field = downward::splitField(path);
    if (field.isSubscripted) {
        const std::string_view map = field.path.substr(field.path.rfind('.') + 1);
        if (!m_pod["metadata"][map].find(field.key))
            return std::nullopt;
        const auto unchanged = isUnchanged(lastChangeOfEntry(m_pod, map, field.key), m_start);
        return unchanged ? std::optional(false) : std::nullopt;
    }
    // The addresses of a node may become others; what else env may name stays as it is as long as the pod lives.
    return path.starts_with("status.hostIP") ? std::nullopt : std::optional(false);
}

Variable Builder::fromResource(const Value &reference) const
{
    Variable variable;
    variable.origin = {Origin::Kind::Resource, reference["resource"].text(), reference["containerName"].text()};
    const downward::Resolved resolved = downward::resolveResource(m_pod, m_surroundings.node.get(), m_container["name"].text(), reference, downward::Place::Env);
    variable.value = resolved.value;
    // The spec of a pod that was never resized is its first.
    const bool isFirst = m_pod["metadata"]["generation"].asInteger() == 1;
    const bool isOfNode = resolved.how.origin == downward::Origin::NodeAllocatable || resolved.how.origin == downward::Origin::NotOnNode;
    if (m_start.isStarted() && isFirst && !isOfNode && resolved.value)
        variable.isChanged = false;
    if (resolved.problem) {
        const bool isNode = *resolved.problem == downward::Problem::NeedsNode;
        variable.gap = isNode ? Gap::NoNode : Gap::BadField;
        if (!isNode)
            variable.error = downward::wordOf(*resolved.problem);
    }
    return variable;
}

void Builder::addServices()
{
    if (!m_surroundings.services)
        return;
    for (ServiceVariable &link : serviceVariables(*m_surroundings.services, m_pod)) {
        Variable variable;
        variable.name = link.name;
        variable.value = std::move(link.value);
        variable.origin = {Origin::Kind::Service, (*link.service)["metadata"]["name"].text(), (*link.service)["metadata"]["namespace"].text()};
        const auto unchanged = isUnchanged(lastChange(*link.service), m_start);
        variable.isChanged = unchanged ? std::optional(false) : std::nullopt;
        variable.isYounger = isYounger(*link.service);
        m_links.emplace(link.name, std::move(variable));
    }
}

void Builder::set(Variable variable)
{
    const auto before = m_places.find(variable.name);
    if (before != m_places.end()) {
        const std::size_t place = before->second;
        variable.overrides = m_set[place].overrides;
        variable.overrides.push_back(m_set[place].origin);
        m_set.erase(m_set.begin() + static_cast<std::ptrdiff_t>(place));
        for (auto &[name, other] : m_places)
            other -= other > place;
    } else if (const auto link = m_links.find(variable.name); link != m_links.end()) {
        variable.overrides.push_back(link->second.origin);
    }
    m_places[variable.name] = m_set.size();
    m_set.push_back(std::move(variable));
}

const Variable *Builder::known(std::string_view name) const
{
    if (const auto place = m_places.find(name); place != m_places.end())
        return &m_set[place->second];
    const auto link = m_links.find(name);
    return link == m_links.end() ? nullptr : &link->second;
}

std::optional<bool> Builder::changeOf(const Source &source) const
{
    // What could not be read again may have changed since it was.
    const auto unchanged = source.object && source.state != Source::State::Refused ? isUnchanged(lastChange(*source.object), m_start) : std::nullopt;
    return unchanged ? std::optional(false) : std::nullopt;
}

bool Builder::isYounger(const Value &object) const
{
    const auto made = createdAt(object);
    return made && m_start.latest && *made > *m_start.latest;
}

void Builder::open(const std::string &prefix)
{
    m_openPrefixes.insert(prefix);
    for (Variable &variable : m_set) {
        if (variable.name.starts_with(prefix))
            variable.isChanged.reset();
    }
}

bool Builder::isOpen(std::string_view name) const
{
    return std::ranges::any_of(m_openPrefixes, [&](const std::string &prefix) { return name.starts_with(prefix); });
}

/// The runtime sees values only when the kubelet has all of them.
void Builder::fail(const Variable &variable)
{
    const bool isLate = variable.gap == Gap::Unusable;
    if (!m_result.failure.empty() && (isLate || m_result.failureReason != "RunContainerError"))
        return;
    m_result.failure = variable.error;
    m_result.failureReason = isLate ? "RunContainerError" : "CreateContainerConfigError";
}

/// What an optional entry set when the container started, and sets no more, hid what envFrom or a Service says of the same name.
void Builder::settleOverridden()
{
    for (const std::string &name : m_unsteady) {
        if (const auto place = m_places.find(name); place != m_places.end())
            m_set[place->second].isChanged.reset();
    }
    for (auto &[name, link] : m_links) {
        if (isOpen(name) || m_unsteady.contains(name))
            link.isChanged.reset();
    }
}

} // namespace environment
