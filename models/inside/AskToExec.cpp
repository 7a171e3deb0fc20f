#include "models/inside/AskToExec.h"

#include "models/text/Json.h"

#include <array>
#include <memory>
#include <optional>

namespace inside {

using text::Value;

namespace {

using Done = std::function<void(const ExecAnswer &)>;
using Review = base::Result<Value>;

constexpr std::array<const char *, 2> verbs{"get", "create"};     // servers before 1.35 ask for one, later ones for both

kube::ApiRequest reviewOf(const char *verb, const std::string &namespaceName, const std::string &pod)
{
    Value what = Value::map(), spec = Value::map(), review = Value::map();
    what.set("namespace", Value::string(namespaceName));
    what.set("verb", Value::string(verb));
    what.set("resource", Value::string("pods"));
    what.set("subresource", Value::string("exec"));
    what.set("name", Value::string(pod));
    spec.set("resourceAttributes", std::move(what));
    review.set("apiVersion", Value::string("authorization.k8s.io/v1"));
    review.set("kind", Value::string("SelfSubjectAccessReview"));
    review.set("spec", std::move(spec));
    kube::ApiRequest request;
    request.method = http::Method::Post;
    request.path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    request.contentType = "application/json";
    request.body = text::writeJson(review);
    return request;
}

bool isAnswer(const Review &review)
{
    return review && (*review)["status"]["allowed"].type() == Value::Type::Boolean;
}

ExecAnswer sumOf(const std::array<std::optional<Review>, verbs.size()> &reviews)
{
    ExecAnswer answer{ExecAnswer::Word::Allowed};
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        if (!isAnswer(*reviews[i])) {
            answer.word = answer.isRefused() ? answer.word : ExecAnswer::Word::Unknown;
        } else if (const Value &status = (**reviews[i])["status"]; !status["allowed"].asBoolean()) {
            answer.reason = answer.isRefused() ? answer.reason : status["reason"].text();
            answer.missing.emplace_back(verbs[i]);
            answer.word = ExecAnswer::Word::Refused;
        }
    }
    return answer;
}

/// The questions of one job. What it holds is touched while its token delivers, or when nobody waits any more.
class Asking final : public std::enable_shared_from_this<Asking>
{
public:
    Asking(base::Executor &consumer, Done done) : m_consumer(consumer), m_done(std::move(done)) { }

    void start(kube::Api &api, const std::string &namespaceName, const std::string &pod, base::JobToken token)
    {
        m_token.emplace(std::move(token));
        m_token->deliver([&] {
            for (std::size_t i = 0; i < verbs.size(); ++i)
                m_questions[i] = ask(api, i, reviewOf(verbs[i], namespaceName, pod));
        });
    }
    void stop()
    {
        for (base::Job &question : m_questions)
            question.cancel();
    }

private:
    base::Job ask(kube::Api &api, std::size_t question, kube::ApiRequest request);
    void take(std::size_t question, const Review &review);

    base::Executor &m_consumer;
    Done m_done;
    std::optional<base::JobToken> m_token;
    std::array<base::Job, verbs.size()> m_questions;
    std::array<std::optional<Review>, verbs.size()> m_reviews;
};

/// The answer comes on the I/O thread and is looked at on the consumer's.
base::Job Asking::ask(kube::Api &api, std::size_t question, kube::ApiRequest request)
{
    return api.fetch(std::move(request), [weak = weak_from_this(), &consumer = m_consumer, question](const base::Result<kube::ApiAnswer> &answer) {
        consumer.post([weak, question, review = answer ? text::parseJson(answer->body) : Review(answer.error())] {
            if (const auto self = weak.lock())
                self->m_token->deliver([&] { self->take(question, review); });
        });
    });
}

void Asking::take(std::size_t question, const Review &review)
{
    m_reviews[question] = review;
    for (const auto &each : m_reviews) {
        if (!each)
            return;
    }
    stop();     // nothing of them reaches for the consumer once it was told
    m_token->finish([this] { m_done(sumOf(m_reviews)); });
}

} // namespace

base::Job askToExec(kube::Api &api, const std::string &namespaceName, const std::string &pod, base::Executor &consumer, Done done)
{
    const auto asking = std::make_shared<Asking>(consumer, std::move(done));
    auto [job, token] = base::Job::make([asking] { asking->stop(); });
    asking->start(api, namespaceName, pod, std::move(token));
    return std::move(job);
}

} // namespace inside
