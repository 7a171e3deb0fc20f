#pragma once

#include "models/base/Result.h"
#include "models/kube/KubeConfig.h"
#include "models/kube/KubeFiles.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// Which files kubectl would read.
struct KubeConfigPlaces
{
    std::string explicitFile;   ///< of --kubeconfig: must exist, and nothing else is read
    std::string environment;    ///< of KUBECONFIG: a list; empty means that the home's file is read
    std::string home;           ///< the person's folder, may be empty

    /// The files in kubectl's order, repeated and empty ones dropped.
    std::vector<std::string> files() const;
    /// ~/.kube, or empty.
    std::string folder() const;
};

/// The folder in whose .kube kubectl looks, by the variables that name it; empty when none does. On Windows several may, and the files decide.
std::string kubeHome(const std::vector<std::string> &environment, const KubeFiles &files);

/// Reads one file: entries know their file, relative paths are absolute (exec commands only when they hold a separator).
/// The error is kubectl's: error loading config file "PATH": ...; kind NotFound when the file is not there.
base::Result<KubeConfig> loadKubeConfigFile(const std::string &path, const KubeFiles &files);

/// A text as the content of that file, or of none when the path is empty; else as above.
base::Result<KubeConfig> readKubeConfig(std::string_view bytes, const std::string &path, const KubeFiles &files);

/// kubectl's view of several files.
struct MergedConfig
{
    KubeConfig config;                     ///< the first file that defines a name gives the whole entry
    std::vector<std::string> files;        ///< those that exist, in order, be they readable or not
    std::map<std::string, std::string> currentContexts;   ///< of each file that could be read
    std::optional<KubeConfigError> error;  ///< of the files that could not be read; the rest is there nevertheless
    std::string warning;                   ///< when none of the files named by the environment exists
};
MergedConfig loadMergedConfig(const KubeConfigPlaces &places, const KubeFiles &files);

/// Adds what the base does not define yet.
void mergeInto(KubeConfig &base, KubeConfig more);

/// The largest kubeconfig that is read at all, and the largest one among the other files of a folder.
inline constexpr std::uint64_t largestKubeConfig = 32 * 1024 * 1024;
inline constexpr std::uint64_t largestKubeConfigOfFolder = 2 * 1024 * 1024;

} // namespace kube
