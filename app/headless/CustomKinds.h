#pragma once

#include "app/headless/RowSource.h"
#include "models/kube/ResourceType.h"
#include "models/text/JsonPath.h"
#include "models/text/Value.h"

#include <memory>
#include <string>
#include <vector>

namespace headless {

/// One additionalPrinterColumn of a CustomResourceDefinition.
struct CustomColumn
{
    kube::TableColumn column;
    text::JsonPath path;
};

/// The served types that a CustomResourceDefinition makes, in the order in which a server prefers them: v2, v1, v1beta2, v1beta1, v1alpha1, others.
std::vector<kube::ResourceType> definedTypes(const text::Value &definition);

/// The columns after Name of one version: Age where the definition lists none; a path that cannot be read is left out.
std::vector<CustomColumn> customColumns(const text::Value &definition, const std::string &version);

/// All columns of such a table.
std::vector<kube::TableColumn> tableColumns(const std::vector<CustomColumn> &columns);

/// Reads custom objects (JSON) into the cells their server would print (apiextensions-apiserver customresource/tableconvertor).
std::unique_ptr<RowSource> makeCustomSource(std::vector<CustomColumn> columns, const RowExtras &extras, base::SystemTime now);

} // namespace headless
