#pragma once

#include "models/rbac/Identity.h"
#include "models/rbac/Inputs.h"

#include <cstddef>
#include <vector>

namespace rbac {

/// Whom an object is about.
struct Centre
{
    static constexpr std::size_t Most = 20;

    std::vector<Identity> identities;   ///< the first of them
    std::size_t count = 0;              ///< how many there are
};

/// An identity is about itself, a pod about the account that it runs as, a binding about its subjects, a role about the subjects of what binds it.
/// Each once; nobody where the object is not known.
Centre centreOf(const Inputs &inputs, const ObjectRef &object);
/// Of several objects together.
Centre centreOf(const Inputs &inputs, const std::vector<ObjectRef> &objects);

} // namespace rbac
