#include "models/cluster/ConnectionTest.h"

#include "models/text/Json.h"

#include <memory>

namespace cluster {

namespace {

constexpr std::chrono::seconds Deadline{15};
constexpr std::int64_t LargestAnswer = 64 * 1024;

kube::ApiRequest versionRequest()
{
    kube::ApiRequest request;
    request.path = "/version";
    return request;
}

/// Served from 1.28 on.
kube::ApiRequest whoAmIRequest()
{
    kube::ApiRequest request;
    request.method = http::Method::Post;
    request.path = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    request.contentType = "application/json";
    request.body = R"({"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"})";
    return request;
}

/// One test. It belongs to the consumer's thread; only its answers come from the I/O thread.
class Test final : public std::enable_shared_from_this<Test>
{
public:
    using Done = std::function<void(ConnectionVerdict)>;
    using Answer = base::Result<kube::ApiAnswer>;

    Test(Network &network, base::Executor &consumer, kube::ConnectionSettings settings, Done done)
        : m_consumer(consumer), m_connection(std::make_unique<ClusterConnection>(network, std::move(settings))), m_done(std::move(done))
    {
    }

    base::Job start()
    {
        auto [job, token] = base::Job::make([self = shared_from_this()] { self->end(); });
        m_token.emplace(token);
        ask(versionRequest(), &Test::takeVersion);
        return std::move(job);
    }

private:
    void ask(kube::ApiRequest request, void (Test::*take)(const Answer &))
    {
        request.deadline = Deadline;
        request.byteCap = LargestAnswer;
        request.retries = kube::Retries::None;
        m_exchange = m_connection->api().fetch(std::move(request), [weak = weak_from_this(), take, &consumer = m_consumer](Answer answer) {
            consumer.post([weak, take, answer = std::move(answer)] {
                if (const auto self = weak.lock(); self && self->m_connection)
                    (self.get()->*take)(answer);
            });
        });
    }

    /// Who may not see the version may still be somebody.
    void takeVersion(const Answer &answer)
    {
        m_isKubernetes = isInItsWords(answer);
        if (!answer && answer.error().kind != base::ErrorKind::Forbidden && answer.error().kind != base::ErrorKind::NotFound)
            return finish(answer.error());
        const auto version = answer ? text::parseJson(answer->body) : base::Result<text::Value>(text::Value());
        m_verdict.version = version ? (*version)["gitVersion"].text() : std::string();
        if (answer && m_verdict.version.empty())
            return finishStrange();
        ask(whoAmIRequest(), &Test::takeUser);
    }

    void takeUser(const Answer &answer)
    {
        if (!answer && answer.error().kind != base::ErrorKind::Forbidden && answer.error().kind != base::ErrorKind::NotFound)
            return finish(answer.error());
        const auto review = answer ? text::parseJson(answer->body) : base::Result<text::Value>(text::Value());
        if (review)
            m_verdict.user = (*review)["status"]["userInfo"]["username"].text();
        // Any web server says that it knows no such path.
        if (m_verdict.version.empty() && m_verdict.user.empty() && !m_isKubernetes && !isInItsWords(answer))
            return finishStrange();
        finish({});
    }

    /// A refusal that is a Status.
    static bool isInItsWords(const Answer &answer) { return !answer && !answer.error().reason.empty(); }

    void finishStrange()
    {
        finish(base::makeError(base::ErrorKind::Server, "something answers there, but not as a Kubernetes API server: its /version names no version"));
    }

    void finish(std::optional<base::Error> error)
    {
        const auto self = shared_from_this();
        m_verdict.error = std::move(error);
        end();
        m_token->finish([&] { m_done(m_verdict); });
    }

    void end()
    {
        m_exchange.cancel();
        m_connection.reset();
    }

    base::Executor &m_consumer;
    std::unique_ptr<ClusterConnection> m_connection;
    Done m_done;
    std::optional<base::JobToken> m_token;
    base::Job m_exchange;
    ConnectionVerdict m_verdict;
    bool m_isKubernetes = false;
};

} // namespace

base::Job testConnection(Network &network, base::Executor &consumer, kube::ConnectionSettings settings, std::function<void(ConnectionVerdict)> done)
{
    return std::make_shared<Test>(network, consumer, std::move(settings), std::move(done))->start();
}

} // namespace cluster
