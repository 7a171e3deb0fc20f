#include "models/detail/Sections.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>
#include <span>

namespace detail {

namespace {

constexpr std::string_view accessGroup = "rbac.authorization.k8s.io";

/// What a rule is about: resources with their groups, or paths.
Line subjectOf(const text::Value &rule)
{
    if (!rule["nonResourceURLs"].items().empty())
        return {machinePart(shown(rule["nonResourceURLs"]))};
    return {textPart(shown(rule["resources"]))};
}

std::string groupsOf(const text::Value &rule)
{
    std::string joined;
    for (const text::Value &group : rule["apiGroups"].items())
        joined += (joined.empty() ? "" : ", ") + (group.text().empty() ? std::string("core") : group.text());
    return joined;
}

struct Method
{
    std::string_view verb, method;
};
/// As the server reads requests; for paths a verb is a method in small letters.
constexpr Method methods[] = {{"get", "GET"},     {"list", "GET"},      {"watch", "GET"},     {"create", "POST"}, {"update", "PUT"},
                              {"patch", "PATCH"}, {"delete", "DELETE"}, {"deletecollection", "DELETE"}};
constexpr Method pathMethods[] = {{"get", "GET"}, {"head", "HEAD"}, {"post", "POST"}, {"put", "PUT"}, {"patch", "PATCH"}, {"delete", "DELETE"}, {"options", "OPTIONS"}};

/// The methods of HTTP that the verbs stand for; other verbs are asked about by the server itself.
std::string methodsOf(const text::Value &rule)
{
    const std::span<const Method> known = rule["nonResourceURLs"].items().empty() ? std::span<const Method>(methods) : std::span<const Method>(pathMethods);
    std::string joined;
    for (const Method &each : known) {
        const auto isMeant = [&](const text::Value &verb) { return verb.text() == each.verb || verb.text() == "*"; };
        if (std::ranges::any_of(rule["verbs"].items(), isMeant) && joined.find(each.method) == joined.npos)
            joined.append(joined.empty() ? "" : ", ").append(each.method);
    }
    return joined;
}

std::vector<Line> aggregation(const text::Value &role)
{
    std::vector<Line> lines;
    for (const text::Value &selector : at(role, "aggregationRule.clusterRoleSelectors").items()) {
        for (const text::Value::Member &member : selector["matchLabels"].members())
            lines.push_back({textPart(member.key + '=' + shown(member.value))});
        if (!selector["matchExpressions"].items().empty())
            lines.push_back({machinePart(shown(selector["matchExpressions"]))});
    }
    return lines;
}

Line subject(const text::Value &value)
{
    const std::string &kind = value["kind"].text();
    if (kind == "ServiceAccount")
        return {linkPart({}, kind, value["namespace"].text(), value["name"].text())};
    return {linkPart(accessGroup, kind, {}, value["name"].text())};
}

struct Lesson
{
    std::string_view kind, text;
};
constexpr Lesson lessons[] = {
    {"Role", QT_TR_NOOP("A list of rules for one namespace. Rules only allow and add up: there is none that forbids. It gives nothing until a binding names it.")},
    {"ClusterRole", QT_TR_NOOP("A list of rules without a namespace. A ClusterRoleBinding gives it everywhere, a RoleBinding in one namespace.")},
    {"RoleBinding", QT_TR_NOOP("Gives the rules of one Role or ClusterRole to its subjects, in its own namespace only. Its role can never be changed, only replaced.")},
    {"ClusterRoleBinding", QT_TR_NOOP("Gives the rules of one ClusterRole to its subjects in every namespace, and for what belongs to no namespace.")}};

/// For those who learn it; at the end, not in the way of those who know.
void addLesson(Summary &summary, const text::Value &object, std::string_view label, std::string_view words)
{
    Section section{Phrase(QT_TR_NOOP("What it means")), {}};
    const auto lesson = std::ranges::find(lessons, object["kind"].text(), &Lesson::kind);
    if (lesson != std::end(lessons))
        addNamedRow(section, lesson->kind, {{wordsPart(Phrase(lesson->text), Tone::Quiet)}});
    addRow(section, label, wordsPart(Phrase(words), Tone::Quiet));
    if (!at(object, "aggregationRule.clusterRoleSelectors").items().empty())
        addRow(section, QT_TR_NOOP("Aggregation"), wordsPart(Phrase(QT_TR_NOOP("A controller fills in the rules of all ClusterRoles with these labels. Rules written by hand are replaced.")), Tone::Quiet));
    addSection(summary, std::move(section));
}

/// Of verbs that no request of HTTP has, that is said.
Part methodsPart(const text::Value &rule)
{
    const std::string named = methodsOf(rule);
    const bool hasVerbs = !rule["verbs"].items().empty();
    return named.empty() && hasVerbs ? wordsPart(Phrase(QT_TR_NOOP("none of its own")), Tone::Quiet) : machinePart(named);
}

} // namespace

void addServiceAccount(Summary &summary, const text::Value &object)
{
    Section section{Phrase(QT_TR_NOOP("Identity")), {}};
    const std::string user = "system:serviceaccount:" + namespaceOf(object) + ':' + object["metadata"]["name"].text();
    addRow(section, QT_TR_NOOP("Known to the server as"), machinePart(user));
    const text::Value &mounts = object["automountServiceAccountToken"];
    addRow(section, QT_TR_NOOP("Token mounted into pods"),
           wordsPart(mounts.isNull() || mounts.asBoolean() ? Phrase(QT_TR_NOOP("yes, unless the pod says no")) : Phrase(QT_TR_NOOP("no, unless the pod says yes"))));
    addRow(section, QT_TR_NOOP("Secrets"), namesOf(object["secrets"], "Secret", namespaceOf(object)));
    addRow(section, QT_TR_NOOP("Pull secrets"), namesOf(object["imagePullSecrets"], "Secret", namespaceOf(object)));
    addSection(summary, std::move(section));
}

void addRole(Summary &summary, const text::Value &object)
{
    Section gathered{Phrase(QT_TR_NOOP("Gathered from cluster roles with")), {}};
    addRow(gathered, QT_TR_NOOP("Labels"), aggregation(object));
    addSection(summary, std::move(gathered));
    Section rules{Phrase(QT_TR_NOOP("Rules")), {}};
    rules.table = tableOf({QT_TR_NOOP("Verbs"), QT_TR_NOOP("HTTP methods"), QT_TR_NOOP("Resources"), QT_TR_NOOP("API groups"), QT_TR_NOOP("Only these names")});
    for (const text::Value &rule : object["rules"].items()) {
        rules.table->rows.push_back(
            {{textPart(shown(rule["verbs"]))}, {methodsPart(rule)}, subjectOf(rule), {textPart(groupsOf(rule))}, {textPart(shown(rule["resourceNames"]))}});
    }
    if (rules.table->rows.empty())
        addRow(rules, QT_TR_NOOP("Rules"), wordsPart(Phrase(QT_TR_NOOP("none: this role allows nothing")), Tone::Quiet));
    addSection(summary, std::move(rules));
    addLesson(summary, object, QT_TR_NOOP("HTTP methods"),
              QT_TR_NOOP("How a verb looks in a request. Verbs without one of their own, such as impersonate, bind, escalate and use, are asked about by the server while it handles another request."));
}

void addBinding(Summary &summary, const text::Value &object)
{
    const text::Value &role = object["roleRef"];
    const std::string &kind = role["kind"].text();
    Section gives{Phrase(QT_TR_NOOP("Gives")), {}};
    addRow(gives, QT_TR_NOOP("Role"), kindLinkPart(accessGroup, kind, kind == "Role" ? namespaceOf(object) : std::string(), role["name"].text()));
    addRow(gives, QT_TR_NOOP("In"),
           namespaceOf(object).empty() ? wordsPart(Phrase(QT_TR_NOOP("the whole cluster"))) : linkPart({}, "Namespace", {}, namespaceOf(object)));
    addSection(summary, std::move(gives));
    Section subjects{Phrase(QT_TR_NOOP("To")), {}};
    subjects.table = tableOf({QT_TR_NOOP("Kind"), QT_TR_NOOP("Name"), QT_TR_NOOP("Namespace")});
    for (const text::Value &value : object["subjects"].items())
        subjects.table->rows.push_back({{textPart(value["kind"].text())}, subject(value), {textPart(value["namespace"].text())}});
    if (subjects.table->rows.empty())
        addRow(subjects, QT_TR_NOOP("Subjects"), wordsPart(Phrase(QT_TR_NOOP("none: nobody gets it")), Tone::Quiet));
    addSection(summary, std::move(subjects));
    addLesson(summary, object, QT_TR_NOOP("Subject"),
              QT_TR_NOOP("Whom a binding gives something: a ServiceAccount, a user or a group. Users and groups are no objects, only names that a certificate, a token or a proxy brings."));
}

} // namespace detail
