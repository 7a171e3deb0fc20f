#pragma once

#include "models/tables/PackedObjects.h"
#include "models/text/JsonPath.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

/// A column that a person made: what a JSONPath finds in the objects.
struct UserColumn
{
    std::string name;
    std::string path;       ///< as it was typed

    bool operator==(const UserColumn &) const = default;
};

/// The path of a column as kubectl reads it: ".metadata.labels.app", with or without the first dot or braces, or a whole template.
class UserPath
{
public:
    /// An error has its 1-based byte in what was typed in its column.
    static base::Result<UserPath> parse(std::string_view typed);

    /// What kubectl prints of it; empty where there is nothing. What takes too many steps, or is too long for a cell, is an error.
    base::Result<std::string> read(const text::Value &object) const;

private:
    text::JsonPath m_path;
};

/// What columns say of objects as they were in that version.
struct UserValues
{
    struct Row
    {
        kube::RowId row = 0;
        std::string version;
        std::vector<std::string> texts;     ///< by column
    };

    std::vector<Row> rows;
};

/// What is shown where a path cannot be read.
inline constexpr std::string_view UnreadCell = "<error>";

/// A path that cannot be read says so in its cells; stops between objects when asked to. Any thread.
UserValues readUserValues(const PackedObjects &from, const std::vector<UserPath> &paths, const std::stop_token &stopped);

} // namespace tables
