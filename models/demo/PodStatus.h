#pragma once

#include "models/base/Clock.h"
#include "models/demo/Cluster.h"

namespace demo {

/// Times as the API writes them.
std::string timeText(base::SystemTime time);

/// The quality of service class that follows from requests and limits.
std::string_view qualityOf(const text::Value &pod);

/// What a pod's status says at each step of its life. All change the pod's value in place.
void setScheduled(text::Value &pod, base::SystemTime at);
void setUnschedulable(text::Value &pod, const std::string &message, base::SystemTime at);
void setWaiting(text::Value &pod, std::string_view reason, const std::string &message, base::SystemTime at);
/// Running and ready; the addresses are the node's and the pod's own.
void setRunning(text::Value &pod, const std::string &nodeAddress, const std::string &podAddress, base::SystemTime at);
/// The first container has ended; a pod that is not restarted is done.
void setTerminated(
    text::Value &pod, int exitCode, const std::string &message, base::SystemTime startedAt, base::SystemTime at, bool isDone);
/// After it has ended: waits to be started again.
void setBackingOff(text::Value &pod, base::SystemTime at);

/// How often the first container was restarted.
int restartsOf(const text::Value &pod);
void setRestarts(text::Value &pod, int count);

} // namespace demo
