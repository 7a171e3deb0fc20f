#pragma once

#include "models/base/Result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace text {

/// An object, an event or a list's own members beyond this are refused with ErrorKind::TooLarge.
constexpr std::size_t MaxItemBytes = 64 * 1024 * 1024;

/// What a list says about itself; also of what is no list, such as a Status.
struct ListHead
{
    std::string apiVersion;
    std::string kind;
    std::string resourceVersion;
    std::string continueToken;
    std::optional<std::int64_t> remaining;   ///< remainingItemCount
};

/// The views live until the sink returns.
using ItemSink = std::function<void(std::string_view item)>;

/// Cuts a list into its items while its bytes arrive, in pieces of any size; the list never sits in memory.
/// After an error it is of no more use. One thread.
class ListSplitter
{
public:
    virtual ~ListSplitter() = default;
    /// Gives every item that is complete to the sink, in order. An error names the offset from the first byte of the list.
    virtual base::Result<void> feed(std::string_view chunk, const ItemSink &sink) = 0;
    /// After the last piece: an error when the list is not complete.
    virtual base::Result<ListHead> finish() = 0;
};

/// One event of a watch.
struct WatchFrame
{
    std::string_view type;      ///< ADDED, MODIFIED, DELETED, BOOKMARK, ERROR
    std::string_view object;    ///< JSON, or protobuf with its envelope (openProtobufObject)
};

/// The views live until the sink returns.
using WatchSink = std::function<void(const WatchFrame &frame)>;

/// Cuts a watch into its events, as ListSplitter does with a list.
class WatchSplitter
{
public:
    virtual ~WatchSplitter() = default;
    virtual base::Result<void> feed(std::string_view chunk, const WatchSink &sink) = 0;
    /// After the last piece: an error when an event was cut off.
    virtual base::Result<void> finish() = 0;
};

} // namespace text
