#include "models/rbac/RiskList.h"

#include "models/rbac/AccessFolding.h"

#include <algorithm>
#include <iterator>
#include <sstream>

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

void append(std::string &out, const std::vector<std::string> &words)
{
    for (std::size_t i = 0; i < words.size(); ++i)
        out.append(i == 0 ? "" : ", ").append(words[i]);
}

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

std::string ruleText(const Risk &risk, const AccessEvaluator &evaluator)
{
    const auto role = risk.rule ? evaluator.findRole(risk.role) : nullptr;
    if (!role || *risk.rule >= role->rules.size())
        return {};
    const PolicyRule &rule = role->rules[*risk.rule];
    std::string out;
    append(out, rule.verbs);
    out += ' ';
    append(out, rule.resources.empty() ? rule.nonResourceUrls : rule.resources);
    if (!rule.resourceNames.empty())
        append(out += ": ", rule.resourceNames);
    return out;
}

RiskList listRisks(std::shared_ptr<const Basis> basis, const RiskWish &wish)
{
    RiskList out;
    const Sieve sieve(*basis, wish);
    const std::vector<Risk> &risks = basis->risks();
    for (std::uint32_t i = 0; i < risks.size(); ++i) {
        const Risk &risk = risks[i];
        if (!sieve.isWished(risk))
            continue;
        if (sieve.isFolded(risk)) {
            ++out.folded;
            continue;
        }
        ++out.counts[static_cast<std::size_t>(risk.severity)];
        if (sieve.isShown(risk))
            out.rows.push_back(i);
    }
    sort(*basis, wish, out.rows);
    const auto found = wish.selected ? std::ranges::find_if(out.rows, [&](std::uint32_t row) { return risks[row] == *wish.selected; }) : out.rows.end();
    if (found != out.rows.end())
        out.selected = static_cast<std::size_t>(found - out.rows.begin());
    out.basis = std::move(basis);
    return out;
}

} // namespace rbac
