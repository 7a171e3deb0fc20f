#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/RiskTerms.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace rbac {

/// Which terms of the table of risks a role gives, and by which rule; one for cluster-wide bindings, one for those in a namespace.
struct TermHits
{
    RiskTable::Terms terms;
    std::vector<std::pair<std::uint16_t, std::uint32_t>> rules;   ///< term, first rule that gives it; sorted by term

    /// -1 when no rule gives it.
    int ruleOf(std::size_t term) const;
};

/// What one identity holds of the table of risks, place by place.
class HeldTerms
{
public:
    struct Grant
    {
        std::shared_ptr<const Binding> binding;
        std::shared_ptr<const Role> role;
        const TermHits *hits = nullptr;
    };
    struct Place
    {
        RiskTable::Terms terms;
        std::vector<Grant> grants;
    };

    /// What bindings that name the subject itself give just there; "" is the whole cluster.
    const Place &directIn(const std::string &namespaceName) const;
    /// What the identity has there in any way: by its groups, and cluster-wide.
    RiskTable::Terms allIn(const std::string &namespaceName) const;
    /// Where the subject itself is named.
    std::vector<std::string> places() const;
    /// Everything, also through groups.
    const std::map<std::string, Place> &all() const { return m_all; }

private:
    friend class RightHolders;
    std::map<std::string, Place> m_direct;
    std::map<std::string, Place> m_all;
};

/// Whether a subject can mean somebody: its kind is known, and an account has a namespace (S29, S31).
bool isSomebody(const ObjectRef &subject);

/// Works out the terms of each role once, for all who hold it.
class RightHolders
{
public:
    /// The evaluator outlives it and does not change.
    explicit RightHolders(const AccessEvaluator &evaluator) : m_evaluator(evaluator) { }

    /// Everybody that bindings name and who can be somebody, each once, in order.
    std::vector<ObjectRef> subjects() const;
    HeldTerms termsOf(const ObjectRef &subject) { return termsOf(Identity::ofSubject(subject), &subject); }
    /// Without a subject nothing counts as direct.
    HeldTerms termsOf(const Identity &identity, const ObjectRef *subject = nullptr);

private:
    const TermHits &hitsOf(const std::shared_ptr<const Role> &role, bool isClusterWide);

    const AccessEvaluator &m_evaluator;
    std::unordered_map<const Role *, std::unique_ptr<TermHits>> m_hits[2];
};

} // namespace rbac
