#include "models/detail/Sections.h"

#include <QtGlobal>

namespace detail {

namespace {

constexpr std::string_view storageGroup = "storage.k8s.io";

} // namespace

void addClaim(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("Phase"), "status.phase"},
        {QT_TR_NOOP("Volume"), "spec.volumeName", Form::ClusterLink, {}, "PersistentVolume"},
        {QT_TR_NOOP("Storage class"), "spec.storageClassName", Form::ClusterLink, storageGroup, "StorageClass"},
        {QT_TR_NOOP("Requested"), "spec.resources.requests.storage"},
        {QT_TR_NOOP("Capacity"), "status.capacity.storage"},
        {QT_TR_NOOP("Access modes"), "spec.accessModes", Form::Lines},
        {QT_TR_NOOP("Volume mode"), "spec.volumeMode"},
        {QT_TR_NOOP("Selector"), "spec.selector.matchLabels", Form::Pairs},
    };
    Section section{Phrase(QT_TR_NOOP("Claim")), {}};
    addFields(section, object, fields, namespaceOf(object));
    addSection(summary, std::move(section));
}

void addVolume(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("Phase"), "status.phase"},
        {QT_TR_NOOP("Reason"), "status.reason"},
        {QT_TR_NOOP("Message"), "status.message"},
        {QT_TR_NOOP("Capacity"), "spec.capacity.storage"},
        {QT_TR_NOOP("Storage class"), "spec.storageClassName", Form::ClusterLink, storageGroup, "StorageClass"},
        {QT_TR_NOOP("Access modes"), "spec.accessModes", Form::Lines},
        {QT_TR_NOOP("Volume mode"), "spec.volumeMode"},
        {QT_TR_NOOP("When released"), "spec.persistentVolumeReclaimPolicy"},
        {QT_TR_NOOP("Folder of the node"), "spec.hostPath.path", Form::Machine},
        {QT_TR_NOOP("Folder of the node"), "spec.local.path", Form::Machine},
        {QT_TR_NOOP("Server"), "spec.nfs.server", Form::Machine},
        {QT_TR_NOOP("Path"), "spec.nfs.path", Form::Machine},
        {QT_TR_NOOP("Driver"), "spec.csi.driver"},
        {QT_TR_NOOP("Handle"), "spec.csi.volumeHandle", Form::Machine},
    };
    Section section{Phrase(QT_TR_NOOP("Volume")), {}};
    const text::Value &claim = at(object, "spec.claimRef");
    if (claim.isMap())
        addRow(section, QT_TR_NOOP("Claim"), linkPart({}, "PersistentVolumeClaim", claim["namespace"].text(), claim["name"].text()));
    addFields(section, object, fields);
    addSection(summary, std::move(section));
}

void addNamespace(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("Phase"), "status.phase"},
        {QT_TR_NOOP("Waits for"), "spec.finalizers", Form::Lines},
    };
    Section section{Phrase(QT_TR_NOOP("Namespace")), {}};
    addFields(section, object, fields);
    addSection(summary, std::move(section));
}

} // namespace detail
