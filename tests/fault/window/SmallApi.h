#pragma once

#include "tests/support/FaultServer.h"

#include <string>
#include <vector>

namespace fault {

/// The smallest API there is, pods only, over a FaultServer: for what concerns TLS, credentials and proxies.
class SmallApi
{
public:
    explicit SmallApi(const std::optional<support::TlsWish> &tls = std::nullopt) : server(tls) { serveKinds(server); }

    static void serveKinds(support::FaultServer &server)
    {
        const std::string verbs = R"("verbs":["get","list","watch"])";
        server.answer("/api", json(R"({"kind":"APIVersions","versions":["v1"]})"));
        server.answer("/apis", json(R"({"kind":"APIGroupList","apiVersion":"v1","groups":[]})"));
        server.answer("/api/v1", json(R"({"kind":"APIResourceList","groupVersion":"v1","resources":[)"
                                      R"({"name":"pods","singularName":"pod","namespaced":true,"kind":"Pod",)" + verbs + "},"
                                      R"({"name":"namespaces","singularName":"namespace","namespaced":false,"kind":"Namespace",)" + verbs + "}]}"));
    }
    static support::Script json(const std::string &body, int status = 200)
    {
        return support::Script::answer(status, body, {{"Content-Type", "application/json"}});
    }
    static support::Script stream() { return support::Script::stream(200, {{"Content-Type", "application/json"}}); }
    static support::Script refused(int status, const std::string &reason, const std::string &message)
    {
        return json(R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":")" + message + R"(","reason":")" + reason + R"(","code":)"
                        + std::to_string(status) + "}", status);
    }
    static std::string pod(const std::string &name, const std::string &version, const std::string &metadata = {})
    {
        return R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":")" + name + R"(","namespace":"default","uid":"uid-of-)" + name + R"(","resourceVersion":")"
            + version + '"' + metadata + R"(},"spec":{"containers":[{"name":"main"}]},"status":{"phase":"Running"}})";
    }
    static std::string event(const std::string &type, const std::string &object) { return R"({"type":")" + type + R"(","object":)" + object + "}\n"; }
    /// What a streaming list says of these pods, up to the bookmark that ends it.
    static std::string whole(const std::vector<std::string> &pods)
    {
        std::string lines;
        for (const std::string &each : pods)
            lines += event("ADDED", each);
        return lines + event("BOOKMARK", R"({"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}})");
    }
    /// The pods are listed and watched without a further word.
    void servePods(const std::vector<std::string> &pods)
    {
        server.answer(Initial, stream().send(whole(pods)).hold());
    }

    inline static const std::string Initial = "/api/v1/pods?watch=1&sendInitialEvents=true";
    inline static const std::string Resumed = "/api/v1/pods?watch=1&resourceVersion=10";

    support::FaultServer server;
};

} // namespace fault
