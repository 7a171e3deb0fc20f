#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <string>
#include <string_view>

namespace fields {

/// The JSON a server would send for the protobuf message of a built-in kind, lists among them: the same members with the same
/// values, in the order of the API types. Unsupported for a kind that is not built in. Any thread.
base::Result<text::Value> toJson(std::string_view apiVersion, std::string_view kind, std::string_view message);

/// Appends the object without metadata.managedFields; everything else byte by byte. An error leaves `out` undefined.
base::Result<void> stripProtobufManagedFields(std::string_view message, std::string &out);
base::Result<void> stripJsonManagedFields(std::string_view object, std::string &out);

} // namespace fields
