#include "models/kinds/LoadBalancer.h"

#include <algorithm>
#include <vector>

namespace kinds {

void addLoadBalancers(CellText &text, const Record &object, const LoadBalancerFields &balancers)
{
    Reused<std::vector<std::string_view>> names;
    for (const Record balancer : object.items(balancers.list)) {
        const std::string_view address = balancer.text(balancers.address);
        const std::string_view name = address.empty() ? balancer.text(balancers.host) : address;
        if (!name.empty())
            names->push_back(name);
    }
    std::sort(names->begin(), names->end());
    names->erase(std::unique(names->begin(), names->end()), names->end());
    for (const std::string_view name : *names)
        text.next().add(name);
}

} // namespace kinds
