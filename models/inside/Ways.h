#pragma once

#include "models/base/Error.h"
#include "models/kube/ExecCommand.h"

#include <string>
#include <vector>

namespace inside {

/// How a command tells what it read.
enum class Shape { Zeros, Lines };

/// A command that images may have, and what comes of it.
struct Way
{
    std::vector<std::string> command;
    Shape shape = Shape::Zeros;
};

/// In the order they are tried: exact ones first, common ones first.
const std::vector<Way> &environmentWays();
/// Commands that print a file as it is.
std::vector<std::vector<std::string>> fileWays(const std::string &path);

/// Whether the command could not be begun at all, so that another one may do.
bool isToolMissing(const base::Result<kube::CommandResult> &result);

/// "cat, env -0, …": the first words of each.
base::Error nothingToReadWith(const std::vector<std::vector<std::string>> &tried);

} // namespace inside
