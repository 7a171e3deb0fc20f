#pragma once

#include "models/kinds/Kind.h"

#include <span>

namespace kinds {

/// One list per file: a kind in all versions whose objects it reads. A new file is a line here and one in Registry.cpp.
extern const std::span<const Kind>
    admissionPolicyKinds,
    apiServiceKinds,
    certificateKinds,
    classKinds,
    componentStatusKinds,
    configDataKinds,
    controllerRevisionKinds,
    cronJobKinds,
    csiKinds,
    daemonSetKinds,
    defaultTableKinds,
    deploymentKinds,
    deviceKinds,
    endpointSliceKinds,
    endpointsKinds,
    eventKinds,
    flowControlKinds,
    horizontalPodAutoscalerKinds,
    ingressKinds,
    ingressClassKinds,
    jobKinds,
    leaseKinds,
    nameAndAgeKinds,
    namespaceKinds,
    networkPolicyKinds,
    nodeKinds,
    persistentVolumeKinds,
    persistentVolumeClaimKinds,
    podKinds,
    podDisruptionBudgetKinds,
    podGroupKinds,
    podTemplateKinds,
    replicaSetKinds,
    resourcePoolStatusRequestKinds,
    resourceQuotaKinds,
    roleBindingKinds,
    serviceKinds,
    serviceAccountKinds,
    serviceAddressKinds,
    statefulSetKinds,
    storageClassKinds,
    storageVersionKinds,
    volumeAttachmentKinds,
    volumeAttributesClassKinds,
    webhookKinds;

} // namespace kinds
