#include "models/detail/EnvironmentRows.h"

#include "models/detail/Parts.h"

#include <QtGlobal>

namespace detail {

namespace {

using environment::Gap;
using environment::Origin;
using environment::Variable;

Part valuePart(const Variable &variable, const std::string &value)
{
    if (value.empty())
        return wordsPart(Phrase(QT_TR_NOOP("empty")), Tone::Quiet);
    Part part = machinePart(value);
    part.isSecret = variable.isSecret;
    return part;
}

bool isMadeOfUnknown(const Variable &variable)
{
    return variable.isExpanded && variable.gap != Gap::NotRead;
}

Part gapPart(const Variable &variable)
{
    if (isMadeOfUnknown(variable))
        return wordsPart(Phrase(QT_TR_NOOP("not known: it is made of what is not known")), Tone::Unknown);
    switch (variable.gap) {
    case Gap::NotRead:
        return wordsPart(Phrase(QT_TR_NOOP("not read")), Tone::Quiet);
    case Gap::Refused:
        return wordsPart(Phrase(QT_TR_NOOP("not known: its source could not be read")), Tone::Unknown);
    case Gap::NotSet:
        return wordsPart(Phrase(QT_TR_NOOP("not set: the kubelet of this node leaves out such a name")), Tone::Warning);
    case Gap::NoNode:
        return wordsPart(Phrase(QT_TR_NOOP("not known: the node may tell it")), Tone::Unknown);
    case Gap::InFile:
        return wordsPart(Phrase(QT_TR_NOOP("in a file that the pod writes")), Tone::Unknown);
    case Gap::Absent:
        return wordsPart(Phrase(QT_TR_NOOP("not known")), Tone::Unknown);
    case Gap::None:
    case Gap::Missing:
    case Gap::Unusable:
    case Gap::BadField:
        return textPart(variable.error, Tone::Error);
    }
    return {};
}

Line nameOf(const Variable &variable)
{
    if (!variable.name.empty())
        return {machinePart(variable.name)};
    Line line{wordsPart(Phrase(QT_TR_NOOP("all its keys")), Tone::Quiet)};
    if (!variable.prefix.empty())
        line.insert(line.begin(), machinePart(variable.prefix));
    return line;
}

Line originOf(const Origin &origin, const std::string &namespaceName)
{
    const auto withKey = [&](Part link) {
        return origin.key.empty() ? Line{std::move(link)} : Line{std::move(link), textPart(origin.key, Tone::Quiet)};
    };
    switch (origin.kind) {
    case Origin::Kind::Literal:
        return {wordsPart(Phrase(QT_TR_NOOP("written in the pod")), Tone::Quiet)};
    case Origin::Kind::ConfigMap:
        return withKey(kindLinkPart({}, "ConfigMap", namespaceName, origin.name));
    case Origin::Kind::Secret:
        return withKey(kindLinkPart({}, "Secret", namespaceName, origin.name));
    case Origin::Kind::Service:
        return {kindLinkPart({}, "Service", origin.key.empty() ? namespaceName : origin.key, origin.name)};
    case Origin::Kind::Field:
        return {wordsPart(Phrase(QT_TR_NOOP("the pod's field")), Tone::Quiet), machinePart(origin.name)};
    case Origin::Kind::Resource:
        return {wordsPart(Phrase(QT_TR_NOOP("the container's resource")), Tone::Quiet), machinePart(origin.key.empty() ? origin.name : origin.key + ' ' + origin.name)};
    case Origin::Kind::File:
        return {wordsPart(Phrase(QT_TR_NOOP("a file in volume %1"), {origin.name}), Tone::Quiet), textPart(origin.key, Tone::Quiet)};
    case Origin::Kind::Container:
        return {wordsPart(Phrase(QT_TR_NOOP("the image, the runtime, or a source that is gone")), Tone::Quiet)};
    }
    return {};
}

Line fromOf(const Variable &variable, const std::string &namespaceName)
{
    Line line = originOf(variable.origin, namespaceName);
    if (variable.isExpanded)
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("expanded")), Tone::Quiet));
    for (const Origin &origin : variable.overrides) {
        const std::string name = origin.kind == Origin::Kind::Literal ? std::string() : textOf(origin);
        line.push_back(wordsPart(name.empty() ? Phrase(QT_TR_NOOP("overrides an earlier entry")) : Phrase(QT_TR_NOOP("overrides %1"), {name}), Tone::Quiet));
    }
    return line;
}

/// What the running container said, or what the objects prove.
Line changeOf(const Variable &variable, bool isCompared)
{
    if (variable.origin.kind == Origin::Kind::Container)
        return {wordsPart(Phrase(QT_TR_NOOP("the container has")), Tone::Quiet), valuePart(variable, variable.valueAtStart.value_or(std::string()))};
    if (variable.isChanged && !*variable.isChanged)
        return {wordsPart(Phrase(isCompared ? QT_TR_NOOP("equal") : QT_TR_NOOP("unchanged")), Tone::Ok)};
    Line line{variable.isChanged ? wordsPart(Phrase(QT_TR_NOOP("changed")), Tone::Warning) : wordsPart(Phrase(QT_TR_NOOP("not known")), Tone::Unknown)};
    if (variable.valueAtStart) {
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("the container has")), Tone::Quiet));
        line.push_back(valuePart(variable, *variable.valueAtStart));
    } else if (variable.wasAbsent) {
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("the container has none")), Tone::Quiet));
    } else if (variable.isYounger) {
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("made after the start")), Tone::Quiet));
    }
    return line;
}

} // namespace

std::vector<Line> environmentRow(const Variable &variable, const std::string &namespaceName, bool isStarted, bool isCompared)
{
    const Line value{variable.value ? valuePart(variable, *variable.value) : gapPart(variable)};
    return {nameOf(variable), value, fromOf(variable, namespaceName), isStarted ? changeOf(variable, isCompared) : Line()};
}

} // namespace detail
