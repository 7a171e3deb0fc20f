#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <string>
#include <string_view>
#include <vector>

namespace settings {

/// What is remembered, as sections of keys with a JSON value each; what this program does not know is kept.
class Document
{
public:
    /// Files above this are not ours, and are neither read nor written.
    static constexpr std::size_t MostBytes = 1024 * 1024;

    Document() : m_root(text::Value::map()) { }

    /// An error names the place. No bytes are an empty document.
    static base::Result<Document> parse(std::string_view bytes);
    std::string write() const;

    /// Null when nothing is remembered.
    const text::Value &value(std::string_view section, std::string_view key) const;
    /// Null forgets the key, and a section without keys.
    void set(std::string_view section, std::string_view key, text::Value value);
    /// Each once, in their order.
    std::vector<std::string> keys(std::string_view section) const;

    bool operator==(const Document &) const = default;

private:
    text::Value m_root;
};

} // namespace settings
