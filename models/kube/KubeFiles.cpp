#include "models/kube/KubeFiles.h"

#include "models/platform/NativePath.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace kube {

namespace {

namespace fs = std::filesystem;

fs::path pathOf(const std::string &utf8)
{
    return platform::nativePath(utf8);
}

base::Error failure(const char *call, const std::string &path, int number)
{
    std::string words = std::generic_category().message(number);
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z')
        words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return base::makeError(number == ENOENT ? base::ErrorKind::NotFound : base::ErrorKind::Io, std::string(call) + " " + path + ": " + words);
}

struct CloseFile
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

base::Result<File> openFile(const std::string &path)
{
    File file(platform::openToRead(path));
    if (!file)
        return failure("open", path, errno);
    return file;
}

class SystemFiles final : public KubeFiles
{
public:
    base::Result<std::string> read(const std::string &path, std::uint64_t limit) const override
    {
        auto file = openFile(path);
        if (!file)
            return std::move(file).error();
        std::string bytes;
        char buffer[64 * 1024];
        while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file->get())) {
            bytes.append(buffer, count);
            if (bytes.size() > limit)
                return base::makeError(base::ErrorKind::TooLarge, "read " + path + ": larger than " + std::to_string(limit / 1024 / 1024) + " MiB");
        }
        if (std::ferror(file->get()))
            return failure("read", path, errno);
        return bytes;
    }

    base::Result<void> open(const std::string &path) const override
    {
        auto file = openFile(path);
        return file ? base::Result<void>() : base::Result<void>(std::move(file).error());
    }

    base::Result<std::vector<FolderItem>> list(const std::string &folder) const override
    {
        std::error_code error;
        std::vector<FolderItem> items;
        for (fs::directory_iterator at(pathOf(folder), error), end; !error && at != end; at.increment(error)) {
            std::error_code ignored;
            const bool isFile = at->is_regular_file(ignored);
            items.push_back({platform::utf8Path(at->path().filename()), isFile, isFile ? at->file_size(ignored) : 0});
        }
        if (error)
            return failure("open", folder, error.default_error_condition().value());
        std::sort(items.begin(), items.end(), [](const FolderItem &a, const FolderItem &b) { return a.name < b.name; });
        return items;
    }

    bool isFolder(const std::string &path) const override
    {
        std::error_code ignored;
        return fs::is_directory(pathOf(path), ignored);
    }

    std::string realPath(const std::string &path) const override
    {
        return platform::realPath(path);
    }

    std::string absolutePath(const std::string &path) const override
    {
        std::error_code error;
        const fs::path absolute = fs::absolute(pathOf(path), error);
        return error ? path : platform::utf8Path(absolute);
    }
};

} // namespace

const KubeFiles &KubeFiles::system()
{
    static const SystemFiles files;
    return files;
}

} // namespace kube
