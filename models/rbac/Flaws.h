#pragma once

#include "models/rbac/Inputs.h"

#include <string>
#include <vector>

namespace rbac {

/// Why the server would refuse to store an object.
struct Flaw
{
    ObjectRef object;
    std::string field;      ///< "rules[0].verbs"
    std::string message;

    auto operator<=>(const Flaw &) const = default;
};

/// What the API's validation says against the roles and bindings, after its defaults (kubernetes pkg/apis/rbac/validation; S55, S58).
/// Files may hold such objects; they are evaluated all the same.
std::vector<Flaw> flawsOf(const Inputs &inputs);

} // namespace rbac
