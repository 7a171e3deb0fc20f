#pragma once

#include "models/kube/Reflector.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cluster {

/// The names of a server's namespaces, kept live while somebody listens. Lives on the I/O thread; it may be let go anywhere once
/// nobody listens.
class NamespaceNames final : public kube::CollectionSink, public std::enable_shared_from_this<NamespaceNames>
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        /// A name came or went, or it turned out that none can be had.
        virtual void namespacesChanged() = 0;
    };

    /// The api outlives whoever listens.
    NamespaceNames(kube::Api &api, std::shared_ptr<kube::Reflector::ServerAbilities> abilities, std::function<double()> random = kube::randomFraction);
    ~NamespaceNames() override;

    /// The listener is told when there is something to know, never before this returns. A refused viewer is tried again.
    void add(Listener &listener);
    void remove(Listener &listener);

    /// Nothing before the first complete list.
    const std::optional<std::set<std::string>> &names() const { return m_names; }
    /// The viewer may not list namespaces, and is not asked for again until somebody else listens or somebody asks.
    bool isRefused() const { return m_isRefused; }
    const kube::SyncState &state() const { return m_state; }
    /// Those to try for a viewer who may not list namespaces; listeners who wait for names are told.
    void setKnown(std::set<std::string> names);
    const std::set<std::string> &known() const { return m_known; }
    void retryNow(kube::Retry what);

    void restart() override { m_listed.clear(); }
    void complete() override;
    base::Result<std::string_view> put(kube::ItemFormat format, std::string_view object) override;
    base::Result<std::string_view> remove(kube::ItemFormat format, std::string_view object) override;
    void stateChanged(const kube::SyncState &state) override;

private:
    base::Result<std::string> read(std::string_view object);
    void start();
    void giveUp();
    void tell();

    kube::Api &m_api;
    std::shared_ptr<kube::Reflector::ServerAbilities> m_abilities;
    std::function<double()> m_random;
    std::vector<Listener *> m_listeners;
    std::unique_ptr<kube::Reflector> m_reflector;
    std::optional<std::set<std::string>> m_names;
    std::set<std::string> m_listed;
    std::set<std::string> m_known;
    std::string m_version;
    kube::SyncState m_state;
    bool m_isRefused = false;
};

} // namespace cluster
