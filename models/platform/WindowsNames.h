#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How Windows reads paths, program names and command lines, as plain rules on UTF-8 text: they hold, and are tested, on every system.
namespace platform::windowsnames {

/// C:\x or \\server\share, with either slash. "C:x" and "\x" depend on where the program stands.
bool isAbsolute(std::string_view path);

/// A path on another machine or of the device name space (\\server, //server, \\?\UNC, \\.\pipe): opening one sends the person's credentials to
/// whom it names, or is no file at all.
bool isRemote(std::string_view path);

/// The absolute path in the form that has no limit of 260 characters when it comes near the limit; others stay as they are.
std::string withoutLimit(std::string_view path);
/// The reverse.
std::string plain(std::string_view path);

/// What a program's name may end in besides what was asked for, in this order; PATHEXT, or the system's default for it when that is empty.
std::vector<std::string> programEndings(std::string_view pathExtensions);
/// Whether the name ends in one of them, in any case.
bool hasEnding(std::string_view name, const std::vector<std::string> &endings);

/// Whether the program is a batch file, which cmd.exe reads by rules of its own.
bool isBatch(std::string_view program);
/// Whether cmd.exe takes the argument as it stands, whatever its quotes: nothing in it has a meaning of its own there.
bool isHarmlessInBatch(std::string_view argument);

/// One argument as CommandLineToArgvW takes it apart again.
std::string quoted(std::string_view argument);
/// The whole command line; the first part is the program.
std::string commandLine(const std::string &program, const std::vector<std::string> &arguments);

/// What %NAME% is compared by.
std::string upperCased(std::string_view name);

} // namespace platform::windowsnames
