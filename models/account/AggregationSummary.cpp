#include "models/account/AggregationSummary.h"

#include "models/account/AccountSummary.h"
#include "models/detail/Parts.h"
#include "models/rbac/Aggregation.h"

#include <QtGlobal>

#include <algorithm>

namespace account {

using detail::Line;
using detail::Part;
using detail::Phrase;
using detail::Section;
using detail::Summary;
using detail::textPart;
using detail::Tone;
using rbac::PolicyRule;
using rbac::Role;

namespace {

using RolePointer = std::shared_ptr<const Role>;

Part said(std::string_view marked, std::vector<detail::Argument> values = {}, Tone tone = Tone::Normal)
{
    return detail::wordsPart(Phrase(marked, std::move(values)), tone);
}

Part rolePart(const rbac::ObjectRef &ref) { return detail::linkPart("rbac.authorization.k8s.io", ref.kind, ref.namespaceName, ref.name); }

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

/// "rbac.example.com/to-view=true, tier In (a, b)"
std::string textOf(const rbac::ObjectSelector &selector)
{
    std::vector<std::string> parts;
    for (const auto &[key, value] : selector.matchLabels)
        parts.push_back(key + '=' + value);
    for (const auto &expression : selector.matchExpressions)
        parts.push_back(expression.key + ' ' + expression.operation + (expression.values.empty() ? "" : " (" + joined(expression.values) + ')'));
    return joined(parts);
}

/// What a role holds, what it will hold, and all that it could come from.
struct Parts
{
    RolePointer stored;
    RolePointer settled;                ///< the same where nothing will change
    std::vector<RolePointer> all;       ///< as they will be, by name
};

Parts partsOf(const rbac::Basis &basis, const rbac::ObjectRef &ref)
{
    Parts parts{basis.evaluator.findRole(ref), {}, basis.evaluator.roles()};
    parts.settled = parts.stored;
    for (const RolePointer &changed : rbac::settledAggregation(parts.all)) {
        std::ranges::replace_if(parts.all, [&](const RolePointer &each) { return each->ref == changed->ref; }, changed);
        if (changed->ref == ref)
            parts.settled = changed;
    }
    std::ranges::sort(parts.all, {}, [](const RolePointer &role) -> const rbac::ObjectRef & { return role->ref; });
    return parts;
}

bool holds(const Role &role, const PolicyRule &rule)
{
    return std::ranges::find(role.rules, rule) != role.rules.end();
}

/// Those that bring the rule, by name; for a rule that goes nobody does any more.
Line sourcesOf(const Parts &parts, const PolicyRule &rule)
{
    Line line;
    for (const RolePointer &other : parts.all)
        if (rbac::aggregates(*parts.stored, *other) && holds(*other, rule))
            line.push_back(rolePart(other->ref));
    return line.empty() ? Line{said(QT_TRANSLATE_NOOP("account", "none of the selected roles"), {}, Tone::Quiet)} : line;
}

std::string groupsOf(const PolicyRule &rule)
{
    std::vector<std::string> groups = rule.apiGroups;
    std::ranges::replace(groups, std::string(), std::string("core"));
    return joined(groups);
}

std::vector<Line> rowOf(const Parts &parts, const PolicyRule &rule, Part state)
{
    const bool isUrl = !rule.nonResourceUrls.empty();
    return {{std::move(state)}, {textPart(joined(rule.verbs))}, {isUrl ? detail::machinePart(joined(rule.nonResourceUrls)) : textPart(joined(rule.resources))},
            {textPart(groupsOf(rule))}, {textPart(joined(rule.resourceNames))}, sourcesOf(parts, rule)};
}

void addRules(Summary &summary, const Parts &parts)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Rules, and where they come from")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "Stored"), QT_TRANSLATE_NOOP("account", "Verbs"), QT_TRANSLATE_NOOP("account", "Resources"),
                                     QT_TRANSLATE_NOOP("account", "API groups"), QT_TRANSLATE_NOOP("account", "Only these names"), QT_TRANSLATE_NOOP("account", "From")});
    for (const PolicyRule &rule : parts.settled->rules)
        if (!holds(*parts.stored, rule))
            section.table->rows.push_back(rowOf(parts, rule, said(QT_TRANSLATE_NOOP("account", "not yet: will be added"), {}, Tone::Warning)));
    for (const PolicyRule &rule : parts.stored->rules)
        section.table->rows.push_back(rowOf(parts, rule, holds(*parts.settled, rule) ? said(QT_TRANSLATE_NOOP("account", "yes"))
                                                                                     : said(QT_TRANSLATE_NOOP("account", "yes: will go"), {}, Tone::Warning)));
    if (section.table->rows.empty())
        detail::addRow(section, QT_TRANSLATE_NOOP("account", "Rules"), said(QT_TRANSLATE_NOOP("account", "none: no role that is selected holds any"), {}, Tone::Quiet));
    detail::addSection(summary, std::move(section));
}

Line selectedBy(const rbac::ObjectSelector &selector, const Parts &parts)
{
    Line line;
    for (const RolePointer &other : parts.all)
        if (other->isClusterRole() && other->ref != parts.stored->ref && selector.matches(other->labels))
            line.push_back(rolePart(other->ref));
    return line.empty() ? Line{said(QT_TRANSLATE_NOOP("account", "nothing"), {}, Tone::Quiet)} : line;
}

void addSelectors(Summary &summary, const Parts &parts)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Takes in the rules of ClusterRoles with")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "Label"), QT_TRANSLATE_NOOP("account", "ClusterRoles")});
    for (const rbac::ObjectSelector &selector : *parts.stored->aggregation) {
        const std::string text = textOf(selector);
        section.table->rows.push_back({{text.empty() ? said(QT_TRANSLATE_NOOP("account", "anything: an empty selector takes in every ClusterRole"), {}, Tone::Warning) : detail::machinePart(text)},
                                       selectedBy(selector, parts)});
    }
    detail::addSection(summary, std::move(section));
}

void addNear(Summary &summary, const Parts &parts)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Nearly taken in")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "ClusterRole"), QT_TRANSLATE_NOOP("account", "Has the label"), QT_TRANSLATE_NOOP("account", "Would need")});
    for (const rbac::NearPart &near : rbac::nearParts(parts.all, *parts.stored))
        section.table->rows.push_back({{rolePart(near.role)}, {detail::machinePart(near.slip.own)}, {detail::machinePart(near.slip.meant)}});
    detail::addSection(summary, std::move(section));
}

void addTakers(Summary &summary, const Parts &parts)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Its own rules go into")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "ClusterRole"), QT_TRANSLATE_NOOP("account", "By the label")});
    for (const RolePointer &other : parts.all) {
        if (!rbac::aggregates(*other, *parts.stored))
            continue;
        const auto selector = std::ranges::find_if(*other->aggregation, [&](const rbac::ObjectSelector &each) { return each.matches(parts.stored->labels); });
        section.table->rows.push_back({{rolePart(other->ref)}, {detail::machinePart(textOf(*selector))}});
    }
    if (section.table->rows.empty())
        detail::addRow(section, QT_TRANSLATE_NOOP("account", "ClusterRoles"), said(QT_TRANSLATE_NOOP("account", "none: no role selects it by a label"), {}, Tone::Quiet));
    detail::addSection(summary, std::move(section));
}

/// Names what the controller has yet to write.
void addDifference(Summary &summary, const Parts &parts)
{
    const auto missing = [](const Role &from, const Role &in) {
        return std::to_string(std::ranges::count_if(from.rules, [&](const PolicyRule &rule) { return !holds(in, rule); }));
    };
    const std::string added = missing(*parts.settled, *parts.stored), gone = missing(*parts.stored, *parts.settled);
    if (added == "0" && gone == "0")
        return;
    detail::Notice notice{Tone::Warning, Phrase(QT_TRANSLATE_NOOP("account", "The stored rules are not those that they will become")), {}, {}};
    notice.sentences.push_back(Phrase(QT_TRANSLATE_NOOP("account", "Rules that will be added: %1, that will go: %2. Until then only the stored ones count."), {added, gone}));
    notice.sentences.push_back(Phrase(QT_TRANSLATE_NOOP("account", "The controller of Kubernetes writes what the labels select. It has not done so yet, or it does not run; what was written by hand is overwritten.")));
    summary.notices.push_back(std::move(notice));
}

} // namespace

Summary aggregationSummary(const rbac::Basis &basis, const rbac::ObjectRef &role)
{
    Summary summary;
    addUnreadable(summary, basis.inputs, {"clusterroles"});
    const Parts parts = partsOf(basis, role);
    if (!parts.stored) {
        summary.notices.push_back({Tone::Unknown, Phrase(QT_TRANSLATE_NOOP("account", "This ClusterRole is not known")), {}, {}});
        return summary;
    }
    if (!parts.stored->aggregation) {
        Section own{Phrase(QT_TRANSLATE_NOOP("account", "Rules, and where they come from")), {}};
        detail::addRow(own, QT_TRANSLATE_NOOP("account", "Rules"), said(QT_TRANSLATE_NOOP("account", "its own: it takes in those of no other role")));
        detail::addSection(summary, std::move(own));
        addTakers(summary, parts);
        return summary;
    }
    addDifference(summary, parts);
    addSelectors(summary, parts);
    addRules(summary, parts);
    addNear(summary, parts);
    addTakers(summary, parts);
    return summary;
}

} // namespace account
