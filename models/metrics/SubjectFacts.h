#pragma once

#include "models/base/Executor.h"
#include "models/base/Job.h"
#include "models/charts/Chart.h"
#include "models/kube/Api.h"
#include "models/metrics/Allowance.h"
#include "models/metrics/Catalogue.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// Where a subject is found in its cluster.
struct SubjectPlace
{
    Subject subject;
    std::string path = {};              ///< of the object; empty: of the nodes of the whole cluster
    std::string kind = {};              ///< "Pod": as events name it
};

/// What the cluster itself says of a subject, where charts need it.
struct SubjectFacts
{
    Selection selection = {};
    Allowance allowance = {};           ///< of a pod or node; of a cluster: what its nodes have for pods
    std::vector<charts::Event> events = {};
    std::optional<base::Error> problem = {};    ///< the first thing that could not be read

    bool operator==(const SubjectFacts &other) const
    {
        return selection.pods == other.selection.pods && selection.backends == other.selection.backends && allowance == other.allowance && events == other.events;
    }
};

/// Reads the object, its events, and of a workload its pods: those that it owns, or that are owned by what it owns, whatever they are called. One to
/// four requests. What cannot be read is left out. On the consumer's thread; api and consumer outlive the job.
base::Job readSubjectFacts(kube::Api &api, base::Executor &consumer, SubjectPlace place, std::function<void(SubjectFacts)> done);

} // namespace metrics
