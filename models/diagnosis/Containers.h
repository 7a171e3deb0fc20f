#pragma once

#include "models/diagnosis/Case.h"
#include "models/diagnosis/Meaning.h"

#include <string>
#include <vector>

namespace diagnosis {

/// A container of a pod: what it was meant to be, and how it is.
struct Container
{
    const text::Value &spec;
    const text::Value &status;
    bool isInit = false;
    std::string name;
    std::string part;                   ///< as events name it: "spec.containers{main}"
    std::string cause;                  ///< one for all that is wrong with it

    const text::Value &waiting() const { return detail::at(status, "state.waiting"); }
    const text::Value &ended() const { return detail::at(status, "state.terminated"); }
    const text::Value &endedBefore() const { return detail::at(status, "lastState.terminated"); }
    const text::Value &running() const { return detail::at(status, "state.running"); }
    const std::string &reason() const { return waiting()["reason"].text(); }
    std::int64_t restarts() const { return status["restartCount"].asInteger(); }
    /// An init container that runs beside the others.
    bool isSidecar() const { return isInit && spec["restartPolicy"].text() == "Always"; }
    /// How it ended: now, or before it was started again; null when it never did.
    const text::Value &lastEnd() const { return ended().isMap() ? ended() : endedBefore(); }
};

/// Those that have a status, init containers first.
std::vector<Container> containersOf(const text::Value &pod);

/// The rest of a command that asks for a container: "-c main", or nothing where it is the only one.
std::string containerFlag(const text::Value &pod, const Container &container);
/// Where a container says why it ended.
void adviseLog(Case &each, Notice &notice, const Container &container, bool previous);
/// How and when it last ended, and how often it was started again.
void addLastEnd(Notice &notice, const Container &container);

void findBadImages(Case &each);
void findImageNames(Case &each);
void findMissingConfiguration(Case &each);
void findNotCreated(Case &each);
void findNotStarted(Case &each);
void findOutOfMemory(Case &each);
void findEnded(Case &each);
void findProbeRestarts(Case &each);
void findFailingProbes(Case &each);
void findLongInit(Case &each);
void findRestarts(Case &each);

} // namespace diagnosis
