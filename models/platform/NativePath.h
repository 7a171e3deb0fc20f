#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace platform {

/// A UTF-8 path as this system's calls take it, however long it is.
std::filesystem::path nativePath(const std::string &path);

/// The reverse.
std::string utf8Path(const std::filesystem::path &path);

/// What stands between the entries of PATH and of KUBECONFIG.
char listSeparator();

/// Whether names of environment variables differ by case.
bool isEnvironmentCaseSensitive();

/// What a program's file name may end in besides the name that was asked for.
std::vector<std::string> programEndings(const std::vector<std::string> &environment);

} // namespace platform
