#include "models/rbac/RiskTerms.h"

#include "models/kube/BuiltinCatalog.h"
#include "models/rbac/RequestWords.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace rbac {

namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator)
{
    std::vector<std::string> out;
    for (;;) {
        const auto at = text.find(separator);
        out.emplace_back(text.substr(0, at));
        if (at == text.npos)
            return out;
        text.remove_prefix(at + separator.size());
    }
}

/// A role on them is bound in a namespace, where it counts for the bindings that are made there (S69).
bool isBoundInNamespaces(const std::string &verb, const std::string &resource)
{
    return verb == "bind" && resource == "clusterroles";
}

bool isClusterScoped(const std::string &group, const std::string &resource)
{
    for (const kube::ResourceType &type : kube::builtinCatalog().types()) {
        if (type.group == group && type.resource == resource)
            return !type.namespaced && resource != "namespaces";
    }
    const auto virtuals = virtualResources();
    const auto found = std::ranges::find_if(virtuals, [&](const VirtualResource &known) { return known.group == group && known.resource == resource; });
    return found != virtuals.end() && !found->isNamespaced;
}

bool namesFit(const PolicyRule &rule, const std::vector<std::string> &names)
{
    return names.empty() || std::ranges::any_of(names, [&](const std::string &name) { return nameFits(rule, name); });
}

} // namespace

RiskTerm::RiskTerm(std::string_view words)
{
    const auto space = words.find(' ');
    const auto verbs = split(words.substr(0, space), "|");
    std::string_view rest = words.substr(space + 1);
    if (const auto hash = rest.find('#'); hash != rest.npos) {
        m_names = split(rest.substr(hash + 1), "#");
        rest = rest.substr(0, hash);
    }
    if (const auto at = rest.find('@'); at != rest.npos) {
        m_namespaceName = rest.substr(at + 1);
        rest = rest.substr(0, at);
    }
    for (const std::string &resource : split(rest, "|")) {
        for (const std::string &verb : verbs)
            addQuestion(verb, resource);
    }
}

void RiskTerm::addQuestion(std::string_view verb, std::string_view resource)
{
    const auto parts = split(resource, "/");
    const std::string subresource = parts.size() > 2 ? parts[2] : std::string();
    const bool isScoped = isClusterScoped(parts[0], parts[1]) && !isBoundInNamespaces(std::string(verb), parts[1]);
    Request request{std::string(verb), parts[0], parts[1], subresource == "?" ? std::string() : subresource, {}, {}, {}};
    m_questions.push_back(std::unique_ptr<const Question>(new Question{.request = std::move(request), .isAnyResource = parts[1] == "?", .isAnySubresource = subresource == "?", .isClusterScoped = isScoped}));
}

bool RiskTerm::Question::isAnsweredBy(const PolicyRule &rule, const RuleMask &mask) const
{
    if (!mask.mayFitVerb(probe) || !verbFits(rule, request.verb) || !groupFits(rule, request.apiGroup))
        return false;
    if (isAnyResource)
        return !rule.resources.empty();
    if (!isAnySubresource)
        return mask.mayFit(probe) && resourceFits(rule, probe);
    const auto isOf = [&](const std::string &word) { return word == "*" || std::string_view(word).substr(0, word.find('/')) == request.resource; };
    return std::ranges::any_of(rule.resources, isOf);
}

RiskTerm::Given RiskTerm::givenBy(const PolicyRule &rule, const RuleMask &mask) const
{
    Given out = Given::Nowhere;
    if (!namesFit(rule, m_names))
        return out;
    for (const auto &question : m_questions) {
        if (!question->isAnsweredBy(rule, mask))
            continue;
        if (!question->isClusterScoped)
            return Given::Anywhere;
        out = Given::ClusterWide;
    }
    return out;
}

const RiskTable &RiskTable::instance()
{
    static const RiskTable table;
    return table;
}

RiskTable::RiskTable()
{
    for (std::size_t i = 0; i < riskRules().size(); ++i) {
        if (!riskRules()[i].words.empty())
            addRisk(i, riskRules()[i].words);
    }
    assert(m_terms.size() <= mostTerms);
}

RiskTable::Given RiskTable::termsOf(const PolicyRule &rule) const
{
    Given out;
    const RuleMask mask(rule);
    for (std::size_t term = 0; term < m_terms.size(); ++term) {
        const RiskTerm::Given given = m_terms[term].givenBy(rule, mask);
        out.clusterWide.set(term, given != RiskTerm::Given::Nowhere);
        out.inNamespace.set(term, given == RiskTerm::Given::Anywhere);
    }
    return out;
}

std::size_t RiskTable::termNumber(std::string_view words)
{
    const auto found = std::ranges::find(m_words, words);
    if (found != m_words.end())
        return static_cast<std::size_t>(found - m_words.begin());
    m_words.emplace_back(words);
    m_terms.emplace_back(words);
    return m_terms.size() - 1;
}

void RiskTable::addRisk(std::size_t risk, std::string_view words)
{
    for (const std::string &alternative : split(words, "; "))
        addAlternative(risk, alternative);
}

void RiskTable::addAlternative(std::size_t risk, std::string_view words)
{
    constexpr std::string_view before = "<1.";
    Alternative made;
    made.risk = risk;
    if (words.starts_with(before)) {
        words.remove_prefix(before.size());
        std::from_chars(words.data(), words.data() + words.size(), made.beforeMinor);
        words.remove_prefix(words.find(' ') + 1);
    }
    const auto parts = split(words, " - ");
    for (const std::string &term : split(parts[0], " + "))
        made.needed.push_back(termNumber(term));
    for (std::size_t i = 1; i < parts.size(); ++i)
        made.excluded.push_back(termNumber(parts[i]));
    m_alternatives.push_back(std::move(made));
}

} // namespace rbac
