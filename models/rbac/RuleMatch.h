#pragma once

#include "models/rbac/Objects.h"
#include "models/rbac/Request.h"

#include <bit>
#include <cstdint>
#include <vector>

namespace rbac {

/// The parts in which a rule or a binding can fail a request, in the order they are looked at.
enum class Part : std::uint8_t { Namespace, Subject, RoleRef, Verb, Group, Resource, Subresource, Name, Url };

/// The parts of one rule that do not fit a request; a resource rule fails a URL in Part::Url and the other way round in
/// Part::Resource. Several parts at once, so that a near miss can be told from a far one.
class Misses
{
public:
    void add(Part part) { m_bits |= bit(part); }
    void add(Misses others) { m_bits |= others.m_bits; }
    bool has(Part part) const { return (m_bits & bit(part)) != 0; }
    bool none() const { return m_bits == 0; }
    int count() const { return std::popcount(m_bits); }
    Part first() const { return static_cast<Part>(std::countr_zero(m_bits)); }

private:
    static std::uint32_t bit(Part part) { return 1U << static_cast<unsigned>(part); }
    std::uint32_t m_bits = 0;
};

/// A request with what matching asks again and again.
class Probe
{
public:
    explicit Probe(const Request &request);

    const Request &request() const { return *m_request; }
    const std::string &combined() const { return m_combined; }
    const std::string &anySubresource() const { return m_anySubresource; }   ///< "*/log"; empty without a subresource
    std::uint64_t verbBits() const { return m_verb; }
    std::uint64_t groupBits() const { return m_group; }
    std::uint64_t resourceBits() const { return m_resource; }

private:
    const Request *m_request;   ///< outlives the probe
    std::string m_combined;
    std::string m_anySubresource;
    std::uint64_t m_verb;
    std::uint64_t m_group;
    std::uint64_t m_resource;
};

/// Whether one single rule allows the request, exactly as the server's own authorizer matches
/// (kubernetes plugin/pkg/auth/authorizer/rbac, pkg/apis/rbac/v1/evaluation_helpers.go; S43 to S54).
bool ruleAllows(const PolicyRule &rule, const Probe &probe);
bool ruleAllows(const PolicyRule &rule, const Request &request);
/// Which parts do not fit; none when the rule allows.
Misses missesOf(const PolicyRule &rule, const Probe &probe);

/// The single parts, for explanations.
bool verbFits(const PolicyRule &rule, std::string_view verb);
bool groupFits(const PolicyRule &rule, std::string_view group);
bool resourceFits(const PolicyRule &rule, const Probe &probe);
bool nameFits(const PolicyRule &rule, std::string_view name);
bool urlFits(const PolicyRule &rule, std::string_view url);

/// The hashed words of one rule, so that nearly all that cannot fit is passed in a few instructions.
class RuleMask
{
public:
    RuleMask() = default;
    explicit RuleMask(const PolicyRule &rule);

    /// False only when the rule cannot allow it, whatever the names say.
    bool mayFit(const Probe &probe) const;
    bool mayFitVerb(const Probe &probe) const { return (m_verbs & probe.verbBits()) != 0; }
    /// Also all that another rule may fit.
    void add(const RuleMask &other);

private:
    std::uint64_t m_verbs = 0;
    std::uint64_t m_groups = 0;
    std::uint64_t m_resources = 0;
    bool m_hasUrls = false;
};

/// The rules of one role behind their masks.
class CompiledRules
{
public:
    CompiledRules() = default;
    explicit CompiledRules(const std::vector<PolicyRule> &rules);

    /// The first rule that allows, or -1. The rules are those it was made of.
    int firstAllowing(const std::vector<PolicyRule> &rules, const Probe &probe, std::size_t from = 0) const;

private:
    std::vector<RuleMask> m_masks;
    RuleMask m_any;
};

} // namespace rbac
