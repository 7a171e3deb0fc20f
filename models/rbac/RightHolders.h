#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/RiskTerms.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace rbac {

/// Which terms of the table of risks a role gives, and by which rule.
struct TermHits
{
    RiskTable::Terms terms;
    std::vector<std::pair<std::uint16_t, std::uint32_t>> rules;   ///< term, first rule that gives it; sorted by term

    /// -1 when no rule gives it.
    int ruleOf(std::size_t term) const;
};

/// What bindings give in one place.
struct HeldPlace
{
    struct Grant
    {
        std::shared_ptr<const Binding> binding;
        std::shared_ptr<const Role> role;
        const TermHits *hits = nullptr;
    };

    RiskTable::Terms terms;
    std::vector<Grant> grants;
};

/// What bindings give to one name, by namespace; "" is the whole cluster.
using HeldPlaces = std::map<std::string, HeldPlace>;

/// What one identity holds of the table of risks: by its own name and by its groups. Valid as long as the RightHolders it is from.
class HeldTerms
{
public:
    /// What bindings that name the subject itself give.
    const HeldPlaces &direct() const { return *m_direct; }
    /// What the identity has there in any way: by its groups, and cluster-wide.
    RiskTable::Terms allIn(const std::string &namespaceName) const;
    /// Everything, also through groups.
    HeldPlaces all() const;
    /// What it has in just one place, name after name.
    std::vector<const HeldPlace *> partsIn(const std::string &namespaceName) const;

private:
    friend class RightHolders;
    const HeldPlaces *m_direct = nullptr;
    std::vector<const HeldPlaces *> m_names;   ///< of each name it goes by
};

/// Whether a subject can mean somebody: its kind is known, and an account has a namespace (S29, S31).
bool isSomebody(const ObjectRef &subject);

/// Works out once, for all who hold them, the terms of each role, and for each name what bindings give to it.
class RightHolders
{
public:
    /// The evaluator outlives it and does not change.
    explicit RightHolders(const AccessEvaluator &evaluator);
    RightHolders(const RightHolders &) = delete;
    RightHolders &operator=(const RightHolders &) = delete;

    /// Everybody that bindings name and who can be somebody, each once, in order.
    std::vector<ObjectRef> subjects() const;
    HeldTerms termsOf(const ObjectRef &subject) const;
    /// Nothing counts as direct.
    HeldTerms termsOf(const Identity &identity) const;

private:
    static constexpr std::size_t Scopes = 2;   ///< in a namespace, cluster-wide
    using Hits = std::array<TermHits, Scopes>;

    const TermHits &hitsOf(const Role &role, bool isClusterWide);
    void add(const std::shared_ptr<const Binding> &binding, const std::shared_ptr<const Role> &role);
    const HeldPlaces &placesOf(const ObjectRef &name) const;

    std::unordered_map<const Role *, std::unique_ptr<Hits>> m_hits;
    std::map<ObjectRef, HeldPlaces> m_names;
};

} // namespace rbac
