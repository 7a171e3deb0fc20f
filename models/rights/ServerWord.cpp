#include "models/rights/ServerWord.h"

#include "models/kube/ResourceType.h"
#include "models/rbac/Reviews.h"
#include "models/text/Json.h"

#include <algorithm>
#include <utility>

namespace rights {

namespace {

constexpr const char *Authorization = "/apis/authorization.k8s.io/v1";
constexpr std::size_t LargestAnswer = 1024 * 1024;

std::string keyOf(const rbac::Identity &identity, const rbac::Request &request)
{
    std::string key = identity.ref().text();
    for (const std::string *part : {&request.verb, &request.apiGroup, &request.resource, &request.subresource, &request.name, &request.namespaceName, &request.url})
        key.append(1, '\n').append(*part);
    return key;
}

/// Who may not ask this way may ask in another one.
bool isRefused(const base::Error &error)
{
    return error.code == 403 || error.code == 404 || error.code == 405;
}

/// Groups that authentication adds are added by the server itself; whoever has no name cannot be acted as.
kube::Impersonation impersonationOf(const rbac::Identity &identity)
{
    return {identity.user, {}, identity.groups, {}};
}

base::Result<text::Value> reviewIn(const base::Result<kube::ApiAnswer> &answer)
{
    return answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error());
}

} // namespace

ServerWord::ServerWord(Source api, base::Executor &consumer) : m_api(std::move(api)), m_consumer(consumer), m_anchor(std::make_shared<Anchor>(Anchor{this})) { }

ServerWord::~ServerWord()
{
    m_anchor->word = nullptr;
}

void ServerWord::ask(const std::vector<Claim> &claims)
{
    for (const Claim &claim : claims) {
        const std::string key = keyOf(claim.identity, claim.request);
        const auto [known, isNew] = m_answers.try_emplace(key, Answer{claim.identity, claim.request, {}, {}, {}});
        const bool isGivenUp = !isNew && known->second.road == Road::None && !known->second.isAllowed;
        if (isGivenUp)
            known->second = {claim.identity, claim.request, {}, {}, {}};
        if (isNew || isGivenUp)
            m_waiting.push_back(key);
    }
    // Meanwhile somebody else may be looking, over another connection.
    m_noSubject.clear();
    m_notImpersonated.clear();
    m_self.reset();
    askNext();
    Q_EMIT changed();
}

Verdict ServerWord::verdictOn(const Claim &claim) const
{
    const auto found = m_answers.find(keyOf(claim.identity, claim.request));
    if (found == m_answers.end())
        return {};
    const Answer &answer = found->second;
    if (answer.isAllowed)
        return {claim.isAllowed.value_or(*answer.isAllowed) == *answer.isAllowed ? Proof::Confirmed : Proof::Contradicted, answer.isAllowed, {}};
    return {answer.road == Road::None ? Proof::NotVerifiable : Proof::Asking, {}, answer.problem};
}

void ServerWord::grantsAre(const rbac::Inputs &known)
{
    if (!m_answers.empty() && !m_grants.isKnown()) {
        startOver();
    } else if (!m_answers.empty()) {
        const std::vector<rbac::ObjectRef> affected = m_grants.affectedBy(known);
        forget([&](const rbac::Identity &who) { return std::ranges::any_of(affected, [&](const rbac::ObjectRef &subject) { return who.has(subject); }); });
    }
    m_grants.set(known);
}

void ServerWord::startOver()
{
    forget([](const rbac::Identity &) { return true; });
}

void ServerWord::forget(const std::function<bool(const rbac::Identity &who)> &isOver)
{
    if (std::erase_if(m_answers, [&](const auto &answer) { return isOver(answer.second.identity); }) == 0)
        return;
    std::erase_if(m_waiting, [this](const std::string &key) { return !m_answers.contains(key); });
    std::erase_if(m_exchanges, [this](const auto &exchange) { return !m_answers.contains(exchange.second.key); });
    askNext();
    Q_EMIT changed();
}

void ServerWord::askNext()
{
    while (m_exchanges.size() < MostAtOnce && !m_waiting.empty()) {
        const std::string key = std::move(m_waiting.front());
        m_waiting.pop_front();
        askFor(key);
    }
}

bool ServerWord::canTake(const Answer &answer, Road road) const
{
    switch (road) {
    case Road::Subject: return m_noSubject.empty();
    case Road::Local: return !answer.request.isUrl() && !answer.request.namespaceName.empty();
    case Road::Impersonated: return !answer.identity.user.empty() && !m_notImpersonated.contains(answer.identity.ref().text());
    case Road::Self: return !m_self || (!m_self->empty() && *m_self == answer.identity.user);
    case Road::None: break;
    }
    return true;
}

void ServerWord::askFor(const std::string &key)
{
    Answer &answer = m_answers.at(key);
    if (answer.road == Road::Subject && !canTake(answer, Road::Subject))
        answer.problem = m_noSubject;
    while (!canTake(answer, answer.road))
        answer.road = static_cast<Road>(static_cast<int>(answer.road) + 1);
    const std::string place = std::string(Authorization) + "/namespaces/" + kube::percentEncode(answer.request.namespaceName);
    switch (answer.road) {
    case Road::Subject: return send(key, std::string(Authorization) + "/subjectaccessreviews", rbac::subjectAccessReview(answer.identity, answer.request), &ServerWord::takeReview);
    case Road::Local: return send(key, place + "/localsubjectaccessreviews", rbac::localSubjectAccessReview(answer.identity, answer.request), &ServerWord::takeReview);
    case Road::Impersonated:
        return send(key, std::string(Authorization) + "/selfsubjectaccessreviews", rbac::selfSubjectAccessReview(answer.request), &ServerWord::takeReview, impersonationOf(answer.identity));
    case Road::Self:
        if (!m_self)
            return send(key, "/apis/authentication.k8s.io/v1/selfsubjectreviews", rbac::selfSubjectReview(), &ServerWord::takeSelf);
        return send(key, std::string(Authorization) + "/selfsubjectaccessreviews", rbac::selfSubjectAccessReview(answer.request), &ServerWord::takeReview);
    case Road::None: break;
    }
}

void ServerWord::send(const std::string &key, std::string path, const text::Value &review, Take take, kube::Impersonation as)
{
    kube::ApiRequest request;
    request.method = http::Method::Post;
    request.path = std::move(path);
    request.contentType = "application/json";
    request.body = text::writeJson(review);
    request.byteCap = LargestAnswer;
    request.as = std::move(as);
    const std::uint64_t number = ++m_lastExchange;
    Exchange &exchange = m_exchanges[number];
    exchange.key = key;
    exchange.job = m_api().fetch(std::move(request), [&consumer = m_consumer, anchor = m_anchor, number, key, take](base::Result<kube::ApiAnswer> answer) {
        consumer.post([anchor, number, key, take, review = reviewIn(answer)] {
            if (!anchor->word || anchor->word->m_exchanges.erase(number) == 0)
                return;
            (anchor->word->*take)(key, review);
            anchor->word->askNext();
            Q_EMIT anchor->word->changed();
        });
    });
}

void ServerWord::takeReview(const std::string &key, const base::Result<text::Value> &review)
{
    Answer &answer = m_answers.at(key);
    if (review) {
        answer.isAllowed = rbac::isAllowed(*review);
        return;
    }
    if (answer.problem.empty())
        answer.problem = review.error().message;
    if (answer.road == Road::Subject && isRefused(review.error()))
        m_noSubject = review.error().message;
    if (answer.road == Road::Impersonated && isRefused(review.error()))
        m_notImpersonated.insert(answer.identity.ref().text());
    answer.road = isRefused(review.error()) ? static_cast<Road>(static_cast<int>(answer.road) + 1) : Road::None;
    askFor(key);
}

void ServerWord::takeSelf(const std::string &key, const base::Result<text::Value> &review)
{
    const auto self = review ? rbac::reviewedUser(*review) : std::nullopt;
    m_self = self ? self->user : std::string();
    askFor(key);
}

} // namespace rights
