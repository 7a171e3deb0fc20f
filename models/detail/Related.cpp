#include "models/detail/Related.h"

#include "models/detail/PodRequests.h"
#include "models/detail/Sections.h"
#include "models/detail/State.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <set>
#include <span>
#include <string_view>

namespace detail {

namespace {

using text::Value;

constexpr const char *revisionNote = "deployment.kubernetes.io/revision";

Tone toneOf(kinds::Health health)
{
    static constexpr std::array<Tone, kinds::HealthCount> tones{Tone::Error, Tone::Warning, Tone::Unknown, Tone::Progress, Tone::Ok, Tone::Quiet, Tone::Normal};
    return tones[static_cast<std::size_t>(health)];
}

Value stateValue(const Value &object)
{
    const State state = stateOf(object);
    Value value = Value::map();
    value.set("word", Value::string(state.word));
    value.set("isCount", Value::boolean(state.isCount));
    value.set("health", Value::number(static_cast<std::int64_t>(state.health)));
    return value;
}

Value requestsValue(const Value &pod)
{
    Value value = Value::map();
    if (hasEnded(pod))
        return value;
    for (const auto &[name, quantity] : podRequests(pod))
        value.set(name, Value::string(quantity.toString()));
    return value;
}

Part statePart(const Value &relative)
{
    const Value &state = relative["state"];
    const Tone tone = toneOf(static_cast<kinds::Health>(state["health"].asInteger()));
    const std::string &word = state["word"].text();
    return state["isCount"].asBoolean() ? wordsPart(Phrase(QT_TR_NOOP("%1 ready"), {word}), tone) : textPart(word, tone);
}

Part ageOf(const Value &relative)
{
    const auto created = timeOf(relative["created"]);
    return created ? wordsPart(Phrase({}, {Argument::age(*created)}), Tone::Quiet) : textPart({});
}

Part nameOf(const Relation &relation, const Value &relative)
{
    return linkPart(relation.kind.group, relation.kind.kind, relative["namespace"].text(), relative["name"].text());
}

using Relatives = std::vector<const Value *>;

bool isRefused(const LiveList::Content &content)
{
    return !content.isComplete && content.state.error;
}

bool isOwnedByOneOf(const Value &relative, const std::set<std::string> &owners)
{
    return std::ranges::any_of(relative["owners"].items(), [&](const Value &uid) { return owners.contains(uid.text()); });
}

bool scalesOneOf(const Value &relative, const Value &object, const std::vector<Reference> &owners)
{
    const Value &target = relative["target"];
    const auto isTarget = [&](std::string_view group, const std::string &kind, const std::string &name) {
        return groupOf(target["apiVersion"].text()) == group && target["kind"].text() == kind && target["name"].text() == name;
    };
    return isTarget(groupOf(object["apiVersion"].text()), object["kind"].text(), at(object, "metadata.name").text())
        || std::ranges::any_of(owners, [&](const Reference &owner) { return isTarget(owner.group, owner.kind, owner.name); });
}

/// Those of the other relation whose objects own these; null when they may not be read, and the selector alone must do.
const Related *ownersOf(const Related &related, const std::vector<const Related *> &all)
{
    const auto owning = std::ranges::find_if(all, [&](const Related *each) { return each->relation.kind.kind == related.relation.ownedBy; });
    return owning == all.end() || isRefused((*owning)->content) ? nullptr : *owning;
}

std::set<std::string> uidsOf(const Related &related)
{
    std::set<std::string> uids;
    for (const auto &[uid, relative] : related.content.objects)
        uids.insert(uid);
    return uids;
}

/// Where a relative stands among others, read once: of very many, comparing would read it again and again.
struct Placed
{
    std::int64_t newest;        ///< for versions and runs, which come newest first; else the same for all
    std::int64_t rank;          ///< what is not well comes first
    std::string_view namespaceName, name;
    const Value *relative;

    auto operator<=>(const Placed &) const = default;
};

Placed placed(const Value *relative, bool byTime)
{
    const Value &each = *relative;
    const std::int64_t newest = byTime ? -timeOf(each["created"]).value_or(0) : 0;
    return {newest, std::min(each["state"]["health"].asInteger(), static_cast<std::int64_t>(kinds::Health::Starting)), each["namespace"].text(), each["name"].text(), relative};
}

/// Only those that are told are put in order.
void sort(Relatives &relatives, std::string_view kind)
{
    std::vector<Placed> places;
    places.reserve(relatives.size());
    for (const Value *each : relatives)
        places.push_back(placed(each, kind == "ReplicaSet" || kind == "Job"));
    std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), MostTold)));
    std::ranges::transform(places, relatives.begin(), &Placed::relative);
}

Relatives relativesIn(const Related &related, const Value &object, const std::vector<const Related *> &all, const std::vector<Reference> &owners)
{
    const Relation &relation = related.relation;
    const Related *owning = ownersOf(related, all);
    const std::set<std::string> uids = owning ? uidsOf(*owning) : std::set<std::string>();
    Relatives relatives;
    for (const auto &[uid, relative] : related.content.objects) {
        if ((!owning || isOwnedByOneOf(*relative, uids)) && (!relation.isScaler || scalesOneOf(*relative, object, owners)))
            relatives.push_back(relative.get());
    }
    sort(relatives, relation.kind.kind);
    return relatives;
}

std::span<const Value *const> told(const Relatives &relatives)
{
    return std::span(relatives).first(std::min(relatives.size(), MostTold));
}

/// How many are not told; nothing when all are.
std::optional<Part> untold(const Relatives &relatives)
{
    const std::size_t more = relatives.size() - told(relatives).size();
    return more == 0 ? std::nullopt : std::optional(wordsPart(Phrase(QT_TR_NOOP("%1 more"), {std::to_string(more)}), Tone::Quiet));
}

Part notKnown(const LiveList::Content &content)
{
    return wordsPart(Phrase(QT_TR_NOOP("not known: %1"), {content.state.error->message}), Tone::Unknown);
}

/// They were read once, and may not be read any more. A connection that is lost is told of the whole page.
std::vector<Line> noLongerRead(const LiveList::Content &content)
{
    const auto &error = content.state.error;
    const bool isRefusal = error && (error->kind == base::ErrorKind::Forbidden || error->kind == base::ErrorKind::Unauthorized);
    return isRefusal ? std::vector<Line>{{wordsPart(Phrase(QT_TR_NOOP("not up to date: %1"), {error->message}), Tone::Unknown)}} : std::vector<Line>();
}

constexpr const char *accessGroup = "rbac.authorization.k8s.io";
constexpr std::size_t mostSubjects = 5;     ///< of a binding

/// Of a binding, on the page of who is bound: on all others the role is that of the page.
Line roleOf(const Value &relative, const Value &object)
{
    const Value &role = relative["role"];
    if (role.isNull() || object["kind"].text() != "ServiceAccount")
        return {textPart({})};
    const std::string &kind = role["kind"].text();
    return {kindLinkPart(accessGroup, kind, kind == "Role" ? relative["namespace"].text() : std::string(), role["name"].text())};
}

Part subjectPart(const Value &subject)
{
    const std::string &kind = subject["kind"].text(), &name = subject["name"].text();
    if (kind == "User" || kind == "Group")
        return kindLinkPart("rbac.authorization.k8s.io", kind, {}, name);
    return kind == "ServiceAccount" ? kindLinkPart({}, kind, subject["namespace"].text(), name) : textPart(kind + ' ' + name);
}

Line subjectsOf(const Value &relative, const Value &object)
{
    Line line;
    if (object["kind"].text() != "ServiceAccount") {
        for (const Value &subject : relative["subjects"].items())
            line.push_back(subjectPart(subject));
        if (const std::int64_t more = relative["moreSubjects"].asInteger(); more > 0)
            line.push_back(wordsPart(Phrase(QT_TR_NOOP("%1 more"), {std::to_string(more)}), Tone::Quiet));
    }
    return line.empty() ? Line{textPart({})} : line;
}

Section tableOfRelatives(const Related &related, const Relatives &relatives, const Value &object)
{
    const Relation &relation = related.relation;
    Section section{Phrase(relation.title), {}};
    section.table = tableOf({QT_TR_NOOP("Name"), QT_TR_NOOP("State"), QT_TR_NOOP("Revision"), QT_TR_NOOP("Role"), QT_TR_NOOP("Subjects"), QT_TR_NOOP("Namespace"), QT_TR_NOOP("Node"), QT_TR_NOOP("Age")});
    for (const Value *relative : told(relatives)) {
        // What is the same for all, because it was asked for, is not told.
        const std::string node = relation.fields.starts_with("spec.nodeName") ? std::string() : (*relative)["node"].text();
        section.table->rows.push_back({{nameOf(relation, *relative)},
                                       {statePart(*relative)},
                                       {textPart((*relative)["revision"].text())},
                                       roleOf(*relative, object),
                                       subjectsOf(*relative, object),
                                       {textPart(relation.kind.namespaceName.empty() ? (*relative)["namespace"].text() : std::string())},
                                       {node.empty() ? textPart({}) : linkPart({}, "Node", {}, node)},
                                       {ageOf(*relative)}});
    }
    if (const auto more = untold(relatives)) {
        section.table->rows.emplace_back(section.table->headers.size(), Line{textPart({})});
        section.table->rows.back().front() = {*more};
    }
    return section;
}

std::vector<Line> linesOf(const Related &related, const Relatives &relatives)
{
    std::vector<Line> lines;
    for (const Value *relative : told(relatives)) {
        Line line{nameOf(related.relation, *relative)};
        if (!(*relative)["state"]["word"].text().empty())
            line.push_back(statePart(*relative));
        lines.push_back(std::move(line));
    }
    if (const auto more = untold(relatives))
        lines.push_back({*more});
    return lines;
}

/// What a person looks for first: of a pod it is its containers, of everything else what it is made of.
std::ptrdiff_t placeOf(const Summary &summary, const Value &object)
{
    const auto titled = [&](std::string_view words) {
        return std::ranges::find_if(summary.sections, [&](const Section &section) { return section.title.words == words; }) - summary.sections.begin();
    };
    const auto end = static_cast<std::ptrdiff_t>(summary.sections.size());
    if (object["kind"].text() == "Pod")
        return std::min(titled("Status"), titled("Object"));
    if (object["kind"].text() == "Node" && titled("Capacity") < end)
        return titled("Capacity") + 1;
    const std::ptrdiff_t first = titled(ownersTitle().words) < end ? 1 : 0;
    return std::min({first + 1, titled("Conditions"), titled("Object")});
}

std::vector<Section> sectionsOf(const Value &object, const std::vector<const Related *> &all, const std::vector<Reference> &owners)
{
    std::vector<Section> sections;
    Section rows{Phrase(QT_TR_NOOP("Related objects")), {}};
    for (const Related *related : all) {
        const Relation &relation = related->relation;
        const bool isTable = relation.form == Relation::Form::Table;
        if (isRefused(related->content)) {
            addRow(rows, relation.title, notKnown(related->content));
            continue;
        }
        if (!related->content.isComplete)
            continue;
        const Relatives relatives = relativesIn(*related, object, all, owners);
        std::vector<Line> lines;
        if (isTable)
            sections.push_back(tableOfRelatives(*related, relatives, object));
        else
            lines = linesOf(*related, relatives);
        std::ranges::copy(noLongerRead(related->content), std::back_inserter(lines));
        addRow(rows, relation.title, std::move(lines));
    }
    sections.push_back(std::move(rows));
    return sections;
}

void addRequestsOf(Summary &summary, const Value &node, const Related &pods)
{
    if (isRefused(pods.content))
        return addRequested(summary, node, std::nullopt);
    if (!pods.content.isComplete)
        return;
    Amounts sum{{"pods", text::Quantity()}};
    for (const auto &[uid, pod] : pods.content.objects) {
        for (const Value::Member &member : (*pod)["requests"].members())
            add(sum, Amounts{{member.key, text::Quantity::from(member.value).value_or(text::Quantity())}});
        if (!(*pod)["hasEnded"].asBoolean())
            add(sum, Amounts{{"pods", text::Quantity::whole(1)}});
    }
    addRequested(summary, node, sum);
}

} // namespace

text::Value relativeOf(const text::Value &object)
{
    const Value &metadata = object["metadata"];
    Value relative = Value::map();
    relative.set("name", metadata["name"]);
    relative.set("namespace", metadata["namespace"]);
    relative.set("created", metadata["creationTimestamp"]);
    Value owners = Value::list();
    for (const Value &owner : metadata["ownerReferences"].items())
        owners.items().push_back(owner["uid"]);
    relative.set("owners", std::move(owners));
    relative.set("revision", metadata["annotations"][revisionNote]);
    relative.set("target", at(object, "spec.scaleTargetRef"));
    relative.set("state", stateValue(object));
    if (object["roleRef"].isMap()) {
        relative.set("role", object["roleRef"]);
        const std::span<const Value> subjects(object["subjects"].items());
        const std::size_t count = std::min(subjects.size(), mostSubjects);
        Value first = Value::list();
        std::ranges::copy(subjects.first(count), std::back_inserter(first.items()));
        relative.set("subjects", std::move(first));
        relative.set("moreSubjects", Value::number(static_cast<std::int64_t>(subjects.size() - count)));
    }
    if (object["kind"].text() == "Pod") {
        relative.set("node", at(object, "spec.nodeName"));
        relative.set("requests", requestsValue(object));
        relative.set("hasEnded", Value::boolean(hasEnded(object)));
    }
    return relative;
}

void addRelations(Summary &summary, const text::Value &object, const std::vector<const Related *> &related, const std::vector<Reference> &owners)
{
    std::ptrdiff_t place = placeOf(summary, object);
    Summary added;
    for (Section &section : sectionsOf(object, related, owners))
        addSection(added, std::move(section));
    for (Section &section : added.sections)
        summary.sections.insert(summary.sections.begin() + place++, std::move(section));
    const auto pods = std::ranges::find_if(related, [](const Related *each) { return each->relation.kind.kind == "Pod"; });
    if (object["kind"].text() == "Node" && pods != related.end())
        addRequestsOf(summary, object, **pods);
}

} // namespace detail
