#include "models/platform/FileCalls.h"

#include <cerrno>
#include <climits>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace platform {

namespace {

base::Error systemError(const std::string &what)
{
    const int code = errno;
    const auto kind = code == ENOENT ? base::ErrorKind::NotFound : code == EEXIST ? base::ErrorKind::Conflict : base::ErrorKind::Io;
    return base::makeError(kind, what + ": " + std::generic_category().message(code));
}

base::Result<void> checked(bool good, const std::string &what)
{
    if (!good)
        return systemError(what);
    return {};
}

std::int64_t modifiedTime(const struct stat &info)
{
#ifdef __APPLE__
    const timespec &time = info.st_mtimespec;
#else
    const timespec &time = info.st_mtim;
#endif
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileState stateOf(const struct stat &info)
{
    FileState state;
    state.regular = S_ISREG(info.st_mode);
    state.size = std::uint64_t(info.st_size);
    state.modifiedNanoseconds = modifiedTime(info);
    state.number = info.st_ino;
    state.mode = info.st_mode & 07777;
    state.owner = info.st_uid;
    state.group = info.st_gid;
    return state;
}

/// Closes what it holds on every way out.
struct Descriptor
{
    int number = -1;
    ~Descriptor() { if (number >= 0) ::close(number); }
};

base::Result<std::string> readAll(int file, std::uint64_t limit, const std::string &path)
{
    std::string bytes;
    char chunk[16384];
    for (;;) {
        const ssize_t count = ::read(file, chunk, sizeof chunk);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError("read " + path);
        if (count == 0)
            return bytes;
        bytes.append(chunk, std::size_t(count));
        if (bytes.size() > limit)
            return base::makeError(base::ErrorKind::TooLarge, "read " + path + ": more than " + std::to_string(limit) + " bytes");
    }
}

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash == 0 ? 1 : slash);
}

} // namespace

base::Result<FileState> FileCalls::state(const std::string &path)
{
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0)
        return systemError("stat " + path);
    return stateOf(info);
}

base::Result<std::string> FileCalls::followLinks(const std::string &path)
{
    std::string current = path;
    for (int step = 0; step < 40; ++step) {
        char target[PATH_MAX];
        const ssize_t length = ::readlink(current.c_str(), target, sizeof target);
        if (length < 0 && (errno == EINVAL || errno == ENOENT))
            return current;
        if (length < 0)
            return systemError("readlink " + current);
        const std::string next(target, std::size_t(length));
        current = next.starts_with('/') ? next : folderOf(current) + "/" + next;
    }
    return base::makeError(base::ErrorKind::Io, "readlink " + path + ": too many symbolic links");
}

base::Result<std::string> FileCalls::read(const std::string &path, std::uint64_t limit)
{
    // O_NONBLOCK: opening a pipe that somebody put there must not wait for a writer.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat info{};
    if (file.number < 0 || ::fstat(file.number, &info) != 0)
        return systemError("open " + path);
    if (!S_ISREG(info.st_mode))
        return base::makeError(base::ErrorKind::Io, "read " + path + ": not a regular file");
    return readAll(file.number, limit, path);
}

base::Result<int> FileCalls::create(const std::string &path, unsigned mode)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0)
        return systemError("open " + path);
    return file;
}

base::Result<std::size_t> FileCalls::write(int file, std::string_view bytes)
{
    for (;;) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count >= 0)
            return std::size_t(count);
        if (errno != EINTR)
            return systemError("write");
    }
}

base::Result<void> FileCalls::setAttributes(int file, const FileState &like)
{
    struct stat info{};
    if (::fstat(file, &info) != 0)
        return systemError("stat");
    if ((info.st_uid != like.owner || info.st_gid != like.group) && ::fchown(file, like.owner, like.group) != 0)
        return systemError("chown");
    return checked(::fchmod(file, mode_t(like.mode)) == 0, "chmod");
}

base::Result<void> FileCalls::sync(int file)
{
    return checked(::fsync(file) == 0, "fsync");
}

base::Result<void> FileCalls::close(int file)
{
    return checked(::close(file) == 0, "close");
}

base::Result<void> FileCalls::rename(const std::string &from, const std::string &to)
{
    return checked(::rename(from.c_str(), to.c_str()) == 0, "rename " + from + " " + to);
}

base::Result<void> FileCalls::renameToNew(const std::string &from, const std::string &to)
{
    // A link is never made over something. Where there are no links, what is there is looked for just before.
    if (::link(from.c_str(), to.c_str()) == 0)
        return checked(::unlink(from.c_str()) == 0, "unlink " + from);
    struct stat info{};
    const bool hasLinks = errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS;
    if (hasLinks || (::lstat(to.c_str(), &info) == 0 && (errno = EEXIST, true)))
        return systemError("link " + from + " " + to);
    return rename(from, to);
}

base::Result<void> FileCalls::syncFolder(const std::string &path)
{
    const Descriptor folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.number < 0)
        return systemError("open " + path);
    // Some file systems cannot sync a folder and say EINVAL: nothing more can be done there.
    return checked(::fsync(folder.number) == 0 || errno == EINVAL, "fsync " + path);
}

base::Result<void> FileCalls::remove(const std::string &path)
{
    return checked(::unlink(path.c_str()) == 0, "unlink " + path);
}

base::Result<void> FileCalls::makeFolders(const std::string &path)
{
    struct stat info{};
    if (::stat(path.c_str(), &info) == 0)
        return checked(S_ISDIR(info.st_mode) || (errno = ENOTDIR, false), "mkdir " + path);
    const std::string above = folderOf(path);
    if (above != path && above != ".") {
        if (auto made = makeFolders(above); !made)
            return made;
    }
    return checked(::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST, "mkdir " + path);
}

FileCalls &FileCalls::system()
{
    static FileCalls calls;
    return calls;
}

} // namespace platform
