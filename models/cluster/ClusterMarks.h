#pragma once

#include "models/base/Clock.h"
#include "models/text/Value.h"

#include <string>
#include <vector>

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
    std::vector<std::string> namespaces{};  ///< added by hand where they may not be listed; in order, each once

    /// Anything may be given: what has not the right type, or is too long to be one of ours, counts as absent.
    static ClusterMarks read(const text::Value &value);
    /// Null when there is nothing to remember.
    text::Value write() const;

    static constexpr std::size_t LongestText = 128;     ///< bytes
    static constexpr std::size_t MostNamespaces = 200;

    /// Whether it could be added: it may be a namespace's name, and there is room for it.
    bool mayAdd(const std::string &namespaceName) const;
    void add(const std::string &namespaceName);

    bool operator==(const ClusterMarks &) const = default;
};

} // namespace cluster
