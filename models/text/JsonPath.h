#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace text {

namespace jsonpath {
struct Node;
}

/// A template of kubectl's -o jsonpath= (client-go util/jsonpath): text, {.a.b}, {range .x[*]}...{end}, filters, slices, unions, wildcards and
/// recursive descent. Missing keys are nothing, as kubectl has it. Errors are upstream's; too deep or too large results are an error.
/// Immutable after parse(); any thread.
class JsonPath
{
public:
    /// What evaluating one template may cost.
    struct Limits
    {
        std::size_t outputBytes = 256 * 1024 * 1024;
        std::size_t steps = 50'000'000;   ///< values looked at
    };

    static base::Result<JsonPath> parse(std::string_view text);

    /// What kubectl prints: values of one expression separated by spaces, lists and maps as JSON, numbers as Go's %v.
    base::Result<std::string> print(const Value &data) const;
    base::Result<std::string> print(const Value &data, const Limits &limits) const;

    /// The values that the first expression finds, as --sort-by needs them.
    base::Result<std::vector<Value>> find(const Value &data) const;

private:
    std::vector<std::shared_ptr<const jsonpath::Node>> m_nodes;
};

/// kubectl's relaxed form for --sort-by: "metadata.name", ".metadata.name" and "{metadata.name}" become "{.metadata.name}".
base::Result<std::string> relaxedJsonPath(std::string_view expression);

} // namespace text
