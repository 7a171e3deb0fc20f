#pragma once

#include <string>

/// Where this checkout and its build folder lie. One object file alone knows, so that ccache shares compiled tests between checkouts.
namespace folders {

/// The absolute path of a file of the checkout.
std::string source(const std::string &inside);

/// The absolute path of a file of the build folder.
std::string build(const std::string &inside);

} // namespace folders
