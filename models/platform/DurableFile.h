#pragma once

#include "models/platform/FileCalls.h"

namespace platform {

struct WriteOptions
{
    unsigned mode = 0600;
    bool keepAttributes = false;   ///< an existing file keeps its mode, owner and group, or is not written at all
    bool backup = false;           ///< the old content is kept beside it as NAME.bak, mode 0600
    bool mustBeNew = false;        ///< Conflict, and nothing is changed, when something of that name is there, be it a link to nothing
};

/// Replaces the file as a whole: whatever fails, the path holds either the old bytes or the new ones, never half of them.
/// The bytes are written to a new file in the same folder, synced, read back, compared and renamed over the old one.
/// A symbolic link stays; what it points to is replaced. Anything but a regular file is refused. Blocks; any thread.
base::Result<void> writeDurably(const std::string &path, std::string_view bytes, const WriteOptions &options = {},
                                FileCalls &calls = FileCalls::system());

} // namespace platform
