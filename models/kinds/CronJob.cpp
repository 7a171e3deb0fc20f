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
};

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
}

constexpr Kind list[] = {makeKind<CronJob, write, "batch/v1", "CronJob">("cronjobs", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> cronJobKinds = list;

} // namespace kinds
