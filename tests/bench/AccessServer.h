#pragma once

#include "tests/support/FaultServer.h"

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

/// A server on a socket with many roles, bindings and accounts, of whom one has many bindings, and which gets more of them one by one.
namespace bench {

class AccessServer
{
public:
    struct Size
    {
        std::size_t bindings = 20'000, roles = 3'000, accounts = 5'000, namespaces = 200, ofOne = 500, changes = 20;
    };

    explicit AccessServer(const Size &size) : m_size(size)
    {
        serveKinds();
        serve("/api/v1/namespaces", "v1", "Namespace", size.namespaces, [](std::size_t i) { return object("v1", "Namespace", {}, numbered("ns-", i), ""); });
        serve("/api/v1/serviceaccounts", "v1", "ServiceAccount", size.accounts, [this](std::size_t i) { return account(i); });
        serve("/api/v1/pods", "v1", "Pod", size.accounts / 5, [this](std::size_t i) { return pod(i); });
        serve("/api/v1/resourcequotas", "v1", "ResourceQuota", 0, {});
        serve(group + "/clusterroles", rbac, "ClusterRole", size.roles / 2, [this](std::size_t i) { return role("ClusterRole", {}, i); });
        serve(group + "/roles", rbac, "Role", size.roles - size.roles / 2, [this](std::size_t i) { return role("Role", numbered("ns-", i % m_size.namespaces), i); });
        serve(group + "/clusterrolebindings", rbac, "ClusterRoleBinding", size.bindings / 20, [this](std::size_t i) { return binding("ClusterRoleBinding", {}, i); });
        serve(group + "/rolebindings", rbac, "RoleBinding", size.bindings - size.bindings / 20, [this](std::size_t i) { return roleBinding(i); }, size.changes);
    }

    support::FaultServer &server() { return m_server; }
    /// Sends one more binding of the account with many.
    void addBinding(std::size_t change) { m_server.open(numbered("change-", change)); }
    static std::string addedName(std::size_t change) { return numbered("added-", change); }

    static constexpr const char *onesNamespace = "ns-0";
    static constexpr const char *onesName = "one";

private:
    inline static const std::string rbac = "rbac.authorization.k8s.io/v1";
    inline static const std::string group = "/apis/rbac.authorization.k8s.io/v1";
    using MakeObject = std::function<std::string(std::size_t)>;

    static std::string numbered(const char *word, std::size_t number) { return word + std::to_string(number); }

    static support::Script json(const std::string &body) { return support::Script::answer(200, body, {{"Content-Type", "application/json"}}); }

    static std::string object(const std::string &version, const std::string &kind, const std::string &place, const std::string &name, const std::string &more)
    {
        return R"({"apiVersion":")" + version + R"(","kind":")" + kind + R"(","metadata":{"name":")" + name + '"' + (place.empty() ? "" : R"(,"namespace":")" + place + '"') + R"(,"uid":")" + kind + '-' + place
            + '-' + name + R"(","resourceVersion":"10","creationTimestamp":"2026-01-01T00:00:00Z"})" + more + '}';
    }

    static std::string event(const std::string &type, const std::string &object) { return R"({"type":")" + type + R"(","object":)" + object + "}\n"; }

    void serveKinds()
    {
        const auto kind = [](const char *name, const char *one, bool isNamespaced, const char *kindName) {
            return std::string(R"({"name":")") + name + R"(","singularName":")" + one + R"(","namespaced":)" + (isNamespaced ? "true" : "false") + R"(,"kind":")" + kindName
                + R"(","verbs":["get","list","watch","create","delete"]})";
        };
        m_server.answer("/api", json(R"({"kind":"APIVersions","versions":["v1"]})"));
        m_server.answer("/apis", json(R"({"kind":"APIGroupList","apiVersion":"v1","groups":[{"name":"rbac.authorization.k8s.io","versions":[{"groupVersion":"rbac.authorization.k8s.io/v1","version":"v1"}],)"
                                      R"("preferredVersion":{"groupVersion":"rbac.authorization.k8s.io/v1","version":"v1"}}]})"));
        m_server.answer("/version", json(R"({"major":"1","minor":"36","gitVersion":"v1.36.0"})"));
        m_server.answer("/api/v1", json(R"({"kind":"APIResourceList","groupVersion":"v1","resources":[)" + kind("pods", "pod", true, "Pod") + ',' + kind("namespaces", "namespace", false, "Namespace") + ','
                                        + kind("serviceaccounts", "serviceaccount", true, "ServiceAccount") + ',' + kind("resourcequotas", "resourcequota", true, "ResourceQuota") + "]}"));
        m_server.answer(group, json(R"({"kind":"APIResourceList","groupVersion":"rbac.authorization.k8s.io/v1","resources":[)" + kind("roles", "role", true, "Role") + ','
                                    + kind("clusterroles", "clusterrole", false, "ClusterRole") + ',' + kind("rolebindings", "rolebinding", true, "RoleBinding") + ','
                                    + kind("clusterrolebindings", "clusterrolebinding", false, "ClusterRoleBinding") + "]}"));
    }

    void serve(const std::string &path, const std::string &version, const std::string &kind, std::size_t count, const MakeObject &make, std::size_t changes = 0)
    {
        support::Script script = support::Script::stream(200, {{"Content-Type", "application/json"}});
        constexpr std::size_t batch = 500;
        for (std::size_t begin = 0; begin < count; begin += batch) {
            std::string lines;
            for (std::size_t i = begin; i < std::min(count, begin + batch); ++i)
                lines += event("ADDED", make(i));
            script.send(std::move(lines));
        }
        script.send(event("BOOKMARK", R"({"kind":")" + kind + R"(","apiVersion":")" + version + R"(","metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}})"));
        for (std::size_t i = 0; i < changes; ++i)
            script.gate(numbered("change-", i)).send(event("ADDED", bindingOf("RoleBinding", numbered("ns-", i % m_size.namespaces), addedName(i), "ClusterRole", numbered("role-", i), onlyOne())));
        m_server.answer(path + "?watch=1&sendInitialEvents=true", script.hold());
    }

    std::size_t below(std::size_t count) { return m_chance() % std::max<std::size_t>(count, 1); }

    static std::string subject(const std::string &place, const std::string &name) { return R"({"kind":"ServiceAccount","namespace":")" + place + R"(","name":")" + name + R"("})"; }
    static std::string onlyOne() { return subject(onesNamespace, onesName); }
    std::string anybody()
    {
        const std::size_t account = below(m_size.accounts - 1) + 1;
        return subject(numbered("ns-", account % m_size.namespaces), numbered("account-", account));
    }

    std::string account(std::size_t i) { return i == 0 ? object("v1", "ServiceAccount", onesNamespace, onesName, "") : object("v1", "ServiceAccount", numbered("ns-", i % m_size.namespaces), numbered("account-", i), ""); }

    std::string pod(std::size_t i)
    {
        const std::size_t account = 5 * i;
        const std::string name = account == 0 ? std::string(onesName) : numbered("account-", account);
        return object("v1", "Pod", numbered("ns-", account % m_size.namespaces), numbered("pod-", i),
                      R"(,"spec":{"serviceAccountName":")" + name + R"(","nodeName":"node-)" + std::to_string(i % 50) + R"(","containers":[{"name":"main"}]},"status":{"phase":"Running"})");
    }

    std::string role(const std::string &kind, const std::string &place, std::size_t i)
    {
        static const std::vector<std::string> verbs = {"get", "list", "watch", "create", "update", "patch", "delete"};
        static const std::vector<std::string> resources = {"pods", "services", "secrets", "configmaps", "endpoints", "events", "serviceaccounts", "pods/log", "pods/exec", "persistentvolumeclaims"};
        std::string rules;
        for (int rule = 0; rule < 4; ++rule)
            rules += std::string(rule == 0 ? "" : ",") + R"({"apiGroups":[""],"verbs":[")" + verbs[below(7)] + R"(",")" + verbs[below(7)] + R"("],"resources":[")" + resources[below(10)] + R"(",")" + resources[below(10)] + R"("]})";
        return object(rbac, kind, place, numbered("role-", i), R"(,"rules":[)" + rules + "]");
    }

    static std::string bindingOf(const std::string &kind, const std::string &place, const std::string &name, const std::string &roleKind, const std::string &role, const std::string &subjects)
    {
        return object(rbac, kind, place, name, R"(,"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":")" + roleKind + R"(","name":")" + role + R"("},"subjects":[)" + subjects + "]");
    }

    std::string binding(const std::string &kind, const std::string &place, std::size_t i)
    {
        return bindingOf(kind, place, numbered("binding-", i), "ClusterRole", numbered("role-", below(m_size.roles / 2)), anybody() + ',' + anybody());
    }

    /// The first are those of the one, each with a role of its own.
    std::string roleBinding(std::size_t i)
    {
        const std::string place = numbered("ns-", i % m_size.namespaces);
        if (i < m_size.ofOne)
            return bindingOf("RoleBinding", place, numbered("binding-", i), "ClusterRole", numbered("role-", i % (m_size.roles / 2)), onlyOne());
        return binding("RoleBinding", place, i);
    }

    Size m_size;
    std::mt19937 m_chance{1};
    support::FaultServer m_server;
};

} // namespace bench
