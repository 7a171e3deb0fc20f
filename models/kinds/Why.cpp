#include "models/kinds/Why.h"

#include "models/kinds/CellText.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace kinds {
namespace {

struct Exit
{
    std::int64_t code;
    const char *meaning;
};

/// Of shells, container runtimes and signals (128 and the signal's number).
constexpr Exit exits[] = {
    {1, QT_TR_NOOP("error")},
    {2, QT_TR_NOOP("wrong use")},
    {125, QT_TR_NOOP("the container could not be run")},
    {126, QT_TR_NOOP("the command cannot be run")},
    {127, QT_TR_NOOP("command not found")},
    {128, QT_TR_NOOP("wrong exit code, or the container could not be started")},
    {129, QT_TR_NOOP("hung up (SIGHUP)")},
    {130, QT_TR_NOOP("interrupted (SIGINT)")},
    {131, QT_TR_NOOP("quit (SIGQUIT)")},
    {132, QT_TR_NOOP("illegal instruction (SIGILL)")},
    {134, QT_TR_NOOP("aborted (SIGABRT)")},
    {135, QT_TR_NOOP("bus error (SIGBUS)")},
    {136, QT_TR_NOOP("arithmetic error (SIGFPE)")},
    {137, QT_TR_NOOP("killed (SIGKILL)")},
    {139, QT_TR_NOOP("memory fault (SIGSEGV)")},
    {141, QT_TR_NOOP("broken pipe (SIGPIPE)")},
    {143, QT_TR_NOOP("terminated (SIGTERM)")},
};

constexpr const char *exitWords = QT_TR_NOOP("exit %1");
constexpr const char *lastExitWords = QT_TR_NOOP("last exit %1");

/// A text around a value.
struct Around
{
    std::string before;
    std::string after;
};

/// What cells say beside what the server says.
struct Words
{
    explicit Words(const Translate &translate) : exit(around(translate(exitWords))), lastExit(around(translate(lastExitWords)))
    {
        for (std::size_t i = 0; i < meanings.size(); ++i)
            meanings[i] = translate(exits[i].meaning);
    }

    static Around around(const std::string &text)
    {
        const std::size_t gap = std::min(text.find("%1"), text.size());
        return {text.substr(0, gap), text.substr(std::min(gap + 2, text.size()))};
    }

    Around exit;
    Around lastExit;
    std::array<std::string, std::size(exits)> meanings;
};

Words &words()
{
    static Words words([](const char *english) { return std::string(english); });
    return words;
}

/// What only says that nothing is wrong yet.
constexpr std::string_view beginnings[] = {"ContainerCreating", "PodInitializing"};

void addEnd(CellText &text, const Around &around, std::int64_t code, std::string_view reason, std::string_view message)
{
    text.add(around.before).add(code).add(around.after);
    if (const std::string_view meaning = exitMeaning(code); !meaning.empty())
        text.add(", ").add(meaning);
    if (!reason.empty() && reason != "Error")
        text.add(", ").add(reason);
    if (!trimmed(message).empty())
        text.add(": ").add(trimmed(message));
}

/// A container that runs, and never ended, says nothing.
void addContainer(CellText &text, const ContainerWhyFields &f, const Record &container)
{
    const std::string_view waiting = container.text(f.waitingReason);
    const bool waits = !waiting.empty() && std::ranges::find(beginnings, waiting) == std::end(beginnings);
    const bool failed = container.has(f.ended) && container.integer(f.exitCode) != 0;
    const bool endedBefore = container.has(f.lastEnded);
    if (!waits && !failed && !endedBefore)
        return;
    text.next("; ").add(container.text(f.name)).add(": ");
    if (failed)
        addEnd(text, words().exit, container.integer(f.exitCode), container.text(f.endedReason), container.text(f.endedMessage));
    else if (endedBefore)
        addEnd(text, words().lastExit, container.integer(f.lastExitCode), container.text(f.lastReason), container.text(f.lastMessage));
    if (waits) {
        const std::string_view message = trimmed(container.text(f.waitingMessage));
        text.add(endedBefore || failed ? "; " : "").add(message.empty() ? waiting : message);
    }
}

void addConditions(CellText &text, const Record &object, const WhyFields &f, std::span<const WhyRule> rules)
{
    std::vector<std::string_view> said;     // a node that fell silent says the same in each of its conditions
    for (const Record condition : object.items(f.conditions.list)) {
        const auto rule = std::ranges::find(rules, condition.text(f.conditions.type), &WhyRule::type);
        const std::string_view status = condition.text(f.conditions.status);
        if (rule == rules.end() || status.empty() || status == rule->good)
            continue;
        const std::string_view message = trimmed(condition.text(f.message)), reason = condition.text(f.reason);
        const std::string_view why = !message.empty() ? message : !reason.empty() ? reason : rule->type;
        if (std::ranges::find(said, why) == said.end())
            text.next("; ").add(said.emplace_back(why));
    }
}

constexpr WhyRule podRules[] = {{"PodScheduled", "True"}};

} // namespace

std::string_view exitMeaning(std::int64_t code)
{
    const auto found = std::ranges::find(exits, code, &Exit::code);
    return found == std::end(exits) ? std::string_view() : words().meanings[static_cast<std::size_t>(found - std::begin(exits))];
}

void speak(const Translate &translate)
{
    words() = Words(translate);
}

void writeWhy(CellWriter &out, const Record &object, const WhyFields &fields, std::span<const WhyRule> rules)
{
    CellText text;
    addConditions(text, object, fields, rules);
    text.write(out);
}

void writePodWhy(CellWriter &out, const Record &pod, const PodWhyFields &f)
{
    CellText text;
    if (const std::string_view message = trimmed(pod.text(f.message)); !message.empty())
        text.next("; ").add(message);
    addConditions(text, pod, f.conditions, podRules);
    for (const Record container : pod.items(f.inits.list))
        addContainer(text, f.inits, container);
    for (const Record container : pod.items(f.containers.list))
        addContainer(text, f.containers, container);
    text.write(out);
}

} // namespace kinds
