#pragma once

#include "models/base/Clock.h"
#include "models/kube/ChangeQueue.h"
#include "models/kube/ObjectPacker.h"
#include "models/kube/ResourceType.h"
#include "models/kube/Store.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace support {

/// A clock that stands still until a test moves it.
class StandingClock final : public base::Clock
{
public:
    base::SystemTime now() const override { return base::SystemTime(std::chrono::seconds(seconds)); }
    base::SteadyTime steady() const override { return base::SteadyTime(std::chrono::seconds(seconds)); }

    std::int64_t seconds = 1'800'000'000;
};

/// What a test says of a pod.
struct PodRow
{
    std::string namespaceName = "team-a";
    std::string name = "web-0";
    std::string ready = "1/1";
    std::string status = "Running";
    std::int64_t restarts = 0;
    std::int64_t created = 1'800'000'000 - 3600;
    std::string node = "worker-1";
    std::string serviceAccount = "default";
    unsigned uid = 0;                       ///< 0: made of the name
    std::string object = {};                ///< JSON; empty: it is not kept
};

inline kube::ResourceType podType()
{
    return {{}, "v1", "pods", "pod", "Pod", true, {}, {}, {}, {}};
}

/// A store of pods and what changes in it.
class PodRows
{
    std::shared_ptr<kube::ObjectPacker> m_packer = std::make_shared<kube::ObjectPacker>();

public:
    kube::Store store{{{"Name"}, {"Ready"}, {"Status"}, {"Restarts"}, {"Age"}, {"Node", kube::Shown::Wide}, {"ServiceAccount", kube::Shown::Model}}, m_packer};

    void put(const PodRow &pod)
    {
        kube::CellWriter cells;
        cells.text(pod.name);
        cells.text(pod.ready);
        cells.text(pod.status);
        cells.countAgo(pod.restarts, kube::Cell::NoTime);
        cells.age(pod.created);
        cells.text(pod.node);
        cells.text(pod.serviceAccount);
        char uid[40];
        const std::size_t number = pod.uid != 0 ? pod.uid : std::hash<std::string>()(pod.namespaceName + '/' + pod.name) & 0xffffffffffff;
        std::snprintf(uid, sizeof uid, "552fae51-2116-4130-8627-%012zx", number);
        m_queue.put({pod.namespaceName, pod.name, uid, std::to_string(++m_version), &cells, pod.object.empty() ? std::string_view() : m_packer->pack(pod.object)});
    }
    void remove(std::string_view namespaceName, std::string_view name) { m_queue.remove(namespaceName, name); }
    kube::Delta apply() { return store.apply(m_queue.take()); }

private:
    kube::ChangeQueue m_queue;
    std::uint64_t m_version = 0;
};

} // namespace support
