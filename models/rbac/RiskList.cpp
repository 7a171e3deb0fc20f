#include "models/rbac/RiskList.h"

#include "models/rbac/AccessFolding.h"
#include "models/rbac/FilledWords.h"
#include "models/rbac/RiskInclusion.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <unordered_map>

namespace rbac {

namespace {

/// Latin letters only: others have no case, or are compared as they are.
std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : static_cast<char>(letter); });
    return text;
}

std::vector<std::string> wordsOf(const std::string &text)
{
    std::istringstream stream(lowered(text));
    return {std::istream_iterator<std::string>(stream), {}};
}

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out.append(out.empty() ? "" : ", ").append(word);
    return out;
}

bool has(const std::vector<std::string> &words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

/// Decides about one finding after the other.
class Sieve
{
public:
    Sieve(const Basis &basis, const RiskWish &wish) : m_basis(basis), m_wish(wish), m_words(wordsOf(wish.words)) { }

    bool isWished(const Risk &risk) const { return isInNamespaces(risk) && hasWords(risk); }
    bool isFolded(const Risk &risk) const { return m_wish.foldsDefaults && !originOf(risk, m_basis.evaluator).empty(); }
    bool isShown(const Risk &risk) const { return m_wish.severities.none() || m_wish.severities.test(static_cast<std::size_t>(risk.severity)); }

private:
    bool isInNamespaces(const Risk &risk) const
    {
        const auto has = [&](const std::string &name) { return std::ranges::find(m_wish.namespaces, name) != m_wish.namespaces.end(); };
        return m_wish.namespaces.empty() || risk.namespaceName.empty() || has(risk.namespaceName) || has(risk.subject->namespaceName);
    }

    bool hasWords(const Risk &risk) const
    {
        if (m_words.empty())
            return true;
        const std::string text = textOf(risk);
        return std::ranges::all_of(m_words, [&](const std::string &word) { return text.find(word) != text.npos; });
    }

    std::string textOf(const Risk &risk) const
    {
        std::string text(risk.id);
        const std::size_t number = numberOf(risk.id);
        text.append(" ").append(riskRules()[number].attack);
        if (!m_wish.attacks.empty())
            text.append(" ").append(m_wish.attacks[number]);
        for (const std::string &part : {risk.subject.text(), risk.binding.text(), risk.role.text(), risk.namespaceName})
            text.append(" ").append(part);
        return lowered(std::move(text));
    }

    const Basis &m_basis;
    const RiskWish &m_wish;
    std::vector<std::string> m_words;
};

template<typename KeyOf>
void sortBy(const std::vector<Risk> &risks, bool isDescending, std::vector<std::uint32_t> &rows, KeyOf keyOf)
{
    std::ranges::stable_sort(rows, [&](std::uint32_t left, std::uint32_t right) {
        return isDescending ? keyOf(risks[right]) < keyOf(risks[left]) : keyOf(risks[left]) < keyOf(risks[right]);
    });
}

/// The gravest first, then in the order that is wished for.
void sort(const Basis &basis, const RiskWish &wish, std::vector<std::uint32_t> &rows)
{
    const std::vector<Risk> &risks = basis.risks();
    const auto by = [&](auto keyOf) { sortBy(risks, wish.isDescending, rows, keyOf); };
    sortBy(risks, false, rows, [](const Risk &risk) { return risk.severity; });
    switch (wish.order) {
    case RiskPart::Severity: return by([](const Risk &risk) { return risk.severity; });
    case RiskPart::What: return by([](const Risk &risk) { return risk.id; });
    case RiskPart::Who: return by([](const Risk &risk) -> const ObjectRef & { return risk.subject.get(); });
    case RiskPart::Where: return by([](const Risk &risk) { return std::string_view(risk.namespaceName); });
    case RiskPart::Binding: return by([](const Risk &risk) -> const ObjectRef & { return risk.binding.get(); });
    case RiskPart::Role: return by([](const Risk &risk) -> const ObjectRef & { return risk.role.get(); });
    case RiskPart::Rule: return by([](const Risk &risk) { return risk.rule; });
    }
}

/// Fills a list. What is included in a finding that does not fit itself stands on its own.
class Listing
{
public:
    Listing(const RiskWish &wish, RiskList &out) : m_wish(wish), m_out(out), m_risks(out.basis->risks()), m_sieve(*out.basis, wish), m_inclusion(m_risks) { }

    void run()
    {
        for (std::uint32_t i = 0; i < m_risks.size(); ++i)
            if (m_sieve.isWished(m_risks[i]))
                take(i);
        sort(*m_out.basis, m_wish, m_found);
        for (const std::uint32_t finding : m_found)
            addRow(finding);
        if (m_wish.selected)
            select(*m_wish.selected);
    }

private:
    void take(std::uint32_t finding)
    {
        const Risk &risk = m_risks[finding];
        if (m_sieve.isFolded(risk)) {
            ++m_out.folded;
            return;
        }
        const auto whole = m_wish.foldsIncluded ? m_inclusion.wholeOf(finding) : std::nullopt;
        if (const auto known = whole ? m_parts.find(*whole) : m_parts.end(); known != m_parts.end()) {
            known->second.push_back(finding);
            ++m_out.included;
            return;
        }
        m_parts.try_emplace(finding);
        ++m_out.counts[static_cast<std::size_t>(risk.severity)];
        if (m_sieve.isShown(risk))
            m_found.push_back(finding);
    }

    void addRow(std::uint32_t finding)
    {
        std::vector<std::uint32_t> parts = std::move(m_parts[finding]);
        sort(*m_out.basis, m_wish, parts);
        const bool isUnfolded = !parts.empty() && std::ranges::find(m_wish.unfolded, m_risks[finding]) != m_wish.unfolded.end();
        m_out.rows.push_back({finding, parts, isUnfolded});
        for (const std::uint32_t part : parts)
            if (isUnfolded && m_sieve.isShown(m_risks[part]))
                m_out.rows.push_back({part, {}, false, true});
    }

    void select(const Risk &risk)
    {
        const auto rowOf = [this](std::uint32_t finding) {
            const auto found = std::ranges::find(m_out.rows, finding, &RiskRow::finding);
            return found == m_out.rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_out.rows.begin()));
        };
        const auto known = std::ranges::lower_bound(m_risks, risk);
        if (known == m_risks.end() || *known != risk)
            return;
        const auto finding = static_cast<std::uint32_t>(known - m_risks.begin());
        m_out.selected = rowOf(finding);
        if (const auto whole = m_inclusion.wholeOf(finding); !m_out.selected && whole)
            m_out.selected = rowOf(*whole);
    }

    const RiskWish &m_wish;
    RiskList &m_out;
    const std::vector<Risk> &m_risks;
    const Sieve m_sieve;
    const RiskInclusion m_inclusion;
    std::vector<std::uint32_t> m_found;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_parts;   ///< of what fits
};

} // namespace

std::size_t numberOf(std::string_view id)
{
    return static_cast<std::size_t>(&riskRule(id) - riskRules().data());
}

std::string_view originOf(const Risk &risk, const AccessEvaluator &evaluator)
{
    const auto binding = risk.binding.isEmpty() ? nullptr : evaluator.findBinding(risk.binding);
    return binding ? originOf(binding->labels, binding->ref.name) : std::string_view();
}

std::string ruleText(const Risk &risk, const AccessEvaluator &evaluator, const RuleSaying &saying)
{
    const auto role = risk.rule ? evaluator.findRole(risk.role) : nullptr;
    if (!role || *risk.rule >= role->rules.size())
        return {};
    const PolicyRule &rule = role->rules[*risk.rule];
    const bool isEveryVerb = has(rule.verbs, "*"), isEveryResource = has(rule.resources, "*") && has(rule.apiGroups, "*");
    const std::string verbs = isEveryVerb ? saying.everyVerb : joined(rule.verbs);
    const std::string resources = isEveryResource ? saying.everyResource : joined(rule.resources.empty() ? rule.nonResourceUrls : rule.resources);
    std::string out = isEveryVerb || isEveryResource ? filled(filled(saying.stars, verbs), resources, "%2") : verbs + ' ' + resources;
    if (!rule.resourceNames.empty())
        out += ": " + joined(rule.resourceNames);
    return out;
}

RiskList listRisks(std::shared_ptr<const Basis> basis, const RiskWish &wish)
{
    RiskList out;
    out.basis = std::move(basis);
    Listing(wish, out).run();
    return out;
}

} // namespace rbac
