#pragma once

#include "models/inside/Inside.h"

#include <optional>
#include <string>
#include <vector>

namespace inside {

/// Many files in one command: a shell prints each, and behind each a mark that nobody can foresee, on both of its outputs. So any bytes
/// may stand in the files, and each error belongs to its file.
class FileFrames
{
public:
    /// The mark holds no character that a shell knows.
    FileFrames(std::vector<std::string> paths, std::string mark) : m_paths(std::move(paths)), m_mark(std::move(mark)) { }

    /// sh with a script of POSIX and cat.
    std::vector<std::string> command() const;
    const std::vector<std::string> &paths() const { return m_paths; }

    /// Nothing when the shell has no cat. Errors: Io, when it ended before the last file.
    base::Result<std::optional<std::vector<File>>> read(const kube::CommandResult &result) const;

private:
    std::vector<std::string> m_paths;
    std::string m_mark;
};

std::string newMark();

/// The paths in parts that fit into the URL of one command.
std::vector<std::vector<std::string>> inParts(const std::vector<std::string> &paths);

/// What a program that reads one file has to say of it.
base::Result<std::string> contentOf(std::string output, std::string_view errors, int exitCode);

} // namespace inside
