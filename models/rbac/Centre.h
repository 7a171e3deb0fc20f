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

    /// Why it is about nobody.
    enum class Lack {
        None,
        Missing,        ///< there is no such object
        Hidden,         ///< whether there is one is not known: its kind may not be listed
        StaticPod,      ///< without an account
        Empty           ///< it is there, and gives nothing to anybody
    };

    std::vector<Identity> identities;   ///< the first of them
    std::size_t count = 0;              ///< how many there are
    Lack lack = Lack::None;             ///< of the first object
};

/// An identity is about itself, a pod about the account that it runs as, a binding about its subjects, a role about the subjects of what binds it,
/// and of what binds a ClusterRole that takes it in. Each once; nobody where the object is not known.
Centre centreOf(const Inputs &inputs, const ObjectRef &object);
/// Of several objects together.
Centre centreOf(const Inputs &inputs, const std::vector<ObjectRef> &objects);

} // namespace rbac
