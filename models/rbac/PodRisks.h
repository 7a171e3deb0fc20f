#pragma once

#include "models/rbac/RightHolders.h"
#include "models/rbac/Risks.h"

namespace rbac {

/// Whether the pod has a token of its account: the pod decides, then the account, then yes (S26). A volume of its own counts in any case.
bool mountsToken(const PodUse &pod, const Inputs &inputs);
/// The same where the account is known; null when there is none.
bool mountsToken(const PodUse &pod, const ServiceAccount *account);

/// R59 to R62: what follows from where accounts run. Adds to what was found so far, which it reads.
void addPodRisks(const Inputs &inputs, const RightHolders &holders, std::vector<Risk> &risks);

} // namespace rbac
