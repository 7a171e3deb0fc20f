#pragma once

#include "models/base/Guarded.h"
#include "models/kube/ChangeQueue.h"
#include "models/kube/ObjectPacker.h"
#include "models/kube/Reflector.h"

#include <functional>
#include <memory>

namespace cluster {

/// Between a reflector on the I/O thread and a store on another: reads objects into rows, compresses them, and keeps what
/// changed until it is taken.
class CollectionFeed final : public kube::CollectionSink
{
public:
    /// Without a packer no objects are kept. changed is called on the I/O thread when there is something to take, once until
    /// it was taken.
    CollectionFeed(std::unique_ptr<kube::RowReader> reader, std::shared_ptr<kube::ObjectPacker> packer, std::function<void()> changed);

    /// What a store must know beside the rows.
    struct Batch
    {
        kube::Changes changes;
        std::optional<std::vector<kube::Column>> columns;   ///< new ones: the rows before are void
        std::optional<kube::SyncState> state;
    };
    /// Any thread.
    Batch take();

    void restart() override;
    void complete() override;
    void setColumns(std::vector<kube::TableColumn> columns) override;
    base::Result<std::string_view> put(kube::ItemFormat format, std::string_view object) override;
    base::Result<std::string_view> remove(kube::ItemFormat format, std::string_view object) override;
    void stateChanged(const kube::SyncState &state) override;

    /// The name of the object that put() or remove() was given last.
    const std::string &lastName() const { return m_name; }
    /// Removes a row by name, for those who know that it is gone without an event.
    void removeNamed(std::string_view namespaceName, std::string_view name);

private:
    struct Waiting
    {
        kube::ChangeQueue queue;
        std::optional<std::vector<kube::Column>> columns;
        std::optional<kube::SyncState> state;
        bool announced = false;
    };

    template<typename F>
    void change(F f);

    std::unique_ptr<kube::RowReader> m_reader;
    std::shared_ptr<kube::ObjectPacker> m_packer;
    std::function<void()> m_changed;
    base::Guarded<Waiting> m_waiting;
    std::string m_name;
    std::string m_version;
};

} // namespace cluster
