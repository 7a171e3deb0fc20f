#pragma once

#include "models/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kube {

/// Something in a folder; links are followed.
struct FolderItem
{
    std::string name;
    bool isFile = false;         ///< a regular file: neither folder nor pipe nor device
    std::uint64_t size = 0;
};

/// The way to the files that a kubeconfig is made of and names: everything is read through here, so that a test or a
/// fuzzer can stand in. Paths are UTF-8. Errors use the words of Go ("open PATH: no such file or directory"), with kind
/// NotFound for a file that is not there and TooLarge beyond the limit. Blocks; any thread.
class KubeFiles
{
public:
    virtual ~KubeFiles() = default;

    virtual base::Result<std::string> read(const std::string &path, std::uint64_t limit) const = 0;
    /// Whether reading could begin.
    virtual base::Result<void> open(const std::string &path) const = 0;
    /// The items of a folder, sorted by the bytes of their names.
    virtual base::Result<std::vector<FolderItem>> list(const std::string &folder) const = 0;
    virtual bool isFolder(const std::string &path) const = 0;
    /// The one path of what is there, as platform::realPath() has it; the path itself when there is nothing.
    virtual std::string realPath(const std::string &path) const = 0;
    /// An absolute path, without touching the disk.
    virtual std::string absolutePath(const std::string &path) const = 0;

    /// The machine's own files.
    static const KubeFiles &system();
};

} // namespace kube
