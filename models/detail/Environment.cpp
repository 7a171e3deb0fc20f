#include "models/detail/Environment.h"

#include "models/detail/EnvironmentRows.h"
#include "models/detail/Parts.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <set>

namespace detail {

namespace {

using environment::Environment;
using environment::Origin;
using environment::Variable;

bool isOfService(const Variable &variable) { return variable.origin.kind == Origin::Kind::Service; }

Part actPart(std::string_view words, std::string_view act, const std::string &container, std::vector<Argument> arguments = {})
{
    Part part = wordsPart(Phrase(words, std::move(arguments)));
    part.act = std::string(act) + container;
    return part;
}

Line countLine(const Environment &environment)
{
    const auto ofServices = static_cast<std::size_t>(std::ranges::count_if(environment.variables, isOfService));
    const std::string own = std::to_string(environment.variables.size() - ofServices), links = std::to_string(ofServices);
    return {wordsPart(Phrase(QT_TR_NOOP("%1 variables in the order in which the kubelet sets them, and %2 of Services"), {own, links}), Tone::Quiet)};
}

/// What is known of the running container, or what can be done about it.
Line proofLine(const Environment &environment, const EnvironmentProof &proof)
{
    using State = EnvironmentProof::State;
    switch (proof.state) {
    case State::NotStarted:
        return {wordsPart(Phrase(QT_TR_NOOP("the container does not run: what it would get now")), Tone::Quiet)};
    case State::NotKnown:
        return {};
    case State::Offered:
        return {actPart(QT_TR_NOOP("Compare with the container"), CompareAct, environment.container)};
    case State::ReadOnly:
        return {wordsPart(Phrase(QT_TR_NOOP("not compared with the container: this cluster is read-only here, and exec runs a command in it")), Tone::Quiet)};
    case State::NotOneself:
        return {wordsPart(Phrase(QT_TR_NOOP("not compared with the container: nothing is run while one looks as somebody else")), Tone::Quiet)};
    case State::Refused:
        return {wordsPart(Phrase(QT_TR_NOOP("not compared with the container: that needs get and create of pods/exec. %1"), {proof.words}), Tone::Quiet)};
    case State::Asking:
        return {wordsPart(Phrase(QT_TR_NOOP("asking the container")), Tone::Progress)};
    case State::Failed:
        return {wordsPart(Phrase(QT_TR_NOOP("the container did not say: %1"), {proof.words}), Tone::Error), actPart(QT_TR_NOOP("Compare again"), CompareAct, environment.container)};
    case State::Done:
        return {wordsPart(Phrase(QT_TR_NOOP("compared with the container")), Tone::Ok), actPart(QT_TR_NOOP("Compare again"), CompareAct, environment.container)};
    }
    return {};
}

/// Each source that could not be read, once, with the server's words.
void addRefusals(std::vector<Line> &lines, const Environment &environment, const std::string &namespaceName)
{
    std::set<std::pair<Origin::Kind, std::string>> told;
    for (const Variable &variable : environment.variables) {
        const Origin &origin = variable.origin;
        if (variable.gap != environment::Gap::Refused || variable.error.empty() || !told.emplace(origin.kind, origin.name).second)
            continue;
        const char *kind = origin.kind == Origin::Kind::Secret ? "Secret" : "ConfigMap";
        lines.push_back({kindLinkPart({}, kind, namespaceName, origin.name), wordsPart(Phrase(QT_TR_NOOP("could not be read: %1"), {variable.error}), Tone::Unknown)});
    }
}

std::vector<Line> linesOf(const EnvironmentTold &told, const std::string &namespaceName)
{
    const Environment &environment = told.environment;
    std::vector<Line> lines{countLine(environment)};
    if (!environment.failure.empty())
        lines.push_back({wordsPart(Phrase(QT_TR_NOOP("a start would fail now, %1: %2"), {environment.failureReason, environment.failure}), Tone::Error)});
    if (!environment.servicesError.empty())
        lines.push_back({wordsPart(Phrase(QT_TR_NOOP("Services could not be read: %1"), {environment.servicesError}), Tone::Warning)});
    addRefusals(lines, environment, namespaceName);
    if (const std::size_t count = environment.secretsNotRead(); count > 0)
        lines.push_back({wordsPart(Phrase(QT_TR_NOOP("Secrets that were not read: %1"), {std::to_string(count)}), Tone::Quiet), actPart(QT_TR_NOOP("Read their values"), ReadSecretsAct, environment.container)});
    if (Line line = proofLine(environment, told.proof); !line.empty())
        lines.push_back(std::move(line));
    if (told.proof.state != EnvironmentProof::State::Done)
        lines.push_back({wordsPart(Phrase(QT_TR_NOOP("what the image and the runtime set, such as PATH, is known by comparing only")), Tone::Quiet)});
    return lines;
}

Section sectionOf(std::string_view title, const EnvironmentTold &told, const std::string &namespaceName, bool (*isIn)(const Variable &))
{
    Section section{Phrase(title, {told.environment.container}), {}};
    section.table = tableOf({QT_TR_NOOP("Variable"), QT_TR_NOOP("Value"), QT_TR_NOOP("From"), QT_TR_NOOP("Since the start")});
    const bool isCompared = told.proof.state == EnvironmentProof::State::Done;
    for (const Variable &variable : told.environment.variables) {
        if (isIn(variable))
            section.table->rows.push_back(environmentRow(variable, namespaceName, told.environment.isStarted, isCompared));
    }
    return section;
}

std::vector<Section> sectionsOf(const EnvironmentTold &told, const std::string &namespaceName)
{
    Summary summary;
    addSection(summary, sectionOf(QT_TR_NOOP("Environment of %1"), told, namespaceName, [](const Variable &variable) { return !isOfService(variable); }));
    Section links = sectionOf(QT_TR_NOOP("Service variables of %1"), told, namespaceName, isOfService);
    links.table->isFolded = true;
    addSection(summary, std::move(links));
    return std::move(summary.sections);
}

bool isOfContainer(const Section &section, const std::string &container)
{
    static constexpr std::array<std::string_view, 3> titles{"Container %1", "Init container %1", "Debug container %1"};
    return std::ranges::find(titles, section.title.words) != titles.end() && section.title.arguments.front() == Argument(container);
}

void replaceRow(Section &section, std::vector<Line> lines)
{
    const auto row = std::ranges::find_if(section.rows, [](const Row &each) { return each.label.words == "Environment"; });
    if (row != section.rows.end())
        row->lines = std::move(lines);
    else
        addRow(section, QT_TR_NOOP("Environment"), std::move(lines));
}

} // namespace

void addEnvironment(Summary &summary, const std::string &namespaceName, const EnvironmentTold &told)
{
    const auto section = std::ranges::find_if(summary.sections, [&](const Section &each) { return isOfContainer(each, told.environment.container); });
    if (section == summary.sections.end())
        return;
    replaceRow(*section, linesOf(told, namespaceName));
    std::vector<Section> more = sectionsOf(told, namespaceName);
    summary.sections.insert(section + 1, std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace detail
