#pragma once

#include "app/headless/CommandLine.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace headless {

/// Sets of verbs, one bit each.
using VerbSet = std::uint32_t;
constexpr VerbSet setOf(Verb verb) { return static_cast<VerbSet>(1U << static_cast<unsigned>(verb)); }

/// One flag of the command line: the parser and the help both read it from the same table.
struct FlagRule
{
    enum class Takes { Nothing, Value, OptionalNumber };

    std::string_view name;
    char letter;                 ///< 0 when it has none
    std::string_view valueName;  ///< how the help calls the value
    Takes takes;
    VerbSet verbs;
    std::string_view help;
    /// Puts the value into the invocation; returns what is wrong with it, or an empty text. A flag without a value gets "true" or "false".
    std::string (*apply)(Invocation &invocation, std::string_view value);
};

std::span<const FlagRule> flagRules();

/// One verb as the help describes it.
struct VerbRule
{
    Verb verb;
    std::string_view name;
    std::string_view usage;     ///< what stands behind "wheelhouse "
    std::string_view help;
    std::size_t leastArguments;
    std::size_t mostArguments;
    std::string_view missing;   ///< what to say when there are too few
};

std::span<const VerbRule> verbRules();
const VerbRule &ruleOf(Verb verb);

} // namespace headless
