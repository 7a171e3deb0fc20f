#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"
#include "models/text/Duration.h"

namespace kinds {
namespace {

struct CertificateSigningRequest : Fields
{
    using Fields::Fields;

    Field signer = plan.field("spec.signerName");
    Field user = plan.field("spec.username");
    Field expiration = plan.field("spec.expirationSeconds");
    ConditionFields conditions{plan};
    Field certificate = plan.field("status.certificate");
};

struct ClusterTrustBundle : Fields
{
    using Fields::Fields;

    Field signer = plan.field("spec.signerName");
};

struct PodCertificateRequest : Fields
{
    using Fields::Fields;

    Field pod = plan.field("spec.podName");
    Field serviceAccount = plan.field("spec.serviceAccountName");
    Field node = plan.field("spec.nodeName");
    Field signer = plan.field("spec.signerName");
    Items userAnnotations = plan.items("spec.unverifiedUserAnnotations");
    ConditionFields conditions{plan};
};

const Column signingColumns[] = {{"Name"}, {"Age"}, {"SignerName"}, {"Requestor"}, {"RequestedDuration"}, {"Condition"}};
const Column bundleColumns[] = {{"Name"}, {"SignerName"}};
const Column podColumns[] = {
    {"Name"}, {"PodName"}, {"ServiceAccountName"}, {"NodeName"}, {"SignerName"}, {"State"}, {"UnverifiedUserAnnotations"},
};

/// Here the presence of a condition counts, not its status.
void writeCondition(CellWriter &out, const CertificateSigningRequest &f, const Record &request)
{
    const auto has = [&](std::string_view type) { return f.conditions.find(request, type).has_value(); };
    CellText text;
    text.add(has("Denied") ? "Denied" : has("Approved") ? "Approved" : "Pending");
    text.add(has("Failed") ? ",Failed" : "");
    text.add(request.text(f.certificate).empty() ? "" : ",Issued").write(out);
}

void writeSigning(const CertificateSigningRequest &f, const Record &request, CellWriter &out)
{
    out.text(request.text(f.name));
    writeAge(out, request, f.created);
    writeText(out, request.text(f.signer), "<none>");
    out.text(request.text(f.user));
    if (request.has(f.expiration))
        out.text(text::humanDuration(std::chrono::seconds(request.integer(f.expiration))));
    else
        out.text("<none>");
    writeCondition(out, f, request);
}

void writeBundle(const ClusterTrustBundle &f, const Record &bundle, CellWriter &out)
{
    out.text(bundle.text(f.name));
    writeText(out, bundle.text(f.signer), "<none>");
}

void writePodRequest(const PodCertificateRequest &f, const Record &request, CellWriter &out)
{
    for (const Field text : {f.name, f.pod, f.serviceAccount, f.node, f.signer})
        out.text(request.text(text));
    std::string_view state = "Pending";
    for (const Record condition : request.items(f.conditions.list))
        for (const std::string_view known : {"Issued", "Denied", "Failed"})
            if (condition.text(f.conditions.type) == known)
                state = known;
    out.text(state);
    writeLabels(out, request, f.userAnnotations);
}

constexpr Kind list[] = {
    makeKind<CertificateSigningRequest, writeSigning, "certificates.k8s.io/v1", "CertificateSigningRequest">(
        "certificatesigningrequests", Scope::Cluster, signingColumns),
    makeKind<ClusterTrustBundle, writeBundle, "certificates.k8s.io/v1beta1", "ClusterTrustBundle">("clustertrustbundles", Scope::Cluster,
                                                                                                   bundleColumns),
    makeKind<ClusterTrustBundle, writeBundle, "certificates.k8s.io/v1alpha1", "ClusterTrustBundle">("clustertrustbundles", Scope::Cluster,
                                                                                                    bundleColumns),
    makeKind<PodCertificateRequest, writePodRequest, "certificates.k8s.io/v1beta1", "PodCertificateRequest">(
        "podcertificaterequests", Scope::Namespaced, podColumns),
};

} // namespace

constinit const std::span<const Kind> certificateKinds = list;

} // namespace kinds
