#include "models/kinds/Containers.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"

namespace kinds {
namespace {

struct CronJob : Fields
{
    using Fields::Fields;

    Field schedule = plan.field("spec.schedule");
    Field timeZone = plan.field("spec.timeZone");
    Field suspend = plan.field("spec.suspend");
    Items active = plan.items("status.active");
    Field lastSchedule = plan.field("status.lastScheduleTime");
    Field lastSuccess = plan.field("status.lastSuccessfulTime");
    ContainerFields containers{plan, "spec.jobTemplate.spec.template.spec"};
    SelectorFields selector{plan, "spec.jobTemplate.spec.selector"};
};

const Column columns[] = {
    {"Name"},
    {"Schedule"},
    {"Timezone"},
    {"Suspend"},
    {"Active"},
    {"Last Schedule"},
    {"Age"},
    {"Containers", Shown::Wide},
    {"Images", Shown::Wide},
    {"Selector", Shown::Wide},
    {"State", Shown::Model},
};

/// Where nothing runs and no run ended well since the last one began, that one failed or is gone. The server tells it only so.
std::string_view stateOf(const CronJob &f, const Record &object)
{
    if (object.boolean(f.suspend))
        return "Suspended";
    if (object.count(f.active) > 0)
        return "Running";
    const auto began = object.seconds(f.lastSchedule);
    const auto succeeded = object.seconds(f.lastSuccess);
    return began && (!succeeded || *succeeded < *began) ? "Last run did not succeed" : "Waiting";
}

void write(const CronJob &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.schedule));
    writePresent(out, object, f.timeZone, "<none>");
    out.text(object.boolean(f.suspend) ? "True" : "False");
    out.integer(static_cast<std::int64_t>(object.count(f.active)));
    if (object.has(f.lastSchedule))
        writeAge(out, object, f.lastSchedule);
    else
        out.text("<none>");
    writeAge(out, object, f.created);
    writeContainers(out, object, f.containers);
    writeSelector(out, object, f.selector);
    out.text(stateOf(f, object));
}

constexpr Kind list[] = {makeKind<CronJob, write, "batch/v1", "CronJob">("cronjobs", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> cronJobKinds = list;

} // namespace kinds
