#include "models/rbac/ComparisonList.h"

#include "models/rbac/AccessDrawing.h"
#include "models/rbac/ReportTable.h"
#include "models/rbac/RightHolders.h"
#include "models/text/Json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>
#include <tuple>

namespace rbac {

namespace {

constexpr std::array<std::string_view, SideCount> sideNames = {"only-first", "only-second", "both"};

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
    return text;
}

/// What all words must occur in.
class Words
{
public:
    explicit Words(const std::string &text)
    {
        std::istringstream stream(lowered(text));
        m_words.assign(std::istream_iterator<std::string>(stream), {});
    }
    bool areIn(const std::string &text) const
    {
        return m_words.empty() || std::ranges::all_of(m_words, [low = lowered(text)](const std::string &word) { return low.find(word) != low.npos; });
    }

private:
    std::vector<std::string> m_words;
};

std::string attackOf(const ComparedRisk &risk, const std::vector<std::string> &attacks)
{
    const std::size_t number = numberOf(risk.id);
    return attacks.empty() ? std::string(riskRules()[number].attack) : attacks[number];
}

template<typename Rows, typename TextOf>
std::vector<std::uint32_t> chosen(const Rows &rows, const ComparisonWish &wish, TextOf textOf)
{
    const Words words(wish.words);
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        if ((wish.sides.none() || wish.sides.test(static_cast<std::size_t>(rows[i].side))) && words.areIn(textOf(rows[i])))
            out.push_back(i);
    return out;
}

/// What is equal stays in the order of the comparison: differences first.
template<typename Rows, typename KeyOf>
void sortBy(const Rows &all, bool isDescending, std::vector<std::uint32_t> &rows, KeyOf keyOf)
{
    std::ranges::stable_sort(rows, [&](std::uint32_t left, std::uint32_t right) { return isDescending ? keyOf(all[right]) < keyOf(all[left]) : keyOf(all[left]) < keyOf(all[right]); });
}

void sort(const std::vector<ComparedRight> &all, const ComparedOrder &order, std::vector<std::uint32_t> &rows)
{
    switch (order.part) {
    case ComparedPart::In: return sortBy(all, order.isDescending, rows, [](const ComparedRight &each) { return each.side; });
    case ComparedPart::Where: return sortBy(all, order.isDescending, rows, [](const ComparedRight &each) { return std::string_view(each.right.namespaceName); });
    default: return sortBy(all, order.isDescending, rows, [](const ComparedRight &each) { return std::tuple(rowName(each.right), std::string_view(each.right.verb)); });
    }
}

void sort(const std::vector<ComparedRisk> &all, const ComparisonWish &wish, std::vector<std::uint32_t> &rows)
{
    const bool isDescending = wish.riskOrder.isDescending;
    switch (wish.riskOrder.part) {
    case ComparedPart::In: return sortBy(all, isDescending, rows, [](const ComparedRisk &each) { return each.side; });
    case ComparedPart::Severity: return sortBy(all, isDescending, rows, [](const ComparedRisk &each) { return each.severity; });
    case ComparedPart::Where: return sortBy(all, isDescending, rows, [](const ComparedRisk &each) { return std::string_view(each.namespaceName); });
    case ComparedPart::What: return sortBy(all, isDescending, rows, [&](const ComparedRisk &each) { return attackOf(each, wish.attacks); });
    }
}

std::string placeText(const std::string &namespaceName, const RiskReportWords &words) { return namespaceName.empty() ? words.everywhere : namespaceName; }

ReportTable tableOf(const ComparisonList &list, const ComparisonReportWords &words)
{
    ReportTable table{words.heads, {}};
    for (std::size_t row = 0; row < list.rights.size(); ++row) {
        const ComparedRight &each = list.right(row);
        table.rows.push_back({words.sides[static_cast<std::size_t>(each.side)], rightText(each.right), placeText(each.right.namespaceName, words.risks)});
    }
    for (std::size_t row = 0; row < list.risks.size(); ++row) {
        const ComparedRisk &each = list.risk(row);
        const std::string what = words.risks.severities[static_cast<std::size_t>(each.severity)] + ": " + attackOf(each, words.risks.attacks) + " (" + std::string(each.id) + ')';
        table.rows.push_back({words.sides[static_cast<std::size_t>(each.side)], what, placeText(each.namespaceName, words.risks)});
    }
    return table;
}

text::Value named(std::string_view text) { return text::Value::string(std::string(text)); }

text::Value shapeOf(const ComparedRight &each)
{
    text::Value out = text::Value::map(), names = text::Value::list();
    for (const std::string &name : each.right.names)
        names.items().push_back(named(name));
    out.set("in", named(sideNames[static_cast<std::size_t>(each.side)]));
    out.set("verb", named(each.right.verb));
    out.set("apiGroup", named(each.right.apiGroup));
    out.set("resource", named(each.right.resource));
    out.set("subresource", named(each.right.subresource));
    out.set("names", std::move(names));
    out.set("url", named(each.right.url));
    out.set("namespace", named(each.right.namespaceName));
    return out;
}

text::Value shapeOf(const ComparedRisk &each)
{
    text::Value out = text::Value::map();
    out.set("in", named(sideNames[static_cast<std::size_t>(each.side)]));
    out.set("id", named(each.id));
    out.set("severity", named(severityName(each.severity)));
    out.set("namespace", named(each.namespaceName));
    return out;
}

std::string jsonOf(const ComparisonList &list, const ComparisonReportWords &words)
{
    text::Value rights = text::Value::list(), risks = text::Value::list(), out = text::Value::map();
    for (std::size_t row = 0; row < list.rights.size(); ++row)
        rights.items().push_back(shapeOf(list.right(row)));
    for (std::size_t row = 0; row < list.risks.size(); ++row)
        risks.items().push_back(shapeOf(list.risk(row)));
    out.set("first", named(words.first));
    out.set("second", named(words.second));
    out.set("rights", std::move(rights));
    out.set("risks", std::move(risks));
    return text::writeJson(out, text::JsonStyle::Indented) + '\n';
}

} // namespace

std::string rightText(const Right &right)
{
    std::string out = right.verb + ' ' + rowName(right);
    for (std::size_t i = 0; i < right.names.size(); ++i)
        out.append(i == 0 ? " " : ", ").append(right.names[i]);
    return out;
}

ComparisonList listComparison(std::shared_ptr<const AccessComparison> comparison, const ComparisonWish &wish)
{
    ComparisonList out;
    out.rights = chosen(comparison->rights, wish, [](const ComparedRight &each) { return rightText(each.right) + ' ' + each.right.namespaceName; });
    out.risks = chosen(comparison->risks, wish, [&](const ComparedRisk &each) {
        return std::string(each.id) + ' ' + std::string(riskRule(each.id).attack) + ' ' + attackOf(each, wish.attacks) + ' ' + each.namespaceName;
    });
    sort(comparison->rights, wish.rightOrder, out.rights);
    sort(comparison->risks, wish, out.risks);
    out.all = std::move(comparison);
    return out;
}

std::string exported(const ComparisonList &list, RiskFormat format, const ComparisonReportWords &words)
{
    if (format == RiskFormat::Json)
        return jsonOf(list, words);
    if (format == RiskFormat::Csv)
        return csvOf(tableOf(list, words));
    std::string out = "# " + markdownText(words.title) + "\n\n1. " + markdownText(words.first) + "\n2. " + markdownText(words.second) + "\n\n";
    if (!words.risks.gaps.empty())
        out += markdownText(words.risks.gaps) + "\n\n";
    return out + markdownOf(tableOf(list, words));
}

std::vector<std::string> identitiesIn(const Inputs &inputs)
{
    std::set<std::string> out;
    for (const auto &account : inputs.serviceAccounts)
        out.insert(account->ref.ref().text());
    for (const auto &binding : inputs.bindings)
        for (const Subject &subject : binding->subjects)
            if (const ObjectRef ref = subjectRef(subject, *binding); isSomebody(ref))
                out.insert(ref.text());
    return {out.begin(), out.end()};
}

std::optional<Identity> readIdentity(std::string_view text)
{
    if (const auto account = ServiceAccountRef::fromUserName(text))
        return Identity::ofServiceAccount(*account);
    const auto ref = ObjectRef::parse(text);
    return ref && isSomebody(*ref) && !ref->name.empty() ? std::optional(Identity::ofSubject(*ref)) : std::nullopt;
}

} // namespace rbac
