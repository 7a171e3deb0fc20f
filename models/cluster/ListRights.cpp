#include "models/cluster/ListRights.h"

#include "models/text/Json.h"

#include <algorithm>
#include <utility>

namespace cluster {

namespace {

std::vector<std::string> textsOf(const text::Value &list)
{
    std::vector<std::string> texts;
    for (const text::Value &item : list.items())
        texts.push_back(item.text());
    return texts;
}

bool holds(const std::vector<std::string> &words, const std::string &word)
{
    return std::ranges::any_of(words, [&](const std::string &each) { return each == "*" || each == word; });
}

kube::ApiRequest reviewOf(const std::string &namespaceName)
{
    kube::ApiRequest request;
    request.method = http::Method::Post;
    request.path = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
    request.contentType = "application/json";
    request.body = R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview","spec":{"namespace":)";
    text::appendJsonString(request.body, namespaceName);
    request.body += "}}";
    request.retries = kube::Retries::None;
    return request;
}

} // namespace

void ListRights::add(const text::Value &review)
{
    const text::Value &status = review["status"];
    m_wasAnswered = true;
    m_isSure = m_isSure && status["resourceRules"].isList() && !status["incomplete"].asBoolean();
    for (const text::Value &rule : status["resourceRules"].items()) {
        // A rule for certain names grants no list of the others.
        if (rule["resourceNames"].items().empty() && holds(textsOf(rule["verbs"]), "list"))
            m_rules.push_back({textsOf(rule["apiGroups"]), textsOf(rule["resources"])});
    }
}

bool ListRights::isRefused(const kube::ResourceType &type) const
{
    if (!m_wasAnswered || !m_isSure || (type.namespaced && !m_areNamespacesSure))
        return false;
    return std::ranges::none_of(m_rules, [&](const Rule &rule) { return holds(rule.groups, type.group) && holds(rule.resources, type.resource); });
}

ListRightsQuestion::ListRightsQuestion(kube::Api &api, base::Executor &consumer, std::vector<std::string> namespaces, std::string knownNamespace,
                                       std::function<void(ListRights)> done)
    : m_api(api), m_consumer(consumer), m_knownNamespace(std::move(knownNamespace)), m_done(std::move(done)), m_anchor(std::make_shared<Anchor>(Anchor{this}))
{
    if (namespaces.empty())
        askNamespaces();
    else
        askRights(namespaces);
}

ListRightsQuestion::~ListRightsQuestion()
{
    m_anchor->question = nullptr;
}

void ListRightsQuestion::fetch(kube::ApiRequest request, void (ListRightsQuestion::*then)(const base::Result<kube::ApiAnswer> &))
{
    m_jobs.push_back(m_api.fetch(std::move(request), [&consumer = m_consumer, anchor = m_anchor, then](base::Result<kube::ApiAnswer> answer) {
        consumer.post([anchor, then, answer = std::move(answer)] {
            if (anchor->question)
                (anchor->question->*then)(answer);
        });
    }));
}

void ListRightsQuestion::askNamespaces()
{
    kube::ApiRequest request;
    request.path = "/api/v1/namespaces";
    request.add("limit", std::to_string(MostNamespaces + 1));
    request.accept = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    request.retries = kube::Retries::None;
    fetch(std::move(request), &ListRightsQuestion::namespacesAnswered);
}

void ListRightsQuestion::namespacesAnswered(const base::Result<kube::ApiAnswer> &answer)
{
    std::vector<std::string> names;
    if (answer) {
        if (const auto list = text::parseJson(answer->body)) {
            for (const text::Value &each : (*list)["items"].items())
                names.push_back(each["metadata"]["name"].text());
        }
    }
    if (names.size() > MostNamespaces) {
        m_rights.leaveNamespacesOut();
        names.clear();
    }
    askRights(names.empty() ? std::vector{m_knownNamespace} : names);
}

void ListRightsQuestion::askRights(const std::vector<std::string> &namespaces)
{
    const std::size_t count = std::min(namespaces.size(), MostNamespaces);
    if (count < namespaces.size())
        m_rights.leaveNamespacesOut();
    m_waiting = count;
    for (std::size_t i = 0; i < count; ++i)
        fetch(reviewOf(namespaces[i]), &ListRightsQuestion::rightsAnswered);
}

/// What could not be asked could be allowed: nothing is said then.
void ListRightsQuestion::rightsAnswered(const base::Result<kube::ApiAnswer> &answer)
{
    auto review = answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error());
    m_rights.add(review ? *review : text::Value());
    if (--m_waiting == 0)
        m_done(m_rights);
}

} // namespace cluster
