#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Puts YAML together byte for byte as the emitter behind kubectl -o yaml does: block style, two spaces, lists of a mapping
/// not indented, lines folded behind column 80, keys above 128 bytes written with a question mark.
class YamlEmitter
{
public:
    /// What the next node stands for.
    enum class Place { Root, Item, Key, LongKey, Value };
    enum class Style { Plain, DoubleQuoted, Literal };

    void beginList(Place place);
    void beginItem();
    void beginMap();
    /// Whether the key is a long one; its value then is written after separate(true).
    bool beginKey(std::string_view key);
    void separate(bool isLongKey);
    void endContainer();
    void emptyContainer(std::string_view brackets);

    /// The style is what the text asks for; what cannot be written so falls back to quotes.
    void scalar(std::string_view text, Style style, Place place);

    /// What there is by now; only more comes behind it.
    std::string_view text() const { return m_out; }
    /// Ends the document and gives its text.
    std::string take();

private:
    enum class Written { Plain, SingleQuoted, DoubleQuoted, Literal };
    struct Traits;

    static Traits analyze(std::string_view text);
    static Written select(std::string_view text, const Traits &traits, Style style, bool isSimpleKey);

    void put(char c);
    void putBreak();
    void writeIndent();
    void writeIndicator(std::string_view indicator, bool needsSpace, bool keepsIndention);
    void copy(std::string_view text, std::size_t &at);
    void writeOrdinary(std::string_view text);
    void writePlain(std::string_view text, bool mayFold);
    void writeSingleQuoted(std::string_view text, bool mayFold);
    void writeDoubleQuoted(std::string_view text, bool mayFold);
    void writeEscape(char32_t value);
    void writeLiteral(std::string_view text);
    void writeLiteralHints(std::string_view text);

    std::string m_out;
    std::vector<int> m_indents;
    int m_indent = -1;
    int m_column = 0;
    bool m_whitespace = true;   ///< the last character was a space, or the line is new
    bool m_indention = true;    ///< the line holds nothing but indentation and list dashes
};

} // namespace text
