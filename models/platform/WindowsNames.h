#pragma once

#include "models/platform/NativePath.h"

#include <string>
#include <string_view>
#include <vector>

/// How Windows reads paths, program names and command lines, as plain rules on UTF-8 text: they hold, and are tested, on every system.
namespace platform::windowsnames {

/// C:\x or \\server\share, with either slash. "C:x" and "\x" depend on where the program stands.
bool isAbsolute(std::string_view path);

/// A path on another machine or of the device name space (\\server, //server, \\?\UNC, \\.\pipe, \??\x): opening one sends the person's credentials to
/// whom it names, or is no file at all.
bool isRemote(std::string_view path);

/// Whether the path leads to a device: CON, nul.txt, COM1 in any folder, \\.\ and the like.
bool isDevice(std::string_view path);
/// Why a path that a file names in its content is not to be opened; empty for those on this machine and on the share that the file itself lies on.
std::string foreignPath(std::string_view path, std::string_view namedBy);
/// Why no file can have that path: its name belongs to a device, or the system would take another name for it. Empty for good ones.
std::string nameProblem(std::string_view path);

/// The absolute path in the form that has no limit of 260 characters when it comes near the limit; others stay as they are.
std::string withoutLimit(std::string_view path);
/// The reverse.
std::string plain(std::string_view path);

/// What a program's name may end in besides what was asked for, in this order and in small letters, as Go has them; PATHEXT, or the system's default for it when that is empty.
std::vector<std::string> programEndings(std::string_view pathExtensions);
/// Whether the name ends in one of them, in any case.
bool hasEnding(std::string_view name, const std::vector<std::string> &endings);

/// Whether the program is a batch file, which cmd.exe reads by rules of its own.
bool isBatch(std::string_view program);
/// Whether cmd.exe takes the argument, in its quotes, as it stands: nothing in it can end the quotes or has a meaning of its own, there or
/// where a batch file takes the quotes away.
bool isHarmlessInBatch(std::string_view argument);
/// Why a batch file cannot be run with these arguments, in words that show none of them; empty when it can.
std::string batchProblem(std::string_view program, const std::vector<std::string> &arguments);

/// One argument as CommandLineToArgvW takes it apart again.
std::string quoted(std::string_view argument);
/// The whole command line; the first part is the program.
std::string commandLine(const std::string &program, const std::vector<std::string> &arguments);

/// The entries of PATH or KUBECONFIG that are not empty: between quotes a semicolon separates nothing, and the quotes are not part of an entry.
std::vector<std::string> listEntries(std::string_view list);

/// As client-go does on Windows: HOME, then HOMEDRIVE and HOMEPATH together, then USERPROFILE for the first that has a kubeconfig; without one
/// USERPROFILE comes before HOMEDRIVE and HOMEPATH.
HomeFolders homeFolders(const std::vector<std::string> &environment);

/// What %NAME% is compared by.
std::string upperCased(std::string_view name);

} // namespace platform::windowsnames
