#include "models/platform/DurableFile.h"

#include "models/platform/NativePath.h"

#include <atomic>
#include <optional>
#include <random>

namespace platform {

namespace {

// Short and without the file's own name, which may already be as long as the file system allows.
std::string temporaryName(const std::string &folder)
{
    static std::atomic<unsigned> count = std::random_device{}();
    return folder + separatorOf(folder) + ".wheelhouse-" + std::to_string(std::random_device{}()) + "-" + std::to_string(count++) + ".tmp";
}

/// A new file that is removed again unless it was put in its place.
class TemporaryFile
{
public:
    TemporaryFile(FileCalls &calls, std::string path) : m_calls(calls), m_path(std::move(path)) { }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    ~TemporaryFile()
    {
        if (m_file >= 0)
            static_cast<void>(m_calls.close(m_file));
        if (m_exists)
            static_cast<void>(m_calls.remove(m_path));
    }

    base::Result<void> create(unsigned mode)
    {
        auto file = m_calls.create(m_path, mode);
        if (!file)
            return std::move(file).error();
        m_file = *file;
        m_exists = true;
        return {};
    }

    base::Result<void> writeAll(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto count = m_calls.write(m_file, bytes);
            if (!count)
                return std::move(count).error();
            if (*count == 0 || *count > bytes.size())
                return base::makeError(base::ErrorKind::Io, "write " + m_path + ": the disk took no more bytes");
            bytes.remove_prefix(*count);
        }
        return {};
    }

    base::Result<void> setAttributes(const FileState &like) { return m_calls.setAttributes(m_file, like); }

    base::Result<void> closeSynced()
    {
        if (auto synced = m_calls.sync(m_file); !synced)
            return synced;
        return m_calls.close(std::exchange(m_file, -1));
    }

    base::Result<void> verify(std::string_view bytes)
    {
        auto found = m_calls.read(m_path, bytes.size());
        if (!found)
            return std::move(found).error();
        if (*found != bytes)
            return base::makeError(base::ErrorKind::Io, "write " + m_path + ": other bytes came back than were written");
        return {};
    }

    base::Result<void> moveTo(const std::string &target, bool mustBeNew)
    {
        auto moved = mustBeNew ? m_calls.renameToNew(m_path, target) : m_calls.rename(m_path, target);
        m_exists = !moved;
        return moved;
    }

private:
    FileCalls &m_calls;
    std::string m_path;
    int m_file = -1;
    bool m_exists = false;
};

base::Result<std::optional<FileState>> existingFile(const std::string &path, FileCalls &calls)
{
    auto state = calls.state(path);
    if (!state && state.error().kind == base::ErrorKind::NotFound)
        return std::optional<FileState>();
    if (!state)
        return std::move(state).error();
    if (!state->regular)
        return base::makeError(base::ErrorKind::Io, "write " + path + ": not a regular file");
    return std::optional<FileState>(*state);
}

base::Result<void> replace(const std::string &target, std::string_view bytes, const WriteOptions &options, const FileState *like, FileCalls &calls)
{
    TemporaryFile file(calls, temporaryName(folderOf(target)));
    auto done = file.create(options.mode);
    if (done)
        done = file.writeAll(bytes);
    if (done && like)
        done = file.setAttributes(*like);
    if (done)
        done = file.closeSynced();
    if (done)
        done = file.verify(bytes);
    if (done)
        done = file.moveTo(target, options.mustBeNew);
    if (done)
        done = calls.syncFolder(folderOf(target));
    return done;
}

base::Result<void> backUp(const std::string &target, const FileState &state, FileCalls &calls)
{
    auto old = calls.read(target, state.size + 1);
    if (!old)
        return std::move(old).error();
    return replace(target + ".bak", *old, {}, nullptr, calls);
}

} // namespace

base::Result<void> writeDurably(const std::string &path, std::string_view bytes, const WriteOptions &options, FileCalls &calls)
{
    if (options.mustBeNew)
        return replace(path, bytes, options, nullptr, calls);
    auto target = calls.followLinks(path);
    if (!target)
        return std::move(target).error();
    auto existing = existingFile(*target, calls);
    if (!existing)
        return std::move(existing).error();
    const FileState *old = *existing ? &**existing : nullptr;
    if (old && options.backup) {
        if (auto kept = backUp(*target, *old, calls); !kept)
            return kept;
    }
    return replace(*target, bytes, options, options.keepAttributes ? old : nullptr, calls);
}

} // namespace platform
