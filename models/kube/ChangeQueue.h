#pragma once

#include "models/kube/Changes.h"
#include "models/kube/RowReader.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace kube {

/// Collects what happens to a collection and merges it until somebody takes it: however long that is, each object costs its
/// last state only. One thread, or behind base::Guarded.
class ChangeQueue
{
public:
    /// A new complete listing begins: what waits is void, and rows it will not name are gone when completed() comes.
    void restart();
    void put(const ReadRow &row);
    void remove(std::string_view namespaceName, std::string_view name);
    void complete();

    bool isEmpty() const { return m_changes.isEmpty(); }
    std::size_t bytes() const { return m_changes.m_texts.size(); }
    /// Hands over everything that waits.
    Changes take();

private:
    void append(RowChange change, std::string_view namespaceName, std::string_view name);
    void compact();

    Changes m_changes;
    std::unordered_map<std::string, std::size_t> m_rowOfKey;
    std::string m_key;
    std::size_t m_wasted = 0;
};

} // namespace kube
