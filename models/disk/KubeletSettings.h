#pragma once

#include "models/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace disk {

/// An amount of what must stay available before a kubelet evicts, as it is set: "10%", "1Gi".
struct EvictionSetting
{
    enum class Kind { Hard, Soft };

    Kind kind = Kind::Hard;
    std::string signal;             ///< "nodefs.available"
    std::string value;
    std::string grace = {};         ///< of a soft one: how long it must hold

    /// Of a capacity, as the kubelet computes it; nothing: it sets no limit, or makes no sense.
    std::optional<std::int64_t> limitOf(std::int64_t whole) const;
};

/// What of a kubelet's configuration decides about disks.
struct KubeletSettings
{
    std::optional<std::int64_t> highPercent, lowPercent;    ///< of image garbage collection
    std::string minimumAge, maximumAge;                     ///< as they are written: "2m0s"
    std::vector<EvictionSetting> evictions;                 ///< of file systems, the hard ones first
    std::optional<std::int64_t> mostImages;                 ///< in the node's status; below zero: all
    std::string largestLog;                                 ///< "10Mi"
    std::optional<std::int64_t> logFiles;
    std::string logFolder;

    /// At 100 % nothing is collected unless it is too old.
    bool collectsWhenFull() const;
};

/// The answer of /configz. Any thread.
base::Result<KubeletSettings> readConfigz(std::string_view json);

/// A part of a whole in hundredths, cut off; any whole up to 2^62.
std::int64_t percentOf(std::int64_t whole, std::int64_t percent);

} // namespace disk
