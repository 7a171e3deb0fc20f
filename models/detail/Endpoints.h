#pragma once

#include "models/detail/LiveList.h"
#include "models/detail/Summary.h"

namespace detail {

/// The EndpointSlices of a Service.
kube::Collection endpointsOf(const std::string &namespaceName, const std::string &service);

/// Where the Service leads: each address with whether it is ready, its pod and its node. Says when there is none, or why that is
/// not known; without a row before anything was heard.
Section endpointsSection(const LiveList::Content &content);

} // namespace detail
