#include "models/rights/ComputedView.h"

#include "models/kube/RequestInfo.h"
#include "models/kube/Traffic.h"
#include "models/rbac/Decision.h"
#include "models/text/Json.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace rights {

namespace {

using text::Value;

constexpr std::string_view reviewPath = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
/// What tells nothing of anybody's objects.
constexpr std::array<std::string_view, 7> everybodys{"/api", "/apis", "/openapi", "/version", "/healthz", "/livez", "/readyz"};

std::string targetOf(const kube::ApiRequest &request)
{
    std::string target = request.path;
    char separator = '?';
    for (const kube::QueryItem &item : request.query) {
        target += separator + item.name + '=' + item.value;
        separator = '&';
    }
    return target;
}

bool isEverybodys(std::string_view url)
{
    return std::ranges::any_of(everybodys, [&](std::string_view each) { return url.starts_with(each) && (url.size() == each.size() || url[each.size()] == '/'); });
}

std::string quoted(const std::string &text) { return '"' + text + '"'; }

/// As the server words it (apiserver pkg/endpoints/handlers/responsewriters/errors.go), so that it is understood wherever its words are.
std::string refusalOf(const rbac::Identity &who, const rbac::Request &request)
{
    const std::string user = "User " + quoted(who.user) + " cannot " + request.verb + ' ';
    if (request.isUrl())
        return "forbidden: " + user + "path " + quoted(request.url);
    const std::string kind = request.resource + (request.apiGroup.empty() ? "" : '.' + request.apiGroup);
    const std::string place = request.namespaceName.empty() ? " at the cluster scope" : " in the namespace " + quoted(request.namespaceName);
    return kind + (request.name.empty() ? "" : ' ' + quoted(request.name)) + " is forbidden: " + user + "resource " + quoted(request.combinedResource()) + " in API group "
        + quoted(request.apiGroup) + place;
}

base::Error errorOf(const rbac::Identity &who, const rbac::Request &request, const rbac::Decision &decision)
{
    const bool isUnknown = decision.verdict == rbac::Verdict::Unknown;
    const std::string why = isUnknown ? " (not known: " + english(decision.reason) + ')' : " (computed, not confirmed by the server)";
    base::Error error = base::makeError(base::ErrorKind::Forbidden, refusalOf(who, request) + why);
    error.reason = computedReason;
    return error;
}

Value listOf(const std::vector<std::string> &texts)
{
    Value list = Value::list();
    for (const std::string &each : texts)
        list.items().push_back(Value::string(each));
    return list;
}

Value valueOf(const rbac::PolicyRule &rule)
{
    Value value = Value::map();
    value.set("verbs", listOf(rule.verbs));
    value.set("apiGroups", listOf(rule.apiGroups));
    value.set("resources", listOf(rule.resources));
    if (!rule.resourceNames.empty())
        value.set("resourceNames", listOf(rule.resourceNames));
    return value;
}

/// What everybody may do, as far as the basis goes.
std::vector<rbac::PolicyRule> rulesIn(const rbac::Basis &basis, const rbac::Identity &who, const std::string &namespaceName)
{
    std::vector<rbac::PolicyRule> rules = basis.evaluator.rulesFor(who, namespaceName);
    if (who.isIn(rbac::mastersGroup))
        rules.push_back({{"*"}, {"*"}, {"*"}, {}, {}});
    return rules;
}

/// Whether something could be granted that is not known; asked about what nobody has.
bool isIncomplete(const rbac::Basis &basis, const rbac::Identity &who, const std::string &namespaceName)
{
    rbac::Request request;
    request.verb = "*";
    request.apiGroup = "*";
    request.resource = "*";
    request.namespaceName = namespaceName;
    return decide(basis.evaluator, basis.inputs, who, request).verdict == rbac::Verdict::Unknown;
}

/// Everything that decides: of each binding its place and the rules it gives.
using Powers = std::set<std::pair<std::string, std::vector<rbac::PolicyRule>>>;

Powers powersOf(const rbac::Basis &basis, const rbac::Identity &who)
{
    Powers powers;
    basis.evaluator.visitEverywhere(who, [&](const auto &binding, std::size_t, const auto &role) {
        powers.emplace(binding->ref.namespaceName, role ? role->rules : std::vector<rbac::PolicyRule>());
        return true;
    });
    return powers;
}

} // namespace

ComputedView::ComputedView(std::shared_ptr<const rbac::Basis> basis, rbac::Identity who) : m_basis(std::move(basis)), m_who(std::move(who)) { }

cluster::Judge::Ruling ComputedView::on(const kube::ApiRequest &request) const
{
    if (request.path == reviewPath)
        return {{}, rulesReview(request.body)};
    const auto asked = rbac::Request::ofHttp(kube::methodWord(request.method), targetOf(request));
    if (asked.isUrl() && isEverybodys(asked.url))
        return {};
    const rbac::Decision decision = decide(m_basis->evaluator, m_basis->inputs, m_who, asked);
    if (decision.verdict == rbac::Verdict::Allow)
        return {};
    return {errorOf(m_who, asked, decision), {}};
}

std::string ComputedView::rulesReview(const std::string &asked) const
{
    const auto question = text::parseJson(asked);
    const std::string namespaceName = question ? (*question)["spec"]["namespace"].text() : std::string();
    Value rules = Value::list();
    for (const rbac::PolicyRule &rule : rulesIn(*m_basis, m_who, namespaceName))
        rules.items().push_back(valueOf(rule));
    Value status = Value::map();
    status.set("resourceRules", std::move(rules));
    status.set("nonResourceRules", Value::list());
    status.set("incomplete", Value::boolean(isIncomplete(*m_basis, m_who, namespaceName)));
    Value review = Value::map();
    review.set("kind", Value::string("SelfSubjectRulesReview"));
    review.set("apiVersion", Value::string("authorization.k8s.io/v1"));
    review.set("status", std::move(status));
    return text::writeJson(review);
}

bool ComputedView::isLike(const ComputedView &other) const
{
    return m_who == other.m_who && m_basis->inputs.unreadable == other.m_basis->inputs.unreadable && m_basis->inputs.hasOtherAuthorizers == other.m_basis->inputs.hasOtherAuthorizers
        && powersOf(*m_basis, m_who) == powersOf(*other.m_basis, other.m_who);
}

std::vector<std::string> namespacesOf(const rbac::Basis &basis, const rbac::Identity &who)
{
    std::set<std::string> names;
    if (const auto account = rbac::ServiceAccountRef::fromUserName(who.user))
        names.insert(account->namespaceName);
    basis.evaluator.visitEverywhere(who, [&](const auto &binding, std::size_t, const auto &) {
        if (!binding->isClusterBinding())
            names.insert(binding->ref.namespaceName);
        return true;
    });
    return {names.begin(), names.end()};
}

} // namespace rights
