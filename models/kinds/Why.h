#pragma once

#include "models/kinds/Conditions.h"
#include "models/kinds/KindMaker.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace kinds {

/// A condition that should have that status; where it has not, its message says why the object is as it is.
struct WhyRule
{
    std::string_view type;
    std::string_view good;
};

/// What the conditions of an object say against it.
struct WhyFields
{
    explicit WhyFields(Plan &plan) : conditions(plan) {}

    ConditionFields conditions;
    Field reason = conditions.list.field("reason");
    Field message = conditions.list.field("message");
};

/// A cell: of each condition that is not as it should be "message", or else its reason, or its type; empty when all are.
void writeWhy(CellWriter &out, const Record &object, const WhyFields &fields, std::span<const WhyRule> rules);

/// What it means that a container ended with that code, in the language of the cells: "killed (SIGKILL)" for 137; empty where the code says
/// nothing.
std::string_view exitMeaning(std::int64_t code);

/// Gives marked words in the language of whoever reads them.
using Translate = std::function<std::string(const char *words)>;

/// The words that are this program's own, and no server's, in the cells that say why: English until this is called. What is shown is what is
/// filtered, sorted and copied, so it is said where cells are written; call it before there are any, from the one thread there is.
void speak(const Translate &translate);

/// What containers say of themselves, in "status.containerStatuses" for example.
struct ContainerWhyFields
{
    ContainerWhyFields(Plan &plan, const std::string &path) : list(plan.items(path)) {}

    Items list;
    Field name = list.field("name");
    Field waitingReason = list.field("state.waiting.reason");
    Field waitingMessage = list.field("state.waiting.message");
    Field ended = list.field("state.terminated");
    Field exitCode = list.field("state.terminated.exitCode");
    Field endedReason = list.field("state.terminated.reason");
    Field endedMessage = list.field("state.terminated.message");
    Field lastEnded = list.field("lastState.terminated");
    Field lastExitCode = list.field("lastState.terminated.exitCode");
    Field lastReason = list.field("lastState.terminated.reason");
    Field lastMessage = list.field("lastState.terminated.message");
};

/// Why a pod is as it is.
struct PodWhyFields
{
    explicit PodWhyFields(Plan &plan)
        : message(plan.field("status.message")), conditions(plan), inits(plan, "status.initContainerStatuses"),
          containers(plan, "status.containerStatuses")
    {
    }

    Field message;
    WhyFields conditions;
    ContainerWhyFields inits;
    ContainerWhyFields containers;
};

/// A cell: the pod's own message, why it is not scheduled, then container by container why it waits or how it ended last.
void writePodWhy(CellWriter &out, const Record &pod, const PodWhyFields &fields);

} // namespace kinds
