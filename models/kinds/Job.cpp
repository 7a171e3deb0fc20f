#include "models/kinds/Conditions.h"
#include "models/kinds/Containers.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"
#include "models/kinds/Why.h"
#include "models/text/Duration.h"

namespace kinds {
namespace {

struct Job : Fields
{
    using Fields::Fields;

    Field deleted = plan.field("metadata.deletionTimestamp");
    Field completions = plan.field("spec.completions");
    Field parallelism = plan.field("spec.parallelism");
    Field succeeded = plan.field("status.succeeded");
    Field started = plan.field("status.startTime");
    Field completed = plan.field("status.completionTime");
    ConditionFields conditions{plan};
    WhyFields why{plan};
    ContainerFields containers{plan, "spec.template.spec"};
    SelectorFields selector{plan, "spec.selector"};
};

const Column columns[] = {
    {"Name"},
    {"Status"},
    {"Completions"},
    {"Duration"},
    {"Age"},
    {"Containers", Shown::Wide},
    {"Images", Shown::Wide},
    {"Selector", Shown::Wide},
    {"Why", Shown::Model},
};

/// The first that holds; deletion stands between what is final and what is not.
std::string_view statusOf(const Job &f, const Record &job)
{
    for (const std::string_view condition : {"Complete", "Failed"})
        if (f.conditions.isTrue(job, condition))
            return condition;
    if (job.has(f.deleted))
        return "Terminating";
    for (const std::string_view condition : {"Suspended", "FailureTarget", "SuccessCriteriaMet"})
        if (f.conditions.isTrue(job, condition))
            return condition;
    return "Running";
}

void writeCompletions(CellWriter &out, const Job &f, const Record &job)
{
    CellText text;
    text.add(job.integer(f.succeeded)).add("/").add(job.integer(f.completions, 1));
    if (const std::int64_t parallelism = job.integer(f.parallelism); !job.has(f.completions) && parallelism > 1)
        text.add(" of ").add(parallelism);
    text.write(out);
}

/// While the job runs, its duration is an age.
void writeDuration(CellWriter &out, const Job &f, const Record &job)
{
    const auto started = job.seconds(f.started);
    const auto completed = job.seconds(f.completed);
    if (!started)
        out.text({});
    else if (!completed)
        out.age(*started);
    else
        out.text(text::humanDuration(std::chrono::seconds(*completed - *started)));
}

constexpr WhyRule whyRules[] = {{"Failed", "False"}, {"FailureTarget", "False"}, {"Suspended", "False"}};

void write(const Job &f, const Record &job, CellWriter &out)
{
    out.text(job.text(f.name));
    out.text(statusOf(f, job));
    writeCompletions(out, f, job);
    writeDuration(out, f, job);
    writeAge(out, job, f.created);
    writeContainers(out, job, f.containers);
    writeSelector(out, job, f.selector);
    writeWhy(out, job, f.why, whyRules);
}

constexpr Kind list[] = {makeKind<Job, write, "batch/v1", "Job">("jobs", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> jobKinds = list;

} // namespace kinds
