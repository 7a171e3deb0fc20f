#pragma once

#include "models/base/Result.h"
#include "models/kube/Cells.h"
#include "models/kube/ResourceType.h"
#include "models/kube/RowReader.h"
#include "models/text/Splitter.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// The Accept headers of that format; JSON is always the second choice.
std::string_view listAccept(ItemFormat format);
std::string_view watchAccept(ItemFormat format);
/// The format an answer really has, by its Content-Type; whether JSON is a Table is known by what was asked.
ItemFormat formatOfAnswer(std::string_view contentType, ItemFormat asked);

std::unique_ptr<text::ListSplitter> makeListSplitter(ItemFormat format);
std::unique_ptr<text::WatchSplitter> makeWatchSplitter(ItemFormat format);

/// A column of a server's Table, with what is needed to print it as kubectl does.
struct TableColumn
{
    Column column;
    std::string type;       ///< string, integer, date, ...
    std::string format;     ///< "name" for the column that holds the object's name

    bool operator==(const TableColumn &other) const { return column.name == other.column.name && column.shown == other.column.shown && type == other.type && format == other.format; }
};

/// The columnDefinitions of a Table; an empty list when it has none (as in a watch after the first event). Name and age for
/// what is no Table, since some servers send plain objects in its place.
base::Result<std::vector<TableColumn>> readTableColumns(std::string_view table);
/// The same from a Table of which only what stands before its rows has arrived; nothing when that is not enough.
std::optional<std::vector<TableColumn>> readTableColumnsEarly(std::string_view envelope);

/// What is no list of what was asked for, a proxy's page or a Status, must not pass for an empty one: an error says what came, in
/// the server's words if it used some. Without a type, any list will do. A kind that a CRD defines may name its list as it likes.
base::Result<void> checkList(const text::ListSplitter &splitter, const text::ListHead &head, ItemFormat format, const ResourceType *type);

enum class WatchEventType : std::uint8_t { Added, Modified, Deleted, Bookmark, Error, Unknown };
WatchEventType watchEventType(std::string_view word);

/// What an object says about the stream it came in.
struct ObjectMark
{
    std::string resourceVersion;
    bool endsInitialEvents = false;
};

/// Of a bookmark, in any format.
base::Result<ObjectMark> readMark(ItemFormat format, std::string_view object);
/// The Status in an ERROR event, as an error.
base::Error readWatchError(ItemFormat format, std::string_view object);

} // namespace kube
