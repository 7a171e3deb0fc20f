#pragma once

#include "models/kube/Reflector.h"
#include "tests/support/FakeApi.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace support {

inline const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {"list", "watch"}, {}, {}, {}};

/// What a store would hold: the names, with listings compared as a store does.
struct ListedNames final : kube::CollectionSink
{
    std::set<std::string> known, listed;
    std::vector<kube::SyncState> states;
    int restarts = 0, completions = 0;
    bool listing = false;
    std::string version;

    std::vector<std::string> columns;

    void setColumns(std::vector<kube::TableColumn> table) override
    {
        for (const kube::TableColumn &column : table)
            columns.push_back(column.column.name);
    }
    void restart() override { ++restarts; listing = true; listed.clear(); }
    void complete() override { ++completions; listing = false; known = listed; }
    base::Result<std::string_view> put(kube::ItemFormat, std::string_view object) override
    {
        const std::string name = take(object, "name");
        known.insert(name);
        listed.insert(name);
        version = take(object, "resourceVersion");
        return std::string_view(version);
    }
    base::Result<std::string_view> remove(kube::ItemFormat, std::string_view object) override
    {
        known.erase(take(object, "name"));
        listed.erase(take(object, "name"));
        version = take(object, "resourceVersion");
        return std::string_view(version);
    }
    void stateChanged(const kube::SyncState &state) override { states.push_back(state); }

    static std::string take(std::string_view object, const std::string &key)
    {
        const auto at = object.rfind('"' + key + "\":\"");
        const auto begin = at + key.size() + 4;
        return std::string(object.substr(begin, object.find('"', begin) - begin));
    }
};

inline std::string object(const std::string &name, const std::string &version)
{
    return R"({"metadata":{"name":")" + name + R"(","resourceVersion":")" + version + R"("}})";
}

inline std::string watchEvent(const std::string &type, const std::string &name, const std::string &version)
{
    return R"({"type":")" + type + R"(","object":)" + object(name, version) + "}\n";
}

inline std::string endBookmark(const std::string &version)
{
    return R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":")" + version + R"(","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n";
}

inline std::string bookmark(const std::string &version)
{
    return R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":")" + version + R"("}}})" "\n";
}

inline const std::string expiredEvent = R"json({"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old resource version: 5 (275)","reason":"Expired","code":410}})json" "\n";

inline const std::string tooLargeEvent = R"json({"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"Timeout: Too large resource version: 900, current: 200","reason":"Timeout","details":{"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}]},"code":504}})json" "\n";

inline std::string page(const std::vector<std::string> &names, const std::string &version, const std::string &token = {})
{
    std::string items;
    for (const std::string &name : names)
        items += (items.empty() ? "" : ",") + object(name, "1");
    return R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":")" + version + R"(","continue":")" + token + R"("},"items":[)" + items + "]}";
}

inline std::string table(const std::string &columns, const std::string &metadata, const std::string &rows)
{
    return R"({"kind":"Table","metadata":)" + metadata + R"(,"columnDefinitions":)" + columns + R"(,"rows":[)" + rows + "]}";
}

inline std::string columns(const std::string &name)
{
    return R"([{"name":")" + name + R"(","type":"string"}])";
}

inline std::string tableEvent(const std::string &type, const std::string &columns, const std::string &metadata)
{
    return R"({"type":")" + type + R"(","object":)" + table(columns, "{}", R"({"cells":["x"],"object":{"metadata":)" + metadata + "}}") + "}\n";
}

inline const std::string tableEnd = R"({"resourceVersion":"9","annotations":{"k8s.io/initial-events-end":"true"}})";

inline base::Error status(base::ErrorKind kind, int code, const std::string &reason)
{
    base::Error error = base::makeError(kind, reason);
    error.code = code;
    error.reason = reason;
    return error;
}

/// One reflector of pods against a server that a test plays.
struct ReflectorRun
{
    FakeApi api;
    ListedNames names;
    std::shared_ptr<kube::Reflector::ServerAbilities> abilities = std::make_shared<kube::Reflector::ServerAbilities>();
    std::unique_ptr<kube::Reflector> reflector;
    kube::ResourceType type = pods;

    void start(bool streaming = true, kube::ItemFormat format = kube::ItemFormat::Json)
    {
        if (!streaming)
            abilities->withoutStreamingLists.insert(type.group);
        reflector = std::make_unique<kube::Reflector>(api, kube::Collection{type, {}, {}, {}, format}, names, abilities, [] { return 0.0; });
        reflector->start();
    }
    void goLive()
    {
        start();
        api.last().open();
        api.last().send(watchEvent("ADDED", "a", "7") + watchEvent("ADDED", "b", "3") + endBookmark("10"));
    }
    std::size_t count() const { return api.count(); }
    FakeApi::Exchange &last() { return api.last(); }
    kube::SyncState::Phase phase() const { return reflector->state().phase; }
};

} // namespace support
