#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace demo {

/// What the server says of the fields of its kinds: the answers of /openapi/v3. Every group and version gets the one document there is.
class Schemas
{
public:
    /// Reads an OpenAPI document in YAML, whose components say which kinds they are.
    static base::Result<Schemas> parse(std::string_view yaml);

    /// The list of documents, or one of them; nothing for other paths.
    std::optional<std::string> answer(std::string_view path) const;

private:
    std::string index() const;

    std::string m_document;             ///< as JSON
    std::set<std::string, std::less<>> m_paths;     ///< "api/v1", "apis/apps/v1"
};

} // namespace demo
