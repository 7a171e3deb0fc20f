#pragma once

#include "models/base/Executor.h"
#include "models/base/Job.h"
#include "models/kube/Api.h"

#include <functional>
#include <string>
#include <vector>

namespace inside {

/// Whether somebody may run commands in the containers of a pod, as the server says.
struct ExecAnswer
{
    /// Unknown: nobody could answer, so that only trying it tells.
    enum class Word { Allowed, Refused, Unknown };

    Word word = Word::Unknown;
    std::vector<std::string> missing = {};      ///< verbs of pods/exec that the server says no to; as people say them: get, create
    std::string reason = {};                    ///< the server's for the first of them, perhaps none

    bool isRefused() const { return word == Word::Refused; }
};

/// Asks the server for all verbs of pods/exec that servers of any version want. One that is refused is the last word; else one that is not
/// answered makes it unknown. Any thread; the API and the consumer outlive the job, done comes once, on the consumer.
base::Job askToExec(kube::Api &api, const std::string &namespaceName, const std::string &pod, base::Executor &consumer, std::function<void(const ExecAnswer &)> done);

} // namespace inside
