#pragma once

#include "tests/support/FakeApi.h"
#include "widgets/detail/WatchedObject.h"

#include <QCoreApplication>

#include <memory>
#include <string>

/// An object whose server a test plays, and what the widgets are given of it.
class Watched
{
public:
    explicit Watched(const std::string &kind = "Pod", const std::string &resource = "pods", const std::string &group = {})
        : m_type{group, "v1", resource, resource, kind, true, {"get", "list", "watch"}, {}, {}, {}}
        , m_object(std::make_shared<detail::WatchedObject>(m_api, detail::ObjectName{m_type, "team-a", "web-0"}))
    {
        settle();
    }

    support::FakeApi &api() { return m_api; }
    const std::shared_ptr<detail::WatchedObject> &object() const { return m_object; }

    /// What was sent is read, and what it means is told.
    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            m_api.time.run();
            QCoreApplication::sendPostedEvents();
        }
    }
    /// The exchange of the newest open request of that path.
    support::FakeApi::Exchange &at(const std::string &resource)
    {
        for (auto exchange = m_api.exchanges.rbegin(); exchange != m_api.exchanges.rend(); ++exchange) {
            if (exchange->request.path.find("/" + resource) != std::string::npos && !exchange->isLetGo())
                return *exchange;
        }
        qFatal("nobody asked for %s", resource.c_str());
    }
    bool isAsked(const std::string &path)
    {
        settle();
        return !m_api.exchanges.empty() && m_api.last().request.path == path;
    }
    /// The list is complete with these objects; the watch goes on.
    void makeLive(const std::string &resource, std::initializer_list<std::string> objects)
    {
        at(resource).open();
        for (const std::string &object : objects)
            say(resource, "ADDED", object);
        at(resource).send(R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n");
        settle();
    }
    void say(const std::string &resource, const std::string &type, const std::string &object)
    {
        at(resource).send(R"({"type":")" + type + R"(","object":)" + object + "}\n");
        settle();
    }
    /// Every road to the object is refused.
    void refuse(const std::string &resource)
    {
        for (int i = 0; i < 4 && m_api.time.untilNextTimer().value_or(std::chrono::hours(1)) > std::chrono::seconds(0); ++i) {
            for (auto &exchange : m_api.exchanges) {
                if (exchange.request.path.find("/" + resource) != std::string::npos && !exchange.isLetGo())
                    exchange.fail(base::ErrorKind::Forbidden, resource + " is forbidden: User \"jane\" cannot get it");
            }
            settle();
        }
    }

    static std::string pod(const std::string &version, const std::string &more = {}, const std::string &phase = "Running")
    {
        return R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":")" + version + '"' + more
            + R"(},"spec":{"serviceAccountName":"builder","nodeName":"node-1","containers":[{"name":"web","image":"nginx"}]},"status":{"containerStatuses":[{"name":"web","ready":true,"state":{"running":{}}}],"phase":")"
            + phase + "\"}}";
    }

private:
    support::FakeApi m_api;
    kube::ResourceType m_type;
    std::shared_ptr<detail::WatchedObject> m_object;
};
