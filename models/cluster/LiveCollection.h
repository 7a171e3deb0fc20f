#pragma once

#include "models/cluster/CollectionFeed.h"
#include "models/cluster/NamespaceNames.h"
#include "models/cluster/NamespaceParts.h"

#include <memory>
#include <string>
#include <vector>

namespace cluster {

/// One collection kept live: everywhere at once where that is allowed, else namespace by namespace.
///
/// Made and let go on the thread that shows it; the work is done on the I/O thread.
class LiveCollection
{
public:
    struct Setup
    {
        kube::Api &api;                                 ///< outlives it
        std::shared_ptr<kube::Reflector::ServerAbilities> abilities;
        kube::Collection collection;
        std::unique_ptr<kube::RowReader> reader;
        std::shared_ptr<kube::ObjectPacker> packer;     ///< null: objects are not kept
        std::function<void()> changed;                  ///< on the I/O thread: there is something to take
        std::function<double()> random = kube::randomFraction;
        std::shared_ptr<NamespaceNames> namespaces = {}; ///< shared by the collections of a server; null: its own
    };

    explicit LiveCollection(Setup setup);
    ~LiveCollection();
    LiveCollection(const LiveCollection &) = delete;
    LiveCollection &operator=(const LiveCollection &) = delete;

    /// How long a viewer who may read nothing at all is not tried again.
    static constexpr std::chrono::minutes RefusedPause{1};

    CollectionFeed::Batch take() { return m_engine->feed().take(); }
    void retryNow(kube::Retry what = kube::Retry::Waiting);

private:
    class Engine : public std::enable_shared_from_this<Engine>, public kube::CollectionSink, public NamespaceNames::Listener
    {
    public:
        explicit Engine(Setup setup);
        void start();
        void stop();
        void retryNow(kube::Retry what);
        CollectionFeed &feed() { return m_feed; }

        void restart() override { m_feed.restart(); }
        void complete() override { m_feed.complete(); }
        void setColumns(std::vector<kube::TableColumn> columns) override { m_feed.setColumns(std::move(columns)); }
        base::Result<std::string_view> put(kube::ItemFormat format, std::string_view object) override { return m_feed.put(format, object); }
        base::Result<std::string_view> remove(kube::ItemFormat format, std::string_view object) override { return m_feed.remove(format, object); }
        void stateChanged(const kube::SyncState &state) override;
        void namespacesChanged() override;

    private:
        bool mayFallBack(const kube::SyncState &state) const;
        void followNamespaces();
        void leaveNamespaces();
        void reflectParts(const std::set<std::string> &namespaces);
        void waitForRights();

        Setup m_setup;
        CollectionFeed m_feed;
        std::unique_ptr<kube::Reflector> m_reflector;
        std::unique_ptr<NamespaceParts> m_parts;
        kube::SyncState m_refused;
        bool m_fallingBack = false;
        bool m_isListening = false;
        base::Job m_again;
    };

    base::Executor &m_executor;
    std::shared_ptr<Engine> m_engine;
};

} // namespace cluster
