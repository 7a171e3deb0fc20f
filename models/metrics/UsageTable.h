#pragma once

#include "models/metrics/Rung.h"
#include "models/metrics/Usage.h"

#include "models/base/Error.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace metrics {

/// What usage is asked of.
enum class Measured { Pods, Nodes };

/// Why figures do not come from there.
struct RungTrouble
{
    Rung rung;
    base::Error error;

    bool operator==(const RungTrouble &) const = default;
};

/// What all pods or nodes used, as one source told it at one time. Never changed once it is shared; any thread.
class UsageTable
{
public:
    /// Takes the first of two objects of one name.
    UsageTable(Rung source, std::vector<MeasuredObject> objects);

    Rung source() const { return m_source; }
    /// In the order in which they came.
    const std::vector<MeasuredObject> &objects() const { return m_objects; }
    /// By "namespace/name", or the name of a node; null where nothing is known of it.
    const MeasuredObject *find(std::string_view key) const;

    /// What is missing in it, in the server's words; empty: nothing that one knows of.
    std::vector<base::Error> gaps = {};
    /// The better sources that were asked before, and what they said.
    std::vector<RungTrouble> troubles = {};

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    Rung m_source;
    std::vector<MeasuredObject> m_objects;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_places;
};

/// "namespace/name" or "name".
std::string keyOf(const MeasuredObject &object);

} // namespace metrics
