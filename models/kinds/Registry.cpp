#include "models/kinds/Kinds.h"

#include <algorithm>
#include <tuple>

namespace kinds {
namespace {

constexpr const std::span<const Kind> *lists[] = {
    &admissionPolicyKinds,
    &apiServiceKinds,
    &certificateKinds,
    &classKinds,
    &componentStatusKinds,
    &configDataKinds,
    &controllerRevisionKinds,
    &cronJobKinds,
    &csiKinds,
    &daemonSetKinds,
    &defaultTableKinds,
    &deploymentKinds,
    &deviceKinds,
    &endpointSliceKinds,
    &endpointsKinds,
    &eventKinds,
    &flowControlKinds,
    &horizontalPodAutoscalerKinds,
    &ingressKinds,
    &ingressClassKinds,
    &jobKinds,
    &leaseKinds,
    &nameAndAgeKinds,
    &namespaceKinds,
    &networkPolicyKinds,
    &nodeKinds,
    &persistentVolumeKinds,
    &persistentVolumeClaimKinds,
    &podKinds,
    &podDisruptionBudgetKinds,
    &podGroupKinds,
    &podTemplateKinds,
    &replicaSetKinds,
    &resourcePoolStatusRequestKinds,
    &resourceQuotaKinds,
    &roleBindingKinds,
    &serviceKinds,
    &serviceAccountKinds,
    &serviceAddressKinds,
    &statefulSetKinds,
    &storageClassKinds,
    &storageVersionKinds,
    &volumeAttachmentKinds,
    &volumeAttributesClassKinds,
    &webhookKinds,
};

std::vector<const Kind *> sortedKinds()
{
    std::vector<const Kind *> kinds;
    for (const auto *list : lists)
        for (const Kind &kind : *list)
            kinds.push_back(&kind);
    std::sort(kinds.begin(), kinds.end(), [](const Kind *a, const Kind *b) {
        return std::tie(a->apiVersion, a->kind) < std::tie(b->apiVersion, b->kind);
    });
    return kinds;
}

} // namespace

std::span<const Kind *const> builtinKinds()
{
    static const std::vector<const Kind *> kinds = sortedKinds();
    return kinds;
}

const Kind *findKind(std::string_view apiVersion, std::string_view kind)
{
    const auto kinds = builtinKinds();
    const auto wanted = std::tie(apiVersion, kind);
    const auto found = std::lower_bound(kinds.begin(), kinds.end(), wanted, [](const Kind *entry, const auto &key) {
        return std::tie(entry->apiVersion, entry->kind) < key;
    });
    return found != kinds.end() && std::tie((*found)->apiVersion, (*found)->kind) == wanted ? *found : nullptr;
}

} // namespace kinds
