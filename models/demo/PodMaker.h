#pragma once

#include "models/demo/Cluster.h"

namespace demo {

/// A reference to a controller as metadata.ownerReferences holds it.
text::Value ownerReference(const Object &owner);
/// The uid of the controller that owns the object, or empty.
const std::string &ownerUid(const text::Value &object);

/// A pod of an object's spec.template with that name: labels, owner, ServiceAccount and its token volume, default tolerations.
text::Value podFromTemplate(const Object &owner, const std::string &name, Cluster &cluster);

/// What admission adds to a pod that somebody creates: the ServiceAccount, its token volume, default tolerations.
void admitPod(text::Value &pod, Cluster &cluster);

} // namespace demo
