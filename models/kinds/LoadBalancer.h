#pragma once

#include "models/kinds/CellText.h"

namespace kinds {

/// The addresses a load balancer gave, at "status.loadBalancer.ingress".
struct LoadBalancerFields
{
    explicit LoadBalancerFields(Plan &plan) : list(plan.items("status.loadBalancer.ingress")) {}

    Items list;
    Field address = list.field("ip");
    Field host = list.field("hostname");
};

/// Each address, or else host name, once and sorted.
void addLoadBalancers(CellText &text, const Record &object, const LoadBalancerFields &balancers);

} // namespace kinds
