#pragma once

#include "models/platform/FileCalls.h"

#include <unistd.h>

namespace support {

/// The real calls, of which the n-th fails, whichever it is; or ends the process there, as a kill would.
class CountedCalls final : public platform::FileCalls
{
public:
    int failAt = 0;
    bool die = false;
    int count = 0;

    base::Result<platform::FileState> state(const std::string &path) override { return step() ? bad() : FileCalls::state(path); }
    base::Result<std::string> followLinks(const std::string &path) override { return step() ? bad() : FileCalls::followLinks(path); }
    base::Result<std::string> read(const std::string &path, std::uint64_t limit) override
    {
        return step() ? bad() : FileCalls::read(path, limit);
    }
    base::Result<int> create(const std::string &path, unsigned mode) override { return step() ? bad() : FileCalls::create(path, mode); }
    base::Result<std::size_t> write(int file, std::string_view bytes) override
    {
        return step() ? bad() : FileCalls::write(file, bytes.substr(0, 200));
    }
    base::Result<void> setAttributes(int file, const platform::FileState &like) override
    {
        return step() ? bad() : FileCalls::setAttributes(file, like);
    }
    base::Result<void> sync(int file) override { return step() ? bad() : FileCalls::sync(file); }
    base::Result<void> close(int file) override
    {
        const bool fail = step();
        const auto closed = FileCalls::close(file);
        return fail ? bad() : closed;
    }
    base::Result<void> rename(const std::string &from, const std::string &to) override { return step() ? bad() : FileCalls::rename(from, to); }
    base::Result<void> renameToNew(const std::string &from, const std::string &to) override { return step() ? bad() : FileCalls::renameToNew(from, to); }
    base::Result<void> makeFolders(const std::string &path) override { return step() ? bad() : FileCalls::makeFolders(path); }
    base::Result<void> syncFolder(const std::string &path) override { return step() ? bad() : FileCalls::syncFolder(path); }

private:
    bool step()
    {
        if (++count != failAt)
            return false;
        if (die)
            ::_exit(9);
        return true;
    }
    static base::Error bad() { return base::makeError(base::ErrorKind::Io, "No space left on device"); }
};

} // namespace support
