#pragma once

#include "models/base/Clock.h"
#include "models/text/Value.h"

#include <string>

namespace cluster {

/// What a person said about one entry of the catalog, and what was seen last of its server.
struct ClusterMarks
{
    bool isFavourite = false;
    bool isReadOnly = false;
    std::string colour;             ///< a word that widgets know; empty: none
    std::string name;               ///< shown in place of the context's; empty: that
    std::string version;            ///< gitVersion; empty: never heard
    std::string distribution;       ///< "k3s"; empty: not known
    base::SystemTime seen{};        ///< when the version was heard

    /// Anything may be given: what has not the right type, or is too long to be one of ours, counts as absent.
    static ClusterMarks read(const text::Value &value);
    /// Null when there is nothing to remember.
    text::Value write() const;

    static constexpr std::size_t LongestText = 128;     ///< bytes

    bool operator==(const ClusterMarks &) const = default;
};

} // namespace cluster
