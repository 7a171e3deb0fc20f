#pragma once

#include "models/diagnosis/Case.h"

namespace diagnosis {

void findGates(Case &each);
void findMissingClaims(Case &each);
void findPendingClaims(Case &each);
void findUnschedulable(Case &each);

/// One line for each thing that is wrong with some of the pods: how many, what, and one of them to look at. Whether there is any.
bool addPodGroups(Notice &notice, const Known &pods, base::SystemTime now);

} // namespace diagnosis
