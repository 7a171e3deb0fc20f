#include "models/kube/RulesReview.h"

#include "models/text/Json.h"

#include <algorithm>

namespace kube {

namespace {

std::vector<std::string> textsOf(const text::Value &list)
{
    std::vector<std::string> texts;
    for (const text::Value &item : list.items())
        texts.push_back(item.text());
    return texts;
}

bool holds(const std::vector<std::string> &words, std::string_view word)
{
    return std::ranges::any_of(words, [&](const std::string &each) { return each == "*" || each == word; });
}

} // namespace

bool RulesReview::Rule::grants(std::string_view verb, std::string_view group, std::string_view resource) const
{
    return holds(verbs, verb) && holds(groups, group) && holds(resources, resource);
}

ApiRequest rulesReviewRequest(std::string_view namespaceName)
{
    ApiRequest request;
    request.method = http::Method::Post;
    request.path = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
    request.contentType = "application/json";
    request.body = R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview","spec":{"namespace":)";
    text::appendJsonString(request.body, namespaceName.empty() ? "default" : namespaceName);
    request.body += "}}";
    return request;
}

RulesReview readRulesReview(const text::Value &answer)
{
    const text::Value &status = answer["status"];
    RulesReview review;
    review.isAnswered = status["resourceRules"].isList();
    review.isIncomplete = status["incomplete"].asBoolean();
    for (const text::Value &rule : status["resourceRules"].items())
        review.rules.push_back({textsOf(rule["verbs"]), textsOf(rule["apiGroups"]), textsOf(rule["resources"]), textsOf(rule["resourceNames"])});
    return review;
}

} // namespace kube
