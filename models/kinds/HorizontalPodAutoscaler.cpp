#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Why.h"

#include <array>

namespace kinds {
namespace {

/// One source of metrics, such as "resource", in the spec and in the status of an autoscaler.
struct SourceFields
{
    std::string_view type;
    bool named = false;     ///< by a resource, whose name stands before the figures
    Field source, name, averageTarget, valueTarget, utilizationTarget;
    Field status, average, value, utilization;
};

struct Autoscaler : Fields
{
    Autoscaler(std::string_view apiVersion, std::string_view autoscalerKind) : Fields(apiVersion, autoscalerKind)
    {
        static constexpr struct { std::string_view type, member; bool named; } known[] = {
            {"External", "external", false}, {"Pods", "pods", false}, {"Object", "object", false},
            {"Resource", "resource", true}, {"ContainerResource", "containerResource", true}};
        for (std::size_t i = 0; i < sources.size(); ++i)
            sources[i] = sourceOf(known[i].type, std::string(known[i].member), known[i].named);
    }

    SourceFields sourceOf(std::string_view sourceType, const std::string &member, bool named)
    {
        const std::string target = member + ".target.";
        const std::string current = member + ".current.";
        SourceFields made;
        made.type = sourceType;
        made.named = named;
        made.source = metrics.field(member);
        if (named) {
            made.name = metrics.field(member + ".name");
            made.utilizationTarget = metrics.field(target + "averageUtilization");
            made.utilization = statuses.field(current + "averageUtilization");
        }
        made.averageTarget = metrics.field(target + "averageValue");
        made.valueTarget = metrics.field(target + "value");
        made.status = statuses.field(member);
        made.average = statuses.field(current + "averageValue");
        made.value = statuses.field(current + "value");
        return made;
    }

    Field targetKind = plan.field("spec.scaleTargetRef.kind");
    Field targetName = plan.field("spec.scaleTargetRef.name");
    Field minimum = plan.field("spec.minReplicas");
    Field maximum = plan.field("spec.maxReplicas");
    Field replicas = plan.field("status.currentReplicas");
    Items metrics = plan.items("spec.metrics");
    Field type = metrics.field("type");
    Items statuses = plan.items("status.currentMetrics");
    std::array<SourceFields, 5> sources;
    WhyFields why{plan};
};

const Column columns[] = {{"Name"}, {"Reference"}, {"Targets"}, {"MinPods"}, {"MaxPods"}, {"Replicas"}, {"Age"}, {"State", Shown::Model}, {"Why", Shown::Model}};

constexpr WhyRule whyRules[] = {{"AbleToScale", "True"}, {"ScalingActive", "True"}};

/// Somebody who sets the replicas to 0 switches it off.
std::string_view stateOf(const Autoscaler &f, const Record &object)
{
    bool isKnown = false;
    for (const WhyRule &rule : whyRules) {
        const auto condition = f.why.conditions.find(object, rule.type);
        isKnown = isKnown || condition;
        if (condition && condition->text(f.why.conditions.status) != rule.good)
            return condition->text(f.why.reason) == "ScalingDisabled" ? "Disabled" : "Not scaling";
    }
    return isKnown ? "Scaling" : "New";
}

/// The quantity, or what Go writes for one that is not there.
std::string_view quantity(const Record &object, Field field)
{
    return object.has(field) ? object.text(field) : "<nil>";
}

void addPercent(CellText &text, const Record *object, Field field, std::string_view whenAbsent)
{
    if (object && object->has(field))
        text.add(object->integer(field)).add("%");
    else
        text.add(whenAbsent);
}

/// A target that is an average value. Object and External metrics may lack the current average although they have a status.
void addAverage(CellText &text, const SourceFields &f, const Record &metric, const Record *status)
{
    const bool external = f.type == "External" || f.type == "Object";
    const bool known = status && (!external || status->has(f.average));
    text.add(known ? quantity(*status, f.average) : "<unknown>").add("/").add(quantity(metric, f.averageTarget));
    text.add(external ? " (avg)" : "");
}

void addValue(CellText &text, const SourceFields &f, const Record &metric, const Record *status)
{
    if (f.named) {
        addPercent(text, status, f.utilization, "<unknown>");
        text.add("/");
        addPercent(text, &metric, f.utilizationTarget, "<auto>");
    } else {
        text.add(status ? quantity(*status, f.value) : "<unknown>").add("/").add(quantity(metric, f.valueTarget));
    }
}

void addMetric(CellText &text, const Autoscaler &f, const Record &metric, const Record *status)
{
    for (const SourceFields &source : f.sources) {
        if (source.type != metric.text(f.type))
            continue;
        const Record *current = status && status->has(source.status) ? status : nullptr;
        if (source.named)
            text.add(metric.text(source.name)).add(": ");
        if (source.type == "Pods" || metric.has(source.averageTarget))
            addAverage(text, source, metric, current);
        else
            addValue(text, source, metric, current);
        return;
    }
    text.add("<unknown type>");
}

/// A metric and its status belong together by their place in the two lists.
void writeTargets(CellWriter &out, const Autoscaler &f, const Record &object)
{
    const auto statuses = object.items(f.statuses);
    ShortList list(2, ", ");
    auto status = statuses.begin();
    for (const Record metric : object.items(f.metrics)) {
        const bool known = status != statuses.end();
        const Record current = known ? *status : Record();
        if (list.next())
            addMetric(list.text(), f, metric, known ? &current : nullptr);
        if (known)
            ++status;
    }
    list.write(out, "<none>");
}

void write(const Autoscaler &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    CellText reference;
    reference.add(object.text(f.targetKind)).add("/").add(object.text(f.targetName)).write(out);
    writeTargets(out, f, object);
    if (object.has(f.minimum))
        out.integer(object.integer(f.minimum));
    else
        out.text("<unset>");
    out.integer(object.integer(f.maximum));
    out.integer(object.integer(f.replicas));
    writeAge(out, object, f.created);
    out.text(stateOf(f, object));
    writeWhy(out, object, f.why, whyRules);
}

constexpr Kind list[] = {
    makeKind<Autoscaler, write, "autoscaling/v2", "HorizontalPodAutoscaler">("horizontalpodautoscalers", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> horizontalPodAutoscalerKinds = list;

} // namespace kinds
