#include "models/metrics/UsageTable.h"

namespace metrics {

UsageTable::UsageTable(Rung source, std::vector<MeasuredObject> objects) : m_source(source), m_objects(std::move(objects))
{
    m_places.reserve(m_objects.size());
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        m_places.try_emplace(keyOf(m_objects[i]), i);
}

const MeasuredObject *UsageTable::find(std::string_view key) const
{
    const auto found = m_places.find(key);
    return found == m_places.end() ? nullptr : &m_objects[found->second];
}

std::string keyOf(const MeasuredObject &object)
{
    return object.namespaceName.empty() ? object.name : object.namespaceName + '/' + object.name;
}

} // namespace metrics
