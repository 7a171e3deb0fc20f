#pragma once

#include "models/detail/Summary.h"
#include "models/environment/Environment.h"

namespace detail {

/// Whether the running container can be asked what it has.
struct EnvironmentProof
{
    enum class State : std::uint8_t {
        NotStarted,     ///< there is nothing to ask
        NotKnown,       ///< whether it may be asked is not known yet
        Offered,
        ReadOnly,       ///< the cluster is not to be changed, and nobody knows what a command does
        NotOneself,     ///< one looks as somebody else
        Refused,
        Asking,
        Failed,
        Done,
    };

    State state = State::NotKnown;
    std::string words = {};             ///< of the server
};

/// The environment of one container, and what a person can do about it.
struct EnvironmentTold
{
    environment::Environment environment;
    EnvironmentProof proof = {};
};

/// What is done when the parts of addEnvironment() are pressed: followed by the container's name.
inline constexpr std::string_view CompareAct = "compare:";
inline constexpr std::string_view ReadSecretsAct = "secrets:";

/// Puts it in place of what is written of the container, with its variables as a table behind; those of Services are folded.
void addEnvironment(Summary &summary, const std::string &namespaceName, const EnvironmentTold &told);

} // namespace detail
