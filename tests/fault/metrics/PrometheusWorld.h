#pragma once

#include "models/cluster/Network.h"
#include "models/kube/ApiClient.h"
#include "models/kube/PodStreams.h"
#include "models/metrics/PrometheusDiscovery.h"
#include "tests/fault/http/Exchange.h"
#include "tests/support/FaultServer.h"

#include <future>
#include <memory>

namespace fault {

using support::FaultServer;
using support::Script;

inline const std::string secret = "canary-secret-51d0";

/// Always the same bearer token.
class OneToken final : public kube::Authorizer
{
public:
    explicit OneToken(base::Executor &executor) : m_executor(executor) { }

    base::Job fetch(Done done) override
    {
        auto [job, token] = base::Job::make();
        m_executor.post([token = token, done = std::move(done)] {
            token.finish([&] { done(kube::Authorization{{{"Authorization", "Bearer " + secret}}, std::make_shared<http::Connection>(), {}}); });
        });
        return std::move(job);
    }
    bool rejected(const kube::Authorization &) override { return false; }

private:
    base::Executor &m_executor;
};

/// The program's side: a client of an API server, and the way to everything else.
class Program
{
public:
    /// Streams go to the second server, where there is one.
    explicit Program(const std::string &apiServer, const std::string &streamServer = {})
    {
        cluster::runOn(thread, [&] {
            api = std::make_unique<kube::ApiClient>(apiServer, thread, thread, credentials);
            streams = std::make_unique<kube::PodStreams>(streamServer.empty() ? apiServer : streamServer, thread, thread, credentials);
        });
    }
    ~Program()
    {
        cluster::runOn(thread, [this] {
            streams.reset();
            api.reset();
        });
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    metrics::Ways ways() { return {*api, streams.get(), thread}; }

    struct Found
    {
        metrics::DiscoveryReport report;
        std::shared_ptr<metrics::PrometheusClient> client;
    };
    Found find(metrics::DiscoveryWish wish)
    {
        std::promise<Found> promise;
        auto result = promise.get_future();
        const base::Job job = metrics::findPrometheus(std::move(wish), [&promise](metrics::DiscoveryReport report, std::shared_ptr<metrics::PrometheusClient> client) {
            promise.set_value({std::move(report), std::move(client)});
        });
        if (result.wait_for(std::chrono::seconds(60)) != std::future_status::ready)
            return {};
        return result.get();
    }
    Found find() { return find(metrics::DiscoveryWish{ways()}); }
    /// One by its URL, and nothing else.
    Found findDirect(metrics::DirectServer server)
    {
        metrics::Candidate candidate{metrics::Origin::Person};
        candidate.direct = std::move(server);
        metrics::DiscoveryWish wish{ways()};
        wish.first = {candidate};
        wish.mayLookAround = false;
        return find(std::move(wish));
    }

    /// Asks and waits.
    static base::Result<metrics::Answer> ask(metrics::Querier &client, const metrics::InstantQuery &query)
    {
        std::promise<base::Result<metrics::Answer>> promise;
        auto result = promise.get_future();
        const base::Job job = client.query(query, [&promise](base::Result<metrics::Answer> answer) { promise.set_value(std::move(answer)); });
        if (result.wait_for(std::chrono::seconds(60)) != std::future_status::ready)
            return base::makeError(base::ErrorKind::Io, "it never ended");
        return result.get();
    }

    http::HttpThread thread{settings()};
    OneToken credentials{thread};
    std::unique_ptr<kube::ApiClient> api;
    std::unique_ptr<kube::PodStreams> streams;
};

inline const std::string clusterCreated = "2026-11-20T08:00:00Z";
inline constexpr std::int64_t clusterCreatedSeconds = 1'795'161'600;

inline std::string status(int code, const std::string &reason, const std::string &message)
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":")" + message + R"(","reason":")" + reason + R"(","code":)" + std::to_string(code) + "}";
}

inline std::string service(const std::string &namespaceName, const std::string &name, const std::string &labels = "{}")
{
    return R"({"metadata":{"namespace":")" + namespaceName + R"(","name":")" + name + R"(","labels":)" + labels +
        R"(},"spec":{"selector":{"app":"prom"},"ports":[{"name":"web","port":9090,"targetPort":"web"}]}})";
}

inline std::string success(const std::string &data)
{
    return R"({"status":"success","data":)" + data + "}";
}

inline std::string one(std::int64_t at)
{
    return success(R"({"resultType":"scalar","result":[)" + std::to_string(at) + R"(,"1"]})");
}

inline std::int64_t nowSeconds()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// The objects of a cluster whose Services are these.
inline void serveCluster(FaultServer &server, const std::string &services)
{
    server.answer("/api/v1/namespaces/kube-system", Script::answer(200, R"({"metadata":{"name":"kube-system","creationTimestamp":")" + clusterCreated + R"("}})"));
    server.answer("/api/v1/nodes", Script::answer(200, R"({"items":[{"metadata":{"name":"node-1"},"status":{"nodeInfo":{"systemUUID":"AAAA"}}}]})"));
    server.answer("/api/v1/pods", Script::answer(200, R"({"items":[{"metadata":{"namespace":"default","name":"web","uid":"1111-2222"}}]})"));
    server.answer("/api/v1/services", Script::answer(200, R"({"items":[)" + services + "]}"));
}

/// A Prometheus behind these paths, of a cluster that was made at that second.
inline void servePrometheus(FaultServer &server, const std::string &root, std::int64_t created, std::int64_t at = nowSeconds())
{
    const std::string kubeSystem = R"({"metric":{"__name__":"kube_namespace_created","namespace":"kube-system","job":"ksm"},"value":[1,")" + std::to_string(created) + R"("]})";
    server.answer(root + "/api/v1/query", Script::answer(200, success(R"({"resultType":"vector","result":[)" + kubeSystem + "]}")));
    server.answer(root + "/api/v1/query?query=1", Script::answer(200, one(at)));
    server.answer(root + "/api/v1/status/buildinfo", Script::answer(200, success(R"({"version":"2.42.0","revision":"x","goVersion":"go1.19"})")));
}

inline std::string proxied(const std::string &namespaceName, const std::string &name)
{
    return "/api/v1/namespaces/" + namespaceName + "/services/" + name + ":9090/proxy";
}

} // namespace fault
