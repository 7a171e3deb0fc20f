#pragma once

#include "models/cluster/LiveStore.h"
#include "models/cluster/Network.h"
#include "models/http/HttpThread.h"
#include "models/kinds/KindRowReader.h"
#include "models/kinds/Kind.h"
#include "models/kube/ApiClient.h"
#include "models/kube/TableRowReader.h"
#include "tests/support/FaultServer.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

/// Waits until the expression is true, looking at the live rows before each look.
#define TRY(live, ...) QTRY_VERIFY2_WITH_TIMEOUT(((live).pump(), (__VA_ARGS__)), (live).describe().c_str(), fault::patience)

namespace fault {

/// For slow machines; no test takes it as a measure.
constexpr int patience = 30'000;
inline const std::string podsPath = "/api/v1/pods";
inline const std::string canary = "canary-token-8c1f5b0e";

/// Always the same bearer token.
class FixedAuthorizer final : public kube::Authorizer
{
public:
    explicit FixedAuthorizer(base::Executor &executor) : m_executor(executor) { }

    base::Job fetch(Done done) override
    {
        auto [job, token] = base::Job::make();
        m_executor.post([token = token, done = std::move(done)] {
            token.finish([&] { done(kube::Authorization{{{"Authorization", "Bearer " + canary}}, connection(), {}}); });
        });
        return std::move(job);
    }
    bool rejected(const kube::Authorization &) override { return false; }

private:
    static std::shared_ptr<const http::Connection> connection()
    {
        static const auto same = std::make_shared<const http::Connection>();
        return same;
    }

    base::Executor &m_executor;
};

inline http::HttpSettings withoutProxies()
{
    http::HttpSettings settings;
    settings.proxies = {};
    return settings;
}

/// The client core against a server that misbehaves: I/O thread, credentials and client are the real ones.
class Client
{
public:
    explicit Client(const std::string &server) : m_authorizer(m_thread)
    {
        cluster::runOn(m_thread, [&] { m_api = std::make_unique<kube::ApiClient>(server, m_thread, m_thread, m_authorizer); });
    }
    ~Client()
    {
        cluster::runOn(m_thread, [this] { m_api.reset(); });
    }

    kube::ApiClient &api() { return *m_api; }
    http::HttpThread &thread() { return m_thread; }

private:
    http::HttpThread m_thread{withoutProxies()};
    FixedAuthorizer m_authorizer;
    std::unique_ptr<kube::ApiClient> m_api;
};

enum class Streaming { Yes, No };

inline kube::ResourceType podType()
{
    return {"", "v1", "pods", "pod", "Pod", true, {"list", "watch"}, {}, {}, {}};
}

/// Live pods, with what was ever seen of them.
class LivePods
{
public:
    struct Wish
    {
        kube::ItemFormat format = kube::ItemFormat::Json;
        Streaming streaming = Streaming::No;
        std::string namespaceName = {};
        std::vector<std::string> knownNamespaces = {};
        kinds::KeepObject keep = kinds::KeepObject::Yes;
    };

    LivePods(Client &client, const Wish &wish) : m_store(setup(client, wish)) { }

    kube::Delta pump()
    {
        kube::Delta delta = m_store.pump();
        const kube::SyncState &now = m_store.state();
        if (now.error && (m_errors.empty() || m_errors.back() != now.error->message))
            m_errors.push_back(now.error->message);
        return delta;
    }

    const kube::Store &rows() const { return m_store.store(); }
    const kube::SyncState &state() const { return m_store.state(); }
    kube::SyncState::Phase phase() const { return state().phase; }
    bool isLive() const { return phase() == kube::SyncState::Phase::Live && rows().isComplete(); }
    bool failedWith(const std::string &words) const { return state().error && state().error->message.find(words) != std::string::npos; }
    const std::vector<std::string> &errors() const { return m_errors; }
    void retryNow() { m_store.retryNow(); }

    /// "namespace/name" to resourceVersion.
    std::map<std::string, std::string> versions() const
    {
        std::map<std::string, std::string> result;
        for (kube::RowId row = 0; row < rows().end(); ++row) {
            if (rows().contains(row))
                result[std::string(rows().key(row))] = rows().resourceVersion(row);
        }
        return result;
    }
    std::set<std::string> names() const
    {
        std::set<std::string> result;
        for (const auto &[key, version] : versions())
            result.insert(key.substr(key.find('/') + 1));
        return result;
    }
    std::string describe() const
    {
        return "phase " + std::to_string(static_cast<int>(phase())) + ", " + std::to_string(rows().size()) + " rows, "
            + (rows().isComplete() ? "complete" : "partial") + ", " + (state().error ? state().error->message.substr(0, 300) : "no error");
    }

private:
    static cluster::LiveCollection::Setup setup(Client &client, const Wish &wish)
    {
        auto abilities = std::make_shared<kube::Reflector::ServerAbilities>();
        if (wish.streaming == Streaming::No)
            abilities->withoutStreamingLists.insert(podType().group);
        cluster::LiveCollection::Setup setup{client.api(), abilities, {}, {}, {}, {}};
        setup.collection.type = podType();
        setup.collection.namespaceName = wish.namespaceName;
        setup.collection.format = wish.format;
        setup.random = [] { return 0.0; };
        setup.namespaces = std::make_shared<cluster::NamespaceNames>(client.api(), abilities, setup.random);
        setup.namespaces->setKnown({wish.knownNamespaces.begin(), wish.knownNamespaces.end()});
        if (wish.format == kube::ItemFormat::Table) {
            setup.reader = std::make_unique<kube::TableRowReader>(client.thread().clock());
        } else {
            setup.reader = std::make_unique<kinds::KindRowReader>(*kinds::findKind("v1", "Pod"), wish.keep);
            setup.packer = std::make_shared<kube::ObjectPacker>();
        }
        return setup;
    }

    cluster::LiveStore m_store;
    std::vector<std::string> m_errors;
};

/// A pod as JSON; more holds further members, each followed by a comma.
inline std::string pod(const std::string &name, const std::string &version, const std::string &uid = {}, const std::string &metadata = {},
                       const std::string &space = "default")
{
    return R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":")" + name + R"(","namespace":")" + space + R"(","uid":")"
        + (uid.empty() ? "uid-of-" + name : uid) + R"(","resourceVersion":")" + version + '"' + metadata
        + R"(},"spec":{"containers":[]},"status":{"phase":"Running"}})";
}

inline std::string listOf(const std::vector<std::string> &items, const std::string &version, const std::string &token = {})
{
    std::string body = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":")" + version + '"'
        + (token.empty() ? "" : R"(,"continue":")" + token + '"') + R"(},"items":[)";
    for (std::size_t i = 0; i < items.size(); ++i)
        body += (i > 0 ? "," : "") + items[i];
    return body + "]}\n";
}

inline std::string eventOf(const std::string &type, const std::string &object)
{
    return R"({"type":")" + type + R"(","object":)" + object + "}\n";
}

inline std::string bookmarkOf(const std::string &version, bool endsList = false)
{
    return eventOf("BOOKMARK", R"({"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":")" + version + '"'
                                   + (endsList ? R"(,"annotations":{"k8s.io/initial-events-end":"true"})" : "") + "}}");
}

inline std::string statusOf(int code, const std::string &reason, const std::string &message)
{
    return R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":")" + message + R"(","reason":")" + reason
        + R"(","code":)" + std::to_string(code) + "}";
}

inline support::Headers json()
{
    return {{"Content-Type", "application/json"}};
}

inline support::Script answer(const std::string &body, int status = 200)
{
    return support::Script::answer(status, body, json());
}

inline support::Script stream()
{
    return support::Script::stream(200, json());
}

inline std::string queryOf(const support::SeenRequest &request, const std::string &name)
{
    const std::string key = name + '=';
    for (std::size_t at = request.target.find('?'); at != std::string::npos; at = request.target.find('&', at + 1)) {
        if (request.target.compare(at + 1, key.size(), key) == 0)
            return request.target.substr(at + 1 + key.size(), request.target.find('&', at + 1) - at - 1 - key.size());
    }
    return {};
}

inline bool isWatch(const support::SeenRequest &request)
{
    return queryOf(request, "watch") == "1";
}

} // namespace fault
