#pragma once

#include "models/base/Clock.h"
#include "models/detail/Events.h"
#include "models/text/Value.h"

#include <memory>
#include <vector>

namespace diagnosis {

using Object = std::shared_ptr<const text::Value>;

/// What is known of the objects of one kind that stand beside another one.
struct Known
{
    bool isComplete = false;            ///< all of them are here; none means that there is none
    bool isRefused = false;             ///< who asks may not read them
    std::vector<Object> objects = {};
};

/// An object, and what else was read that tells how it is. What was not asked for is not known.
struct Evidence
{
    Object object;
    base::SystemTime now{};
    std::vector<detail::Event> events = {};  ///< about the object, newest first
    bool eventsAreRefused = false;
    Known pods = {};                         ///< that a workload, a Job or a PodDisruptionBudget owns, or a Service selects
    Known claims = {};                       ///< that a pod mounts
    Known classes = {};                      ///< the StorageClasses of the cluster
    Known endpoints = {};                    ///< the EndpointSlices of a Service
    Known services = {};                     ///< the Services of an Ingress' namespace
};

} // namespace diagnosis
