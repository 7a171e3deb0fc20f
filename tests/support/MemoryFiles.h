#pragma once

#include "models/kube/KubeFiles.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace tests {

/// Files that exist only in a test, with links and unreadable ones; remembers what was asked for.
class MemoryFiles final : public kube::KubeFiles
{
public:
    std::map<std::string, std::string> files;
    std::map<std::string, std::string> links;    ///< path -> the real path
    std::set<std::string> unreadable;
    mutable std::set<std::string> opened;

    base::Result<std::string> read(const std::string &path, std::uint64_t limit) const override
    {
        opened.insert(path);
        const auto found = files.find(realPath(path));
        if (unreadable.contains(path))
            return base::makeError(base::ErrorKind::Io, "open " + path + ": permission denied");
        if (found == files.end())
            return base::makeError(base::ErrorKind::NotFound, "open " + path + ": no such file or directory");
        if (found->second.size() > limit)
            return base::makeError(base::ErrorKind::TooLarge, "read " + path + ": larger than " + std::to_string(limit / 1024 / 1024) + " MiB");
        return found->second;
    }

    base::Result<void> open(const std::string &path) const override
    {
        auto bytes = read(path, ~std::uint64_t{0});
        return bytes ? base::Result<void>() : base::Result<void>(std::move(bytes).error());
    }

    base::Result<std::vector<kube::FolderItem>> list(const std::string &folder) const override
    {
        std::map<std::string, kube::FolderItem> items;
        const auto add = [&](const std::string &path, std::size_t size) {
            if (!path.starts_with(folder + "/"))
                return;
            const std::string rest = path.substr(folder.size() + 1);
            const std::string name = rest.substr(0, rest.find('/'));
            items[name] = {name, name == rest, size};
        };
        for (const auto &[path, bytes] : files)
            add(path, bytes.size());
        for (const auto &[path, real] : links)
            add(path, files.count(real) ? files.at(real).size() : 0);
        std::vector<kube::FolderItem> sorted;
        for (const auto &[name, item] : items)
            sorted.push_back(item);
        return sorted;
    }

    bool isFolder(const std::string &path) const override
    {
        return std::any_of(files.begin(), files.end(), [&](const auto &file) { return file.first.starts_with(path + "/"); });
    }

    std::string realPath(const std::string &path) const override
    {
        const auto link = links.find(path);
        return link == links.end() ? path : link->second;
    }

    std::string absolutePath(const std::string &path) const override { return path.starts_with('/') ? path : "/here/" + path; }
};

} // namespace tests
