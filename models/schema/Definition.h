#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>

namespace schema {

/// Where the CustomResourceDefinition of that name is asked for: "trains.rail.example.com".
std::string definitionPath(const std::string &name);

/// The document that a server with OpenAPI would give for a CustomResourceDefinition: a component for each of its versions.
base::Result<std::string> documentOfDefinition(std::string_view json);

} // namespace schema
