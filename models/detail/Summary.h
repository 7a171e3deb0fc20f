#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schema {
struct FieldTree;
}
namespace text {
class Value;
}

namespace detail {

/// What goes into the gaps of a phrase: text of the object as it is, or a point in time of which the age is told.
struct Argument
{
    Argument(std::string value) : text(std::move(value)) { }
    Argument(std::string_view value) : text(value) { }
    Argument(const char *value) : text(value) { }
    static Argument age(std::int64_t unixSeconds);

    std::string text;
    std::optional<std::int64_t> time;

    bool operator==(const Argument &) const = default;
};

/// Words of the program with gaps for what the object says; only the words are translated, by who shows them.
struct Phrase
{
    std::string_view words;             ///< marked with QT_TR_NOOP inside of namespace detail, with %1 to %9; empty: the argument alone
    std::vector<Argument> arguments;

    Phrase() = default;
    explicit Phrase(std::string_view marked, std::vector<Argument> values = {}) : words(marked), arguments(std::move(values)) { }
    bool operator==(const Phrase &) const = default;
};

/// Text of the object itself, which is in nobody's language.
Phrase verbatim(std::string_view text);

/// Another object that this one names.
struct Reference
{
    std::string group;                  ///< empty for the core group
    std::string kind;
    std::string namespaceName;          ///< empty for cluster-scoped objects
    std::string name;

    bool operator==(const Reference &) const = default;
};

/// How something is. From Ok on it is a state, and has a sign.
enum class Tone : std::uint8_t { Normal, Quiet, Ok, Progress, Warning, Error, Unknown };

/// A piece of text that looks and acts as one.
struct Part
{
    Phrase phrase;
    Tone tone = Tone::Normal;
    std::optional<Reference> link = {};
    bool isMachine = false;             ///< what a machine reads: images, commands, values
    bool isSecret = false;              ///< not to be shown before somebody asks
    std::string act = {};               ///< what is done when it is pressed, in words of whoever added it; empty: nothing

    bool operator==(const Part &) const = default;
};

using Line = std::vector<Part>;

/// What one word is about, and what is said of it, line by line.
struct Row
{
    Phrase label;
    std::vector<Line> lines;
    std::string description = {};       ///< what the schema says of it

    bool operator==(const Row &) const = default;
};

struct Table
{
    std::vector<Phrase> headers;
    std::vector<std::vector<Line>> rows;
    bool isFolded = false;              ///< shown when somebody asks

    bool operator==(const Table &) const = default;
};

struct Section
{
    Phrase title;
    std::vector<Row> rows;
    std::optional<Table> table = {};
    std::string description = {};       ///< what the schema says of it

    bool operator==(const Section &) const = default;
};

/// What a person must know first: what is wrong, why, and in whose words.
struct Notice
{
    Tone tone = Tone::Error;
    Phrase title;
    std::vector<Phrase> sentences;
    std::string words;                  ///< of the server, the kubelet or the program itself
    std::vector<Line> evidence = {};    ///< what was seen that says so
    std::vector<Line> next = {};        ///< what to do about it

    bool operator==(const Notice &) const = default;
};

/// An object told to a person, in the order in which it matters.
struct Summary
{
    std::vector<Notice> notices;        ///< of who looked for what is wrong; the object alone gives none
    std::vector<Section> sections;

    bool operator==(const Summary &) const = default;
};

/// Tells any object; kinds that the program knows are told in their own way. What is absent has no row. Any thread.
/// fields may be null; they are those of a kind that the program does not know better.
Summary summarize(const text::Value &object, const schema::FieldTree *fields = nullptr);
/// Whether the program tells the kind in its own way, and has no use for its fields.
bool isTold(std::string_view group, std::string_view kind);

} // namespace detail
