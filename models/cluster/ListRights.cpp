#include "models/cluster/ListRights.h"

#include "models/text/Json.h"

#include <algorithm>
#include <utility>

namespace cluster {

void ListRights::add(kube::RulesReview review)
{
    m_wasAsked = true;
    m_isSure = m_isSure && review.isAnswered && !review.isIncomplete;
    for (kube::RulesReview::Rule &rule : review.rules) {
        // A rule for certain names grants no list of the others.
        if (rule.names.empty())
            m_rules.push_back(std::move(rule));
    }
}

bool ListRights::isRefused(const kube::ResourceType &type) const
{
    if (!m_wasAsked || !m_isSure || (type.namespaced && !m_areNamespacesSure))
        return false;
    return std::ranges::none_of(m_rules, [&](const auto &rule) { return rule.grants("list", type.group, type.resource); });
}

ListRightsQuestion::ListRightsQuestion(kube::Api &api, base::Executor &consumer, std::vector<std::string> namespaces, std::vector<std::string> knownNamespaces,
                                       std::function<void(ListRights)> done)
    : m_api(api), m_consumer(consumer), m_knownNamespaces(std::move(knownNamespaces)), m_done(std::move(done)), m_anchor(std::make_shared<Anchor>(Anchor{this}))
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
        names.resize(1);        // what the kinds of the cluster are, each of them tells
    }
    askRights(names.empty() ? m_knownNamespaces : names);
}

void ListRightsQuestion::askRights(const std::vector<std::string> &namespaces)
{
    const std::size_t count = std::min(namespaces.size(), MostNamespaces);
    if (count < namespaces.size())
        m_rights.leaveNamespacesOut();
    m_waiting = count;
    for (std::size_t i = 0; i < count; ++i) {
        kube::ApiRequest request = kube::rulesReviewRequest(namespaces[i]);
        request.retries = kube::Retries::None;
        fetch(std::move(request), &ListRightsQuestion::rightsAnswered);
    }
}

/// What could not be asked could be allowed: nothing is said then.
void ListRightsQuestion::rightsAnswered(const base::Result<kube::ApiAnswer> &answer)
{
    auto review = answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error());
    m_rights.add(review ? kube::readRulesReview(*review) : kube::RulesReview());
    if (--m_waiting == 0)
        m_done(m_rights);
}

} // namespace cluster
