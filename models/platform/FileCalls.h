#pragma once

#include "models/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace platform {

/// What tells two states of a file apart, and what must survive when it is replaced.
struct FileState
{
    bool regular = false;
    std::uint64_t size = 0;
    std::int64_t modifiedNanoseconds = 0;
    std::uint64_t number = 0;               ///< inode
    unsigned mode = 0;                      ///< permission bits
    unsigned owner = 0;
    unsigned group = 0;

    bool operator==(const FileState &) const = default;
};

/// The few calls of the operating system that writing a file needs, one virtual function each so that a test can let any
/// of them fail. Paths are UTF-8. Errors carry the system's words; a file that is not there is ErrorKind::NotFound.
class FileCalls
{
public:
    virtual ~FileCalls() = default;

    /// Follows symbolic links.
    virtual base::Result<FileState> state(const std::string &path);
    /// The file behind a chain of symbolic links, which need not exist; the path itself when it is none.
    virtual base::Result<std::string> followLinks(const std::string &path);
    /// The whole file; TooLarge beyond the limit.
    virtual base::Result<std::string> read(const std::string &path, std::uint64_t limit);
    /// A new file for writing; Conflict when something of that name is there already, be it a link.
    virtual base::Result<int> create(const std::string &path, unsigned mode);
    /// How many bytes were written: may be fewer than given.
    virtual base::Result<std::size_t> write(int file, std::string_view bytes);
    virtual base::Result<void> setAttributes(int file, const FileState &like);
    virtual base::Result<void> sync(int file);
    virtual base::Result<void> close(int file);
    virtual base::Result<void> rename(const std::string &from, const std::string &to);
    /// As rename(), but Conflict when something of the new name is there already.
    virtual base::Result<void> renameToNew(const std::string &from, const std::string &to);
    virtual base::Result<void> syncFolder(const std::string &path);
    virtual base::Result<void> remove(const std::string &path);
    /// The folder and its missing parents, mode 0700.
    virtual base::Result<void> makeFolders(const std::string &path);

    /// The machine itself; any thread.
    static FileCalls &system();
};

} // namespace platform
