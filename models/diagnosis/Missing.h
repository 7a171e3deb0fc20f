#pragma once

#include "models/diagnosis/Case.h"

#include <string>

namespace diagnosis {

/// What a message of the kubelet says to be missing: configmap "settings" not found; couldn't find key K in Secret ns/name.
struct Missing
{
    std::string kind;                   ///< "ConfigMap", "Secret"; empty: the message names nothing
    std::string name;
    std::string key;                    ///< empty: the whole object is missing
};
Missing missingIn(const std::string &message);

/// Says what is missing and where to put it.
void adviseMissing(const Case &each, Notice &notice, const Missing &missing);

} // namespace diagnosis
