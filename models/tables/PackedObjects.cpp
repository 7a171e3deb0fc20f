#include "models/tables/PackedObjects.h"

#include "models/fields/ToJson.h"
#include "models/text/Json.h"

#include <utility>

namespace tables {

void RowQueue::clear()
{
    m_rows.clear();
    m_isWanted.clear();
    m_next = 0;
}

void RowQueue::want(kube::RowId row)
{
    if (m_isWanted.size() <= row)
        m_isWanted.resize(row + 1u, 0);
    if (std::exchange(m_isWanted[row], 1) == 0)
        m_rows.push_back(row);
}

PackedObjects RowQueue::take(const kube::Store &store, const kube::ResourceType &type, std::size_t most)
{
    PackedObjects taken{type.apiVersion(), type.kind, store.packer(), {}};
    for (; m_next < m_rows.size() && taken.objects.size() < most; ++m_next) {
        const kube::RowId row = m_rows[m_next];
        m_isWanted[row] = 0;
        if (store.contains(row))
            taken.objects.push_back({row, store.resourceVersion(row), std::string(store.packedObject(row))});
    }
    if (m_next == m_rows.size()) {
        m_rows.clear();
        m_next = 0;
    }
    return taken;
}

base::Result<text::Value> unpackObject(const PackedObjects &from, const PackedObjects::Object &object)
{
    if (object.packed.empty() || !from.packer)
        return base::makeError(base::ErrorKind::NotFound, "the object itself is not kept");
    const auto bytes = from.packer->unpack(object.packed);
    if (!bytes)
        return bytes.error();
    // No protobuf message of ours begins with a brace.
    return bytes->starts_with('{') ? text::parseJson(*bytes) : fields::toJson(from.apiVersion, from.kind, *bytes);
}

base::Result<text::Value> objectOf(const kube::Store &store, const kube::ResourceType &type, kube::RowId row)
{
    return unpackObject({type.apiVersion(), type.kind, store.packer(), {}}, {row, {}, std::string(store.packedObject(row))});
}

} // namespace tables
