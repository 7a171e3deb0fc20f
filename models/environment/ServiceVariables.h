#pragma once

#include "models/environment/Sources.h"

namespace environment {

/// One variable that a Service adds.
struct ServiceVariable
{
    std::string name;
    std::string value;
    const text::Value *service = nullptr;
};

/// Whether a Service adds variables to containers of a pod there (kubelet_pods.go, getServiceEnvVarMap): it has an address of its own, and is
/// kubernetes in default, or is in the pod's namespace and the pod wants links.
bool isLinked(const text::Value &service, const text::Value &pod);

/// The variables of all Services (kubelet pkg/kubelet/envvars), by name; of those that share a name the later Service counts, by its name. The kubelet leaves that to chance.
std::vector<ServiceVariable> serviceVariables(const std::vector<std::shared_ptr<const text::Value>> &services, const text::Value &pod);

} // namespace environment
