#pragma once

#include "models/detail/Summary.h"
#include "models/text/Value.h"

#include <span>
#include <string>
#include <string_view>

namespace detail {

Part textPart(std::string_view text, Tone tone = Tone::Normal);
Part machinePart(std::string_view text);
Part wordsPart(Phrase phrase, Tone tone = Tone::Normal);
Part linkPart(std::string_view group, std::string_view kind, std::string_view namespaceName, std::string_view name);
/// The same with its kind before the name.
Part kindLinkPart(std::string_view group, std::string_view kind, std::string_view namespaceName, std::string_view name);

/// The member at a path such as "spec.template.spec"; null where there is none.
const text::Value &at(const text::Value &object, std::string_view path);
/// Scalars as they are spelled, lists of scalars joined by commas, everything else as compact JSON; empty for null.
std::string shown(const text::Value &value);
/// A command with its arguments as one types it; those with spaces in quotes.
std::string commandLine(const text::Value &list);
/// The RFC 3339 time as unix seconds.
std::optional<std::int64_t> timeOf(const text::Value &value);
/// "apps" of "apps/v1", nothing of "v1".
std::string_view groupOf(std::string_view apiVersion);

/// A selector of an object as the server takes it in a request: "app=web,tier in (a,b),!old"; empty for none.
std::string selectorText(const text::Value &selector);

/// One line per item of a list of objects: its name, as a link where the kind is given.
std::vector<Line> namesOf(const text::Value &list, std::string_view kind = {}, std::string_view namespaceName = {});

/// Adds a row, unless it has nothing to say.
void addRow(Section &section, std::string_view label, std::vector<Line> lines);
void addRow(Section &section, std::string_view label, Part part);
/// A row whose label is a name out of the object.
void addNamedRow(Section &section, std::string_view name, std::vector<Line> lines);
/// Adds the section, unless it is empty; columns of its table that say nothing are left out.
void addSection(Summary &summary, Section section);

/// How the value at a path is told.
enum class Form : std::uint8_t {
    Text,
    Machine,
    Command,    ///< a list of arguments
    Age,        ///< a time: how long ago it was
    Seconds,    ///< a number of seconds
    YesNo,
    Pairs,      ///< a map: key=value, one a line
    Lines,      ///< a list of scalars, one a line
    Link,       ///< the name of an object of that kind in the object's namespace
    ClusterLink ///< the name of a cluster-scoped object of that kind
};

/// One row that comes straight from one place of the object.
struct FieldRow
{
    std::string_view label;
    std::string_view path;
    Form form = Form::Text;
    std::string_view linkGroup = {};
    std::string_view linkKind = {};
};

/// Rows for those that the object has; the namespace is that of links.
void addFields(Section &section, const text::Value &object, std::span<const FieldRow> fields, std::string_view namespaceName = {});

/// A table of headers without rows yet.
Table tableOf(std::initializer_list<std::string_view> headers);

} // namespace detail
