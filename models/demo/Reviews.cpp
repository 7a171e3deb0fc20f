#include "models/demo/Reviews.h"

#include "models/demo/Edit.h"
#include "models/demo/Impersonation.h"
#include "models/demo/Refusal.h"
#include "models/text/Json.h"
#include "models/text/Time.h"

#include <algorithm>
#include <array>

namespace demo {

using text::Value;

namespace {

Value everything() { return Value::list({str("*")}); }

Value allowed()
{
    return object({ { "allowed", yes() },
        { "reason",
            str("RBAC: allowed by ClusterRoleBinding \"cluster-admin\" of ClusterRole \"cluster-admin\" to Group "
                "\"system:masters\"") } });
}

Value allRules()
{
    return object({ { "resourceRules",
                        Value::list({ object(
                            { { "verbs", everything() }, { "apiGroups", everything() }, { "resources", everything() } }) }) },
        { "nonResourceRules", Value::list({ object({ { "verbs", everything() }, { "nonResourceURLs", everything() } }) }) },
        { "incomplete", yes(false) } });
}

Value whoAmI()
{
    return object({ { "userInfo",
        object({ { "username", str("system:admin") },
            { "groups", Value::list({ str("system:masters"), str("system:authenticated") }) } }) } });
}

Value statusFor(const Impersonated &who, const Value &question, const Cluster &cluster)
{
    if (question["kind"].text() == "SelfSubjectRulesReview")
        return rulesFor(who, question["spec"]["namespace"].text(), cluster);
    return question["kind"].text() == "SelfSubjectReview" ? identityOf(who) : accessFor(who, question["spec"], cluster);
}

/// Whom a review names that is not about oneself; nothing for all others.
std::optional<Impersonated> namedIn(const Value &question)
{
    const std::string &kind = question["kind"].text();
    if (kind != "SubjectAccessReview" && kind != "LocalSubjectAccessReview")
        return std::nullopt;
    Impersonated who{question["spec"]["user"].text(), {}};
    for (const Value &group : question["spec"]["groups"].items())
        who.groups.push_back(group.text());
    return who;
}

struct Review
{
    std::string_view kind;
    Value (*status)();
};

constexpr std::array<Review, 5> reviews{{{"SelfSubjectAccessReview", allowed}, {"SelfSubjectRulesReview", allRules}, {"SelfSubjectReview", whoAmI},
                                         {"SubjectAccessReview", allowed}, {"LocalSubjectAccessReview", allowed}}};

} // namespace

std::optional<HttpAnswer> reviewAnswer(const HttpRequest &request, const Resource &resource, const Cluster &cluster)
{
    const auto review
        = std::find_if(reviews.begin(), reviews.end(), [&](const Review &entry) { return entry.kind == resource.kind; });
    if (review == reviews.end() || request.method != "POST")
        return std::nullopt;
    // kubectl asks in protobuf; the answer does not depend on the question, so that it need not be read.
    const bool isJson = request.header("Content-Type").find("json") != std::string_view::npos;
    auto body = text::parseJson(isJson ? std::string_view(request.body) : "{}");
    if (!body)
        return refusal(400, body.error().message);
    body->set("kind", str(review->kind));
    body->set("apiVersion", str(resource.apiVersion()));
    at(*body, {"metadata", "creationTimestamp"}) = str(text::formatTime(text::Time::from(cluster.clock().now())));
    const auto named = namedIn(*body), impersonated = impersonatedBy(request);
    body->set("status", named ? accessFor(*named, (*body)["spec"], cluster) : impersonated ? statusFor(*impersonated, *body, cluster) : review->status());
    HttpAnswer answer;
    answer.code = 201;
    answer.body = text::writeJson(*body);
    return answer;
}

} // namespace demo
