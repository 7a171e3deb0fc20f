#pragma once

#include "models/base/Clock.h"
#include "widgets/base/Theme.h"

#include <optional>

namespace cluster {
struct Health;
}

namespace base {

/// How the state of a connected cluster reads and looks.
struct HealthText
{
    Meaning meaning = Meaning::Unknown;
    QString word;           ///< "live", "stale since 14:02:11"
    QString detail;         ///< why, in the server's words where it has some
    std::optional<SystemTime> nextAttempt;

    /// All of it but the word.
    QString tip() const;
};

HealthText describe(const cluster::Health &health);

/// A moment as this machine's clock shows it: hh:mm:ss, with the date before it when it was not today.
QString localTime(SystemTime time);

} // namespace base
