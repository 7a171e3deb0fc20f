#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// What one YAML text may cost before it is refused with the place where the limit was met.
struct YamlLimits
{
    std::size_t bytes = 5 * 1024 * 1024;
    int depth = 100;
    std::size_t events = 500'000;
    std::size_t aliases = 256;
    std::size_t nodes = 1'000'000;              ///< after aliases and merge keys are expanded
    std::size_t textBytes = 32 * 1024 * 1024;   ///< of keys and scalars, after the same expansion
    const std::atomic<bool> *cancelled = nullptr;
};

/// Something a reader should be told, that is not an error.
struct YamlWarning
{
    std::string message;
    int line = 0;
};

/// One document, or several separated by ---; places are 1-based in the whole text.
/// Plain scalars are typed by YAML 1.1 as sigs.k8s.io/yaml does (yes/no/on/off are booleans, 0x1F and 1_000 numbers);
/// a repeated key is a warning and the last one counts; << merge keys and aliases are expanded, cycles refused.
/// JSON, a UTF-8 byte order mark and CRLF are fine. An error names line and column, in its message too. Any thread.
/// parseYaml() reads the first document and nothing behind it, as Kubernetes does; a text without one is null.
/// Keys that are numbers or booleans become text; .inf, .nan, null keys and unsigned keys above 2^63 have no JSON form
/// and are refused.
base::Result<Value> parseYaml(std::string_view bytes, std::vector<YamlWarning> *warnings = nullptr, const YamlLimits &limits = {});
base::Result<std::vector<Value>> parseYamlDocuments(std::string_view bytes, std::vector<YamlWarning> *warnings = nullptr,
                                                    const YamlLimits &limits = {});

/// Writes as kubectl -o yaml does: keys sorted, two spaces, lists not indented, strings quoted where YAML 1.1 would read
/// them as something else, block scalars for text with line breaks.
std::string writeYaml(const Value &value);

} // namespace text
