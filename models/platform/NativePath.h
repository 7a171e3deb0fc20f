#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// A UTF-8 path as this system's calls take it, however long it is.
std::filesystem::path nativePath(const std::string &path);

/// The reverse, with slashes.
std::string utf8Path(const std::filesystem::path &path);

/// The one path of a file that is there, whichever way it was named: through links, or in other letter case where that names the same file.
/// A path of nothing stays as it is.
std::string realPath(const std::string &path);

/// What stands between the parts of a path that begins like this: Windows takes both kinds of slashes, and people shall not read a mix of them.
char separatorOf(std::string_view folder);
/// Whether a path depends on no working folder and no current drive.
bool isAbsolutePath(std::string_view path);
/// The path as seen from a folder: itself when it is absolute.
std::string pathFrom(const std::string &folder, std::string_view path);
/// The folder that a file lies in; "." when its path names none.
std::string folderOf(const std::string &path);
/// Whether a program is named by where it lies, and not looked for in PATH.
bool isPlace(std::string_view program);
/// Why a path that a file names in its content is not to be opened, in words: it leads to another computer than that file, or to a device.
/// Empty when nothing speaks against it.
std::string foreignPath(std::string_view path, std::string_view namedBy);

/// What stands between the entries of PATH and of KUBECONFIG.
char listSeparator();
/// The entries of such a list that are not empty.
std::vector<std::string> listEntries(std::string_view list);

/// Whether names of environment variables differ by case.
bool isEnvironmentCaseSensitive();

/// What a program's file name may end in besides the name that was asked for.
std::vector<std::string> programEndings(const std::vector<std::string> &environment);
/// The file that starting this path would start: the path itself, or with the first such ending that makes it an executable file.
std::string programAt(const std::string &path);

/// The folders that may be the person's, as client-go looks for them; they need not exist.
struct HomeFolders
{
    std::vector<std::string> withConfig;    ///< the first one that holds a .kube/config
    std::vector<std::string> others;        ///< else the first one that exists, else the first
};
HomeFolders homeFolders(const std::vector<std::string> &environment);

/// The shell whose settings hold the person's PATH; empty where programs started from a desktop have that PATH anyway.
std::string loginShell(const std::vector<std::string> &environment);

/// Opens a file for reading, so that others can replace it meanwhile; null, and errno, when that fails.
std::FILE *openToRead(const std::string &path);

/// What the system says about one of its error numbers (GetLastError() on Windows, else errno), in UTF-8.
std::string systemMessage(int code);

} // namespace platform
