#pragma once

#include "models/kube/ObjectPacker.h"
#include "models/kube/ResourceType.h"
#include "models/kube/Store.h"
#include "models/text/Value.h"

#include <memory>
#include <string>
#include <vector>

namespace tables {

/// Whole objects taken out of a store, to be read on another thread.
struct PackedObjects
{
    struct Object
    {
        kube::RowId row = 0;
        std::string version;
        std::string packed;
    };

    std::string apiVersion;
    std::string kind;
    std::shared_ptr<const kube::ObjectPacker> packer;
    std::vector<Object> objects;
};

/// Which rows of a store are still to be read, each once, in the order in which they were wanted.
class RowQueue
{
public:
    void clear();
    void want(kube::RowId row);
    bool isEmpty() const { return m_rows.empty(); }
    /// Takes at most so many of those that are there.
    PackedObjects take(const kube::Store &store, const kube::ResourceType &type, std::size_t most);

private:
    std::vector<kube::RowId> m_rows;        ///< from m_next on
    std::size_t m_next = 0;
    std::vector<char> m_isWanted;           ///< by row id
};

/// Any thread.
base::Result<text::Value> unpackObject(const PackedObjects &from, const PackedObjects::Object &object);

/// The object of one row, read at once: for what is painted or pointed at. It is kept as the server sent it, as JSON or protobuf.
base::Result<text::Value> objectOf(const kube::Store &store, const kube::ResourceType &type, kube::RowId row);

} // namespace tables
