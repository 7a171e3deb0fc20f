#pragma once

#include "models/kinds/Health.h"
#include "models/text/Value.h"

#include <string>

namespace detail {

/// How an object is, in the word of its kind's table.
struct State
{
    std::string word;                   ///< "CrashLoopBackOff", or "1/2" of what is ready; empty when the kind tells nothing
    bool isCount = false;               ///< the word counts what is ready
    kinds::Health health = kinds::Health::NotTold;

    bool operator==(const State &) const = default;
};

/// As the row of the object says it; for kinds that the program does not know, as its Ready condition says.
State stateOf(const text::Value &object);

} // namespace detail
