#include "models/kube/Discovery.h"

#include "models/text/Json.h"

#include <array>
#include <optional>

namespace kube {

namespace {

constexpr std::string_view aggregatedAccept =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
    "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
constexpr std::array<std::string_view, 2> roots{"/api", "/apis"};

ApiRequest discoveryRequest(std::string path, std::string_view accept)
{
    ApiRequest request;
    request.path = std::move(path);
    request.accept = accept;
    request.deadline = std::chrono::seconds(30);
    return request;
}

bool mayBeAbsent(const base::Error &error)
{
    return error.kind == base::ErrorKind::NotFound || error.kind == base::ErrorKind::Forbidden;
}

/// One discovery under way; lives on the I/O thread.
class Run : public std::enable_shared_from_this<Run>
{
public:
    Run(Api &api, std::function<void(base::Result<ApiCatalog>)> done, Retries retries, std::shared_ptr<DiscoveryMemory> memory)
        : m_api(api), m_done(std::move(done)), m_retries(retries), m_memory(memory ? std::move(memory) : std::make_shared<DiscoveryMemory>())
    {
    }

    void start(base::JobToken token)
    {
        m_token.emplace(std::move(token));
        m_waiting = roots.size();
        for (std::size_t i = 0; i < roots.size(); ++i) {
            ApiRequest request = discoveryRequest(std::string(roots[i]), aggregatedAccept);
            request.knownTag = m_memory->parts[i].tag;
            ask(std::move(request), [this, i](auto answer) { rootAnswered(i, std::move(answer)); });
        }
    }

private:
    struct Root
    {
        bool isAggregated = false;
        ApiCatalog types;                       ///< of an aggregated answer
        std::vector<std::string> groupVersions; ///< of a legacy one
        std::optional<base::Error> error;
    };
    struct Version { std::size_t root; std::string name; text::Value resources; std::optional<base::Error> error; };
    using Answer = base::Result<ApiAnswer>;

    void ask(ApiRequest request, std::function<void(Answer)> then)
    {
        request.retries = m_retries;
        m_jobs.push_back(m_api.fetch(std::move(request), [weak = weak_from_this(), then = std::move(then)](Answer answer) {
            if (const auto self = weak.lock())
                then(std::move(answer));
        }));
    }

    static base::Result<text::Value> bodyOf(Answer answer)
    {
        return std::move(answer).and_then([](ApiAnswer &&whole) { return text::parseJson(whole.body); });
    }

    void rootAnswered(std::size_t index, Answer answer)
    {
        readRoot(std::move(answer), &m_memory->parts[index], &m_roots[index]);
        if (--m_waiting > 0)
            return;
        if (m_roots[0].error && m_roots[1].error)
            return finish(*m_roots[0].error);
        for (const Root &root : m_roots) {
            if (root.error && !mayBeAbsent(*root.error))
                return finish(*root.error);
        }
        askVersions();
    }

    static void readRoot(Answer answer, DiscoveryMemory::Part *known, Root *root)
    {
        if (answer && answer->head.status == 304) {
            root->isAggregated = true;
            root->types = known->types;
            return;
        }
        const std::string *tag = answer ? answer->head.header("etag") : nullptr;
        const std::string newTag = tag ? *tag : std::string();
        const auto body = bodyOf(std::move(answer));
        if (!body) {
            root->error = body.error();
            return;
        }
        *known = {};
        root->isAggregated = (*body)["kind"].text() == "APIGroupDiscoveryList";
        if (!root->isAggregated) {
            root->groupVersions = legacyGroupVersions(*body);
            return;
        }
        addAggregatedDiscovery(*body, &root->types);
        if (!newTag.empty())
            *known = {newTag, root->types};
    }

    /// What an answer does not hold itself, since it is of the legacy sort, is asked for version by version.
    void askVersions()
    {
        for (std::size_t root = 0; root < roots.size(); ++root) {
            for (std::string &groupVersion : m_roots[root].groupVersions)
                m_versions.push_back({root, std::move(groupVersion), {}, {}});
        }
        m_waiting = m_versions.size();
        if (m_versions.empty())
            return finishCatalog();
        for (std::size_t i = 0; i < m_versions.size(); ++i) {
            const std::string path = std::string(roots[m_versions[i].root]) + '/' + m_versions[i].name;
            ask(discoveryRequest(path, "application/json"), [this, i](auto answer) { versionAnswered(i, std::move(answer)); });
        }
    }

    void versionAnswered(std::size_t index, Answer answer)
    {
        auto resources = bodyOf(std::move(answer));
        if (resources)
            m_versions[index].resources = std::move(*resources);
        else
            m_versions[index].error = resources.error();
        if (--m_waiting == 0)
            finishCatalog();
    }

    void finishCatalog()
    {
        ApiCatalog catalog;
        for (std::size_t root = 0; root < roots.size(); ++root) {
            catalog.add(m_roots[root].types);
            for (const Version &version : m_versions) {
                if (version.root == root)
                    add(version, &catalog);
            }
        }
        finish(std::move(catalog));
    }

    static void add(const Version &version, ApiCatalog *catalog)
    {
        if (version.error)
            catalog->addFailure({version.name, version.error->message});
        else
            addResourceList(version.resources, version.name, catalog);
    }

    void finish(base::Result<ApiCatalog> result)
    {
        m_token->finish([&] { m_done(std::move(result)); });
    }

    Api &m_api;
    std::function<void(base::Result<ApiCatalog>)> m_done;
    Retries m_retries;
    std::shared_ptr<DiscoveryMemory> m_memory;
    std::optional<base::JobToken> m_token;
    std::array<Root, 2> m_roots;
    std::vector<Version> m_versions;
    std::size_t m_waiting = 0;
    std::vector<base::Job> m_jobs;
};

} // namespace

base::Job discover(Api &api, std::function<void(base::Result<ApiCatalog>)> done, Retries retries, std::shared_ptr<DiscoveryMemory> memory)
{
    base::Executor &executor = api.executor();
    auto run = std::make_shared<Run>(api, std::move(done), retries, std::move(memory));
    auto [job, token] = base::Job::make([&executor, run]() mutable { executor.post([kept = std::move(run)] { }); });
    executor.post([run = std::weak_ptr(run), token = token] {
        if (const auto self = run.lock())
            self->start(token);
    });
    return std::move(job);
}

} // namespace kube
