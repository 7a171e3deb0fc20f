#pragma once

#include "models/base/Result.h"
#include "models/kube/Cells.h"
#include "models/kube/RowReader.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// What a list says beside its items.
struct ListMeta
{
    std::string resourceVersion;
    std::string continueToken;
    std::int64_t remaining = -1;    ///< -1: not said
    std::vector<Column> columns;    ///< of a Table
};

/// What a reflector asks for: the Accept header of that format, for lists and for watches.
std::string_view listAccept(ItemFormat format);
std::string_view watchAccept(ItemFormat format);
/// The format an answer really has, by its Content-Type; a Table is told from other JSON by what was asked.
ItemFormat formatOfAnswer(std::string_view contentType, ItemFormat asked);

using ItemSink = std::function<base::Result<void>(std::string_view item)>;

/// Cuts a list answer into its items while it arrives; at no time is more than one item held. One thread.
class ListStream
{
public:
    virtual ~ListStream() = default;
    static std::unique_ptr<ListStream> make(ItemFormat format);

    /// Gives each item that became complete to the sink; an error of the sink ends it.
    virtual base::Result<void> feed(std::string_view chunk, const ItemSink &sink) = 0;
    /// The columns of a Table as soon as they are known; empty before and for other formats.
    virtual const std::vector<Column> &columns() const = 0;
    /// After the last byte: an error when the list was cut short.
    virtual base::Result<ListMeta> finish() = 0;
};

enum class WatchEventType : std::uint8_t { Added, Modified, Deleted, Bookmark, Error };

struct WatchEvent
{
    WatchEventType type = WatchEventType::Added;
    std::string_view object;        ///< in the stream's format; of an Error a Status
};

using WatchSink = std::function<base::Result<void>(const WatchEvent &event)>;

/// Cuts a watch answer into events while it arrives. An event that is cut off at the end is dropped. One thread.
class WatchStream
{
public:
    virtual ~WatchStream() = default;
    static std::unique_ptr<WatchStream> make(ItemFormat format);

    virtual base::Result<void> feed(std::string_view chunk, const WatchSink &sink) = 0;
};

/// What a bookmark, or any other object, says about the stream it came in.
struct ObjectMark
{
    std::string resourceVersion;
    bool endsInitialEvents = false;
};

base::Result<ObjectMark> readMark(ItemFormat format, std::string_view object);
/// The Status in an ERROR event, as an error.
base::Error readWatchError(ItemFormat format, std::string_view object);

} // namespace kube
