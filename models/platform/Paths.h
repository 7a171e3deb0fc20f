#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>

namespace platform {

/// Where this program keeps its files. All paths are absolute UTF-8; a place that this machine does not offer is empty.
class Paths
{
public:
    /// The folders of the desktop (XDG, Library, AppData), or all of them below dataFolder when that is not empty.
    /// Reads the environment once; makes nothing.
    static Paths ofUser(std::string_view dataFolder = {});

    const std::string &home() const { return m_home; }         ///< of the person, whatever dataFolder says
    const std::string &config() const { return m_config; }
    const std::string &state() const { return m_state; }       ///< what is remembered, logs
    const std::string &cache() const { return m_cache; }
    const std::string &runtime() const { return m_runtime; }   ///< short-lived files, gone after the session

private:
    std::string m_home, m_config, m_state, m_cache, m_runtime;
};

/// Makes the folder and what is missing above it, mode 0700; what exists already is left as it is.
/// The error says that nothing can be kept there and why. Any thread.
base::Result<void> makePrivateFolder(const std::string &path);

/// path below folder, unless it is absolute or the folder is empty.
std::string joinPath(std::string_view folder, std::string_view path);

} // namespace platform
