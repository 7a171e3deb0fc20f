#include "models/demo/Impersonation.h"

#include "models/demo/Edit.h"
#include "models/demo/Refusal.h"

#include <algorithm>

namespace demo {

namespace {

using text::Value;

constexpr std::string_view accountPrefix = "system:serviceaccount:";

bool sameHeader(std::string_view one, std::string_view other)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(one, other, {}, lower, lower);
}

bool holds(const Value &list, std::string_view word)
{
    const auto items = list.items();
    return std::ranges::any_of(items, [&](const Value &each) { return each.text() == word; });
}

bool holdsOrAll(const Value &list, std::string_view word) { return holds(list, "*") || holds(list, word); }

/// What is asked, as an authorizer sees it.
struct Question
{
    std::string verb;
    std::string group;
    std::string resource;
    std::string subresource;
    std::string name;
    std::string nameSpace;

    std::string combined() const { return subresource.empty() ? resource : resource + '/' + subresource; }
};

std::string verbOf(const HttpRequest &request, const ApiPath &path)
{
    if (request.method == "GET" || request.method == "HEAD")
        return request.flag("watch") ? "watch" : path.name.empty() ? "list" : "get";
    if (request.method == "POST")
        return "create";
    if (request.method == "PUT")
        return "update";
    if (request.method == "PATCH")
        return "patch";
    return path.name.empty() ? "deletecollection" : "delete";
}

Question questionOf(const HttpRequest &request, const ApiPath &path)
{
    Question question{verbOf(request, path), path.group, path.plural, path.subresource, path.name, path.nameSpace};
    constexpr std::string_view byName = "metadata.name=";
    const std::string_view selector = request.parameter("fieldSelector");
    if (question.name.empty() && selector.starts_with(byName))
        question.name = selector.substr(byName.size());
    if (path.group.empty() && path.plural == "namespaces")
        question.nameSpace = path.name;
    return question;
}

bool allowsResource(const Value &rule, const Question &question)
{
    const Value &resources = rule["resources"];
    const bool isAnySubresource = !question.subresource.empty() && holds(resources, "*/" + question.subresource);
    return isAnySubresource || holdsOrAll(resources, question.combined());
}

bool allows(const Value &rule, const Question &question)
{
    const Value &names = rule["resourceNames"];
    return holdsOrAll(rule["verbs"], question.verb) && holdsOrAll(rule["apiGroups"], question.group) && allowsResource(rule, question)
        && (names.items().empty() || holds(names, question.name));
}

/// A URL of a rule may end with * for all that begin so.
bool allowsUrl(const Value &rule, std::string_view verb, std::string_view path)
{
    const auto fits = [&](const Value &url) {
        const std::string_view pattern = url.text();
        return pattern == path || (pattern.ends_with('*') && path.starts_with(pattern.substr(0, pattern.size() - 1)));
    };
    const auto urls = rule["nonResourceURLs"].items();
    return holdsOrAll(rule["verbs"], verb) && std::ranges::any_of(urls, fits);
}

bool means(const Value &subject, std::string_view bindingNamespace, const Impersonated &who)
{
    const std::string &kind = subject["kind"].text(), &name = subject["name"].text();
    if (kind == "User")
        return name == who.user;
    if (kind == "Group")
        return std::ranges::find(who.groups, name) != who.groups.end();
    const std::string &place = subject["namespace"].text();
    const std::string space(place.empty() ? bindingNamespace : std::string_view(place));
    return kind == "ServiceAccount" && who.user == std::string(accountPrefix) + space + ':' + name;
}

/// Of the bindings of one kind and place, the rules of the roles they give to them.
void addRules(const Impersonated &who, std::string_view plural, std::string_view nameSpace, const Cluster &cluster, std::vector<Value> &rules)
{
    for (const ObjectPointer &binding : cluster.store().list(plural, nameSpace)) {
        const auto subjects = binding->value["subjects"].items();
        if (std::ranges::none_of(subjects, [&](const Value &subject) { return means(subject, nameSpace, who); }))
            continue;
        const Value &role = binding->value["roleRef"];
        const bool isOfCluster = role["kind"].text() == "ClusterRole";
        const ObjectPointer found = cluster.store().find(isOfCluster ? "clusterroles" : "roles", isOfCluster ? std::string_view() : nameSpace, role["name"].text());
        if (!found)
            continue;
        for (const Value &rule : found->value["rules"].items())
            rules.push_back(rule);
    }
}

std::vector<Value> rulesIn(const Impersonated &who, std::string_view nameSpace, const Cluster &cluster)
{
    std::vector<Value> rules;
    addRules(who, "clusterrolebindings", {}, cluster, rules);
    if (!nameSpace.empty())
        addRules(who, "rolebindings", nameSpace, cluster, rules);
    return rules;
}

bool isMaster(const Impersonated &who) { return std::ranges::find(who.groups, "system:masters") != who.groups.end(); }

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string wordsFor(const std::string &user, const Question &question)
{
    const std::string kind = question.resource + (question.group.empty() ? "" : '.' + question.group);
    const std::string place = question.nameSpace.empty() ? " at the cluster scope" : " in the namespace " + quoted(question.nameSpace);
    return kind + (question.name.empty() ? "" : ' ' + quoted(question.name)) + " is forbidden: User " + quoted(user) + " cannot " + question.verb + " resource "
        + quoted(question.combined()) + " in API group " + quoted(question.group) + place;
}

/// The namespace and name of an account's user name; nothing for others.
std::optional<std::pair<std::string, std::string>> accountOf(std::string_view user)
{
    if (!user.starts_with(accountPrefix))
        return std::nullopt;
    user.remove_prefix(accountPrefix.size());
    const auto colon = user.find(':');
    return colon == user.npos ? std::nullopt : std::optional(std::pair(std::string(user.substr(0, colon)), std::string(user.substr(colon + 1))));
}

/// As a real server does: of an account its own two only where none were named.
void addImplied(Impersonated &who)
{
    const auto account = accountOf(who.user);
    if (account && who.groups.empty())
        who.groups = {"system:serviceaccounts", "system:serviceaccounts:" + account->first};
    const bool isNamed = std::ranges::any_of(who.groups, [](const std::string &each) { return each == "system:authenticated" || each == "system:unauthenticated"; });
    if (!isNamed)
        who.groups.emplace_back(who.user == "system:anonymous" ? "system:unauthenticated" : "system:authenticated");
}

} // namespace

std::optional<Impersonated> impersonatedBy(const HttpRequest &request)
{
    Impersonated who{std::string(request.header("Impersonate-User")), {}};
    if (who.user.empty())
        return std::nullopt;
    for (const auto &[name, value] : request.headers) {
        if (sameHeader(name, "Impersonate-Group"))
            who.groups.push_back(value);
    }
    addImplied(who);
    return who;
}

std::optional<HttpAnswer> refusalFor(const Impersonated &who, const HttpRequest &request, const ApiPath &path, const Cluster &cluster)
{
    const Question question = questionOf(request, path);
    const auto rules = rulesIn(who, question.nameSpace, cluster);
    if (isMaster(who) || std::ranges::any_of(rules, [&](const Value &rule) { return allows(rule, question); }))
        return std::nullopt;
    return refusal(403, wordsFor(who.user, question), {question.name, question.group, question.resource});
}

Value accessFor(const Impersonated &who, const Value &spec, const Cluster &cluster)
{
    const Value &thing = spec["resourceAttributes"], &url = spec["nonResourceAttributes"];
    const Question question{thing["verb"].text(), thing["group"].text(), thing["resource"].text(), thing["subresource"].text(), thing["name"].text(), thing["namespace"].text()};
    const bool isUrl = url.isMap();
    const auto rules = rulesIn(who, isUrl ? std::string_view() : std::string_view(question.nameSpace), cluster);
    const bool isAllowed = isMaster(who) || std::ranges::any_of(rules, [&](const Value &rule) { return isUrl ? allowsUrl(rule, url["verb"].text(), url["path"].text()) : allows(rule, question); });
    return object({{"allowed", yes(isAllowed)}});
}

Value rulesFor(const Impersonated &who, std::string_view nameSpace, const Cluster &cluster)
{
    Value resources = Value::list(), urls = Value::list();
    if (isMaster(who))
        resources.items().push_back(object({{"verbs", Value::list({str("*")})}, {"apiGroups", Value::list({str("*")})}, {"resources", Value::list({str("*")})}}));
    for (Value &rule : rulesIn(who, nameSpace, cluster))
        (rule["nonResourceURLs"].items().empty() ? resources : urls).items().push_back(std::move(rule));
    return object({{"resourceRules", resources}, {"nonResourceRules", urls}, {"incomplete", yes(false)}});
}

Value identityOf(const Impersonated &who)
{
    Value groups = Value::list();
    for (const std::string &each : who.groups)
        groups.items().push_back(str(each));
    return object({{"userInfo", object({{"username", str(who.user)}, {"groups", groups}})}});
}

HttpAnswer impersonationRefused(const Impersonated &who)
{
    const auto account = accountOf(who.user);
    const Question question{"impersonate", {}, account ? "serviceaccounts" : "users", {}, account ? account->second : who.user, account ? account->first : std::string()};
    return refusal(403, wordsFor("system:admin", question), {question.name, question.group, question.resource});
}

} // namespace demo
