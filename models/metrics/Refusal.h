#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// What a server did not allow, from its words.
struct Refusal
{
    std::string user;
    std::string verb;
    std::string resource;               ///< with its subresource: "services/proxy"
    std::string group;
    std::string namespaceName;          ///< empty: for the whole cluster

    bool operator==(const Refusal &) const = default;
};

/// From "... is forbidden: User "u" cannot get resource "services/proxy" in API group "" in the namespace "monitoring"".
std::optional<Refusal> refusalIn(std::string_view message);

/// The commands that somebody who may would allow it with.
std::vector<std::string> grantCommands(const Refusal &refusal);

} // namespace metrics
