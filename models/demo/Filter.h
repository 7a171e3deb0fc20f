#pragma once

#include "models/demo/Http.h"
#include "models/demo/ObjectStore.h"
#include "models/text/Selector.h"

namespace demo {

/// Which objects of a resource a list or watch is about.
class Filter
{
public:
    /// Reads labelSelector and fieldSelector; an error is a server's 400 in its words.
    static base::Result<Filter> read(
        const HttpRequest &request, ResourcePointer resource, std::string nameSpace, std::string name);

    bool matches(const Object &object) const;
    const ResourcePointer &resource() const { return m_resource; }
    const std::string &nameSpace() const { return m_namespace; }
    bool isSelective() const { return m_isSelective; }

private:
    ResourcePointer m_resource;
    std::string m_namespace;
    std::string m_name;
    text::LabelSelector m_labels;
    text::FieldSelector m_fields;
    bool m_isSelective = false;
};

} // namespace demo
