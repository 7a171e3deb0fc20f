#pragma once

#include "models/disk/Report.h"
#include "models/kube/Api.h"

#include <array>

namespace disk {

/// What is asked about a node: its object, the kubelet's summary and configuration, the pods on it.
struct Requests
{
    kube::ApiRequest node, summary, configz, pods;
};

Requests requestsFor(const std::string &node);

/// Asks all of it at once. The answers come on the consumer's thread, when the last of them is there; letting go of the job ends it.
/// Any thread; api and consumer outlive the job.
base::Job ask(kube::Api &api, const std::string &node, base::Executor &consumer, std::function<void(Answers)> done);

} // namespace disk
