#pragma once

#include "app/headless/GetSource.h"
#include "app/headless/ListFetch.h"
#include "models/text/Json.h"

#include <string>
#include <utility>
#include <vector>

namespace headless {

/// Collects the rows of a list.
class RowsConsumer final : public ListConsumer
{
public:
    RowsConsumer(RowSource &source, std::string namespaceName) : m_source(source), m_namespace(std::move(namespaceName)) { }

    void columns(std::vector<kube::TableColumn> columns) override { rows.columns = std::move(columns); }
    base::Result<void> item(kube::ItemFormat format, std::string_view item) override { return m_source.read(format, item, m_namespace, rows); }

    TableRows rows;

private:
    RowSource &m_source;
    std::string m_namespace;
};

/// Gives whole objects on, with the kind and apiVersion that a typed list leaves out.
class ObjectsConsumer final : public ListConsumer
{
public:
    ObjectsConsumer(const kube::ResourceType &type, const ObjectSink &sink) : m_type(type), m_sink(sink) { }

    base::Result<void> item(kube::ItemFormat, std::string_view item) override
    {
        auto object = text::parseJson(item);
        if (!object)
            return object.error();
        if (!object->find("kind")) {
            object->set("kind", text::Value::string(m_type.kind));
            object->set("apiVersion", text::Value::string(m_type.apiVersion()));
        }
        return m_sink(*object);
    }

private:
    const kube::ResourceType &m_type;
    const ObjectSink &m_sink;
};

} // namespace headless
