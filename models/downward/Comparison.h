#pragma once

#include "models/base/Result.h"
#include "models/downward/Inspection.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace downward {

/// What was read inside of the containers of a pod.
struct Reading
{
    using Variables = std::map<std::string, std::string, std::less<>>;

    std::map<std::string, base::Result<Variables>> variables;                               ///< by container
    std::map<std::pair<std::string, std::string>, base::Result<std::string>> files;         ///< by container and path
};

/// What has to be read to compare them: of each container the files, which may be none.
struct ReadingPlan
{
    std::vector<std::string> environments;                          ///< of these containers
    std::map<std::string, std::vector<std::string>> files;
};
ReadingPlan planOf(const std::vector<Entry> &entries);

/// How what a container sees relates to what the entry gives now.
enum class Match : std::uint8_t {
    Equal,
    Differs,        ///< since the container started, or since the kubelet last wrote the file
    Absent,         ///< the variable is not there
    Unreadable,     ///< for the reason in the error
    SeenOnly,       ///< nobody here knows the value now, but the container has one
    Overridden,     ///< a later entry of the same name counts
    NotRunning,     ///< the container does not run, so that nothing could be asked
    NotRead,        ///< nobody asked
};

/// The reason of the error of a container that does not run.
inline constexpr const char *ContainerIsDown = "ContainerNotRunning";

struct Compared
{
    Match match = Match::NotRead;
    std::string container;
    std::string file;           ///< empty for a variable
    std::string seen;           ///< in the container
    base::Error error = {};
};

/// Of one entry: one for a variable, one for each place where a container sees the file.
std::vector<Compared> compare(const Entry &entry, const Reading &reading);

/// The one that a person should know of first.
Match worstOf(const std::vector<Compared> &compared);

} // namespace downward
