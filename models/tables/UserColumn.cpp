#include "models/tables/UserColumn.h"

#include <algorithm>

namespace tables {
namespace {

/// A cell is short, and there may be many of them.
constexpr text::JsonPath::Limits limits{.outputBytes = 4096, .steps = 100'000};

} // namespace

base::Result<UserPath> UserPath::parse(std::string_view typed)
{
    const bool isTemplate = typed.find('{') != typed.npos;
    const std::string_view before = isTemplate ? "" : typed.starts_with('.') || typed.starts_with('[') ? "{" : "{.";
    if (typed.find_first_not_of(" .{}") == typed.npos)
        return base::makeErrorAt(base::ErrorKind::BadInput, "a path is expected, such as .metadata.labels.app", 0, 1);
    auto path = text::JsonPath::parse(std::string(before) + std::string(typed) + (isTemplate ? "" : "}"));
    if (!path) {
        base::Error error = std::move(path).error();
        error.column = std::clamp(error.column - static_cast<int>(before.size()), 1, static_cast<int>(typed.size()) + 1);
        return error;
    }
    UserPath read;
    read.m_path = std::move(*path);
    return read;
}

base::Result<std::string> UserPath::read(const text::Value &object) const
{
    return m_path.print(object, limits);
}

UserValues readUserValues(const PackedObjects &from, const std::vector<UserPath> &paths, const std::stop_token &stopped)
{
    UserValues values;
    for (const PackedObjects::Object &object : from.objects) {
        if (stopped.stop_requested())
            break;
        const auto value = unpackObject(from, object);
        UserValues::Row &row = values.rows.emplace_back();
        row.row = object.row;
        row.version = object.version;
        for (const UserPath &path : paths) {
            const auto text = value ? path.read(*value) : base::Result<std::string>(value.error());
            row.texts.push_back(text ? *text : std::string(UnreadCell));
        }
    }
    return values;
}

} // namespace tables
