#include "models/demo/Behaviours.h"

#include "models/text/Duration.h"
#include "models/text/Yaml.h"

namespace demo {

using text::Value;

namespace {

std::chrono::seconds secondsOf(const Value &value)
{
    const auto duration = text::parseDuration(value.text());
    return duration ? std::chrono::duration_cast<std::chrono::seconds>(*duration) : std::chrono::seconds(0);
}

PodBehaviour readPod(const Value &value)
{
    PodBehaviour result;
    result.crashesAfter = secondsOf(value["crashesAfter"]);
    result.completesAfter = secondsOf(value["completesAfter"]);
    result.exitCode = int(value["exitCode"].asInteger());
    result.message = value["message"].text();
    result.restarts = int(value["restarts"].asInteger());
    result.imageIsMissing = value["imageIsMissing"].asBoolean();
    result.fitsNoNode = value["fitsNoNode"].asBoolean();
    return result;
}

Scaling readScaling(const Value &value)
{
    return { value["namespace"].text(), value["deployment"].text(), secondsOf(value["every"]),
        std::uint32_t(value["least"].asInteger(1)), std::uint32_t(value["most"].asInteger(1)) };
}

template<typename Map>
typename Map::const_iterator longestBeginning(const Map &map, std::string_view nameSpace, std::string_view name)
{
    const std::string key = std::string(nameSpace) + '/' + std::string(name);
    auto best = map.end();
    for (auto entry = map.begin(); entry != map.end(); ++entry) {
        if (key.compare(0, entry->first.size(), entry->first) == 0
            && (best == map.end() || entry->first.size() > best->first.size()))
            best = entry;
    }
    return best;
}

} // namespace

base::Result<Behaviours> Behaviours::parse(std::string_view yaml)
{
    const auto document = text::parseYaml(yaml);
    if (!document)
        return document.error();
    Behaviours result;
    for (const auto &entry : (*document)["ages"].members())
        result.m_ages[entry.key] = secondsOf(entry.value);
    for (const auto &entry : (*document)["pods"].members())
        result.m_pods[entry.key] = readPod(entry.value);
    for (const auto &entry : (*document)["addresses"].members())
        result.m_addresses[entry.key] = entry.value.text();
    for (const Value &entry : (*document)["scalings"].items())
        result.m_scalings.push_back(readScaling(entry));
    for (const Value &entry : (*document)["restless"].items())
        result.m_restless.push_back(entry.text());
    return result;
}

std::chrono::seconds Behaviours::ageOf(std::string_view nameSpace, std::string_view name) const
{
    const auto found = longestBeginning(m_ages, nameSpace, name);
    return found == m_ages.end() ? std::chrono::hours(24) : found->second;
}

PodBehaviour Behaviours::ofPod(std::string_view nameSpace, std::string_view name) const
{
    const auto found = longestBeginning(m_pods, nameSpace, name);
    return found == m_pods.end() ? PodBehaviour() : found->second;
}

std::string Behaviours::addressOf(std::string_view nameSpace, std::string_view service) const
{
    const auto found = m_addresses.find(std::string(nameSpace) + '/' + std::string(service));
    return found == m_addresses.end() ? std::string() : found->second;
}

} // namespace demo
