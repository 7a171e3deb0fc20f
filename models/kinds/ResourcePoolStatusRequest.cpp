#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"

#include <array>

namespace kinds {
namespace {

struct ResourcePoolStatusRequest : Fields
{
    using Fields::Fields;

    Field driver = plan.field("spec.driver");
    Field status = plan.field("status");
    Field poolCount = plan.field("status.poolCount");
    ConditionFields conditions{plan};
    Field changed = conditions.list.field("lastTransitionTime");
    Items pools = plan.items("status.pools");
    Field error = pools.field("validationError");
    std::array<Field, 4> devices = {pools.field("totalDevices"), pools.field("availableDevices"), pools.field("allocatedDevices"),
                                    pools.field("unavailableDevices")};
};

const Column columns[] = {
    {"Name"},        {"Driver"}, {"Total"}, {"Available"}, {"Allocated"},
    {"Unavailable"}, {"Errors"}, {"Pools"}, {"Status"},    {"Completed"},
};

struct Outcome
{
    std::string_view status = "Pending";
    Record condition;
};

/// The first condition that ends the request.
Outcome outcomeOf(const ResourcePoolStatusRequest &f, const Record &request)
{
    for (const Record condition : request.items(f.conditions.list))
        for (const std::string_view final : {"Complete", "Failed"})
            if (condition.text(f.conditions.type) == final && condition.text(f.conditions.status) == "True")
                return {final, condition};
    return {};
}

void writeSums(CellWriter &out, const ResourcePoolStatusRequest &f, const Record &request, bool known)
{
    std::array<std::int64_t, 5> sums{};
    for (const Record pool : request.items(f.pools)) {
        for (std::size_t i = 0; i < f.devices.size(); ++i)
            sums[i] += pool.integer(f.devices[i]);
        sums.back() += pool.has(f.error);
    }
    for (const std::int64_t sum : sums) {
        if (known)
            out.integer(sum);
        else
            out.text("-");
    }
}

void writeStatus(CellWriter &out, const Outcome &outcome, std::int64_t listed, std::int64_t all)
{
    CellText text;
    text.add(outcome.status);
    if (outcome.status == "Complete" && all > listed)
        text.add(" (").add(listed).add("/").add(all).add(" pools)");
    text.write(out);
}

void write(const ResourcePoolStatusRequest &f, const Record &request, CellWriter &out)
{
    const Outcome outcome = outcomeOf(f, request);
    const std::int64_t pools = request.integer(f.poolCount);
    out.text(request.text(f.name));
    out.text(request.text(f.driver));
    writeSums(out, f, request, request.has(f.status) && outcome.status != "Failed");
    out.integer(pools);
    writeStatus(out, outcome, static_cast<std::int64_t>(request.count(f.pools)), pools);
    if (outcome.status == "Complete")
        writeAge(out, outcome.condition, f.changed);
    else
        out.text("<none>");
}

constexpr Kind list[] = {makeKind<ResourcePoolStatusRequest, write, "resource.k8s.io/v1alpha3", "ResourcePoolStatusRequest">(
    "resourcepoolstatusrequests", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> resourcePoolStatusRequestKinds = list;

} // namespace kinds
