#pragma once

#include "models/rbac/Risks.h"

#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rbac {

/// What a table can tell about the access of an object.
enum class Fact : std::uint8_t { AccountPods, AccountBindings, AccountRisk, RoleSubjects, RoleUse, PodToken, PodRisk };
inline constexpr std::size_t FactCount = 7;
using FactSet = std::bitset<FactCount>;

/// The collections that facts follow from, by the names of Unreadable, each once.
std::vector<std::string_view> sourcesOf(FactSet facts);

/// The gravest of the findings about somebody; of equals the first of the table of risks.
struct GravestRisk
{
    Risk risk;                  ///< its subject is somebody's own name, or a group that comes with it
    std::size_t findings = 0;   ///< all that there are

    bool operator==(const GravestRisk &) const = default;
};

/// A binding that gives something to an account.
struct NamingBinding
{
    SharedRef binding;
    std::string group;          ///< empty: it names the account itself, also by its user name

    bool operator==(const NamingBinding &) const = default;
};

struct AccountFacts
{
    std::size_t pods = 0;                   ///< pending or running ones that act as it
    std::vector<NamingBinding> bindings;    ///< each once: those that name it, then those by groups, as far as people made them
    std::size_t defaultBindings = 0;        ///< by groups, which Kubernetes itself brings for every account
    std::optional<GravestRisk> risk;        ///< also through its groups

    bool operator==(const AccountFacts &) const = default;
};

enum class RoleUse : std::uint8_t { Bound, Aggregated, Default, Unused };

struct RoleFacts
{
    std::vector<SharedRef> bindings;        ///< in order
    std::vector<ObjectRef> subjects;        ///< whom they name, each once, in order
    RoleUse use = RoleUse::Bound;           ///< Default: Kubernetes brings it, for whoever may want it
    std::vector<ObjectRef> aggregatedInto;  ///< ClusterRoles that take its rules in; looked for only where no binding names it

    bool operator==(const RoleFacts &) const = default;
};

/// What decided whether a pod has a token.
enum class TokenReason : std::uint8_t { StaticPod, Volume, Pod, Account, Default };

struct PodFacts
{
    bool mountsToken = false;
    TokenReason reason = TokenReason::Default;
    ServiceAccountRef account;
    bool isAlive = true;                    ///< it runs, or is about to
    std::optional<GravestRisk> risk;        ///< of the account whose token it has, while it is alive

    bool operator==(const PodFacts &) const = default;
};

/// What is told about the access of all objects, each by "namespace/name" or "name".
struct AccessFacts
{
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template<typename T>
    using ByKey = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    FactSet told;                           ///< all others are left out
    ByKey<AccountFacts> accounts;
    ByKey<RoleFacts> roles;
    ByKey<RoleFacts> clusterRoles;
    ByKey<PodFacts> pods;
    std::vector<Unreadable> unreadable;

    /// Null for an object that was not known yet.
    template<typename T>
    static const T *find(const ByKey<T> &all, std::string_view key)
    {
        const auto found = all.find(key);
        return found == all.end() ? nullptr : &found->second;
    }
    /// The collections that a fact about an object of that namespace, or of none, follows from and that may not be read: it is not
    /// known then, as far as more of them could change it.
    std::vector<std::string_view> missing(Fact fact, std::string_view namespaceName) const;
};

/// Works the facts out. A pure function, any thread.
AccessFacts accessFacts(const Inputs &inputs, FactSet facts);

} // namespace rbac
