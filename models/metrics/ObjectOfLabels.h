#pragma once

#include "models/metrics/Series.h"

#include <optional>
#include <string>

namespace metrics {

/// An object as the labels of a series or an alert name it.
struct LabelledObject
{
    std::string type;               ///< as discovery names it: "pods", "deployments.apps"
    std::string namespaceName;      ///< empty when it belongs to the cluster
    std::string name;

    bool operator==(const LabelledObject &) const = default;
};

/// What the labels are about: the most particular object they name. Whom an exporter tells of counts before the exporter, whose own pod
/// is in `pod` where nobody kept the labels apart. Nothing where no object is named. Any thread.
std::optional<LabelledObject> objectOfLabels(const Labels &labels);

} // namespace metrics
