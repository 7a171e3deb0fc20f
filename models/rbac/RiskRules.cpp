#include "models/rbac/RiskRules.h"

#include "models/rbac/Marked.h"

#include <algorithm>
#include <cassert>

namespace rbac {

namespace {

using enum Severity;
using enum RiskScope;

#define WRITE "create|update|patch "
#define ROLES "rbac.authorization.k8s.io/roles|rbac.authorization.k8s.io/clusterroles"
#define BINDINGS "rbac.authorization.k8s.io/rolebindings|rbac.authorization.k8s.io/clusterrolebindings"
#define WORKLOADS "apps/deployments|apps/daemonsets|apps/statefulsets|apps/replicasets|batch/jobs|batch/cronjobs|/replicationcontrollers"
#define WEBHOOKS "admissionregistration.k8s.io/mutatingwebhookconfigurations|admissionregistration.k8s.io/validatingwebhookconfigurations"
#define POLICIES \
    "admissionregistration.k8s.io/validatingadmissionpolicies|admissionregistration.k8s.io/validatingadmissionpolicybindings|" \
    "admissionregistration.k8s.io/mutatingadmissionpolicies|admissionregistration.k8s.io/mutatingadmissionpolicybindings"
#define CSRS "certificates.k8s.io/certificatesigningrequests"
#define NODE_WRITES "update|patch /nodes|/nodes/status"

constexpr RiskRule rules[] = {
    {"R01", Critical, ClusterOnly, "* */*", QT_TRANSLATE_NOOP("rbac", "is cluster-admin")},
    {"R02", High, NamespaceOnly, "* */*", QT_TRANSLATE_NOOP("rbac", "owns the namespace, with all its accounts and secrets")},
    {"R03", High, Anywhere, "* /secrets|/pods|/users|/groups|" WORKLOADS "|" ROLES "|" BINDINGS, QT_TRANSLATE_NOOP("rbac", "may do everything with something sensitive")},
    {"R04", Critical, Anywhere, "create /*", QT_TRANSLATE_NOOP("rbac", "creates pods, tokens and webhooks at once")},
    {"R05", Critical, Anywhere, "get|list /*", QT_TRANSLATE_NOOP("rbac", "reads all secrets")},
    {"R06", Critical, Anywhere, "delete|deletecollection /*", QT_TRANSLATE_NOOP("rbac", "destroys everything")},
    {"R07", Critical, Anywhere, "impersonate /*", QT_TRANSLATE_NOOP("rbac", "acts as anybody")},
    {"R08", High, Anywhere, "get /secrets", QT_TRANSLATE_NOOP("rbac", "reads secrets whose names are known or guessed")},
    {"R09", High, Anywhere, "list|watch /secrets", QT_TRANSLATE_NOOP("rbac", "reads the contents of all secrets")},
    {"R10", Critical, Anywhere, "create /secrets + get|list /secrets", QT_TRANSLATE_NOOP("rbac", "makes a token secret for any account of the namespace and reads it")},
    {"R11", High, Anywhere, "update|patch /secrets", QT_TRANSLATE_NOOP("rbac", "points a token secret elsewhere, or poisons configuration")},
    {"R12", Critical, Anywhere, "create /serviceaccounts/token", QT_TRANSLATE_NOOP("rbac", "makes tokens of any account")},
    {"R13", Critical, Anywhere, "impersonate /users", QT_TRANSLATE_NOOP("rbac", "acts as any user")},
    {"R14", Critical, Anywhere, "impersonate /groups + impersonate /users", QT_TRANSLATE_NOOP("rbac", "acts as system:masters, which no rule can take back")},
    {"R15", High, Anywhere, "impersonate /serviceaccounts", QT_TRANSLATE_NOOP("rbac", "acts as accounts")},
    {"R16", Medium, Anywhere, "impersonate authentication.k8s.io/userextras/?|authentication.k8s.io/uids", QT_TRANSLATE_NOOP("rbac", "gives itself extras and uids, which confuses audits")},
    {"R17", High, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "impersonates within bounds; as any node it acts as a kubelet")},
    {"R18", Critical, Anywhere, "bind " ROLES " + " WRITE BINDINGS, QT_TRANSLATE_NOOP("rbac", "gives itself any role")},
    {"R19", Medium, Anywhere, WRITE BINDINGS " - bind " ROLES, QT_TRANSLATE_NOOP("rbac", "shares the rights it holds")},
    {"R20", High, Anywhere, "create rbac.authorization.k8s.io/clusterrolebindings", QT_TRANSLATE_NOOP("rbac", "shares the rights it holds in the whole cluster")},
    {"R21", Critical, Anywhere, "escalate " ROLES " + " WRITE ROLES, QT_TRANSLATE_NOOP("rbac", "adds any rule to a role it holds")},
    {"R22", Medium, Anywhere, "create|update " ROLES " - escalate " ROLES, QT_TRANSLATE_NOOP("rbac", "changes the rights of others within its own")},
    {"R23", High, ClusterOnly, WRITE "rbac.authorization.k8s.io/clusterroles", QT_TRANSLATE_NOOP("rbac", "labels a ClusterRole so that its rules go into view, edit or admin of everybody")},
    {"R24", Critical, Anywhere, "create /pods", QT_TRANSLATE_NOOP("rbac", "runs code as any account, with any secret, and perhaps on the node itself")},
    {"R25", Critical, Anywhere, WRITE WORKLOADS, QT_TRANSLATE_NOOP("rbac", "runs code through a controller")},
    {"R26", High, Anywhere, "update|patch /pods", QT_TRANSLATE_NOOP("rbac", "swaps the image of a running pod")},
    {"R27", High, Anywhere, "create /pods/exec; <1.35 get /pods/exec", QT_TRANSLATE_NOOP("rbac", "has a shell in any pod")},
    {"R28", High, Anywhere, "create /pods/attach; <1.35 get /pods/attach", QT_TRANSLATE_NOOP("rbac", "reads and writes the terminal of a process")},
    {"R29", High, Anywhere, "update|patch /pods/ephemeralcontainers", QT_TRANSLATE_NOOP("rbac", "puts a container into a running pod")},
    {"R30", Medium, Anywhere, "create /pods/portforward", QT_TRANSLATE_NOOP("rbac", "reaches ports that are hidden from the network")},
    {"R31", Medium, Anywhere, "get|create /pods/proxy|/services/proxy", QT_TRANSLATE_NOOP("rbac", "speaks HTTP to any pod or service through the API server")},
    {"R32", Critical, Anywhere, "create /nodes/proxy", QT_TRANSLATE_NOOP("rbac", "executes in every pod of a node, unseen by audit and admission")},
    {"R33", Critical, Anywhere, "get /nodes/proxy", QT_TRANSLATE_NOOP("rbac", "executes in every pod of a node by a websocket, unseen by audit and admission")},
    {"R34", Medium, Anywhere, NODE_WRITES, QT_TRANSLATE_NOOP("rbac", "steers scheduling by labels and taints")},
    {"R35", High, Anywhere, "delete /pods|/nodes + " NODE_WRITES "; create /pods/eviction + " NODE_WRITES "; update /nodes + " NODE_WRITES, QT_TRANSLATE_NOOP("rbac", "pushes powerful pods onto a node it has")},
    {"R36", Low, Anywhere, "update|patch /pods/status", QT_TRANSLATE_NOOP("rbac", "takes over the endpoints of a service")},
    {"R37", Medium, Anywhere, "update|patch /services/status", QT_TRANSLATE_NOOP("rbac", "intercepts traffic by a load balancer's address")},
    {"R38", Medium, Anywhere, "create|update /services", QT_TRANSLATE_NOOP("rbac", "intercepts traffic by external addresses")},
    {"R39", Medium, Anywhere, WRITE "/endpoints|discovery.k8s.io/endpointslices", QT_TRANSLATE_NOOP("rbac", "redirects traffic across namespaces")},
    {"R40", Medium, Anywhere, WRITE "networking.k8s.io/networkpolicies; delete|deletecollection networking.k8s.io/networkpolicies", QT_TRANSLATE_NOOP("rbac", "removes isolation")},
    {"R41", Medium, Anywhere,
     WRITE "networking.k8s.io/ingresses|networking.k8s.io/ingressclasses|gateway.networking.k8s.io/gateways|gateway.networking.k8s.io/httproutes|gateway.networking.k8s.io/grpcroutes|"
           "gateway.networking.k8s.io/tcproutes|gateway.networking.k8s.io/tlsroutes|gateway.networking.k8s.io/udproutes|route.openshift.io/routes",
     QT_TRANSLATE_NOOP("rbac", "exposes or redirects traffic")},
    {"R42", Critical, Anywhere,
     "create " CSRS " + update|patch " CSRS "/approval + approve certificates.k8s.io/signers#kubernetes.io/kube-apiserver-client#kubernetes.io/*", QT_TRANSLATE_NOOP("rbac", "makes a certificate of any user or group")},
    {"R43", High, Anywhere, "sign certificates.k8s.io/signers + update|patch " CSRS "/status", QT_TRANSLATE_NOOP("rbac", "issues certificates with a key of its own")},
    {"R44", Critical, Anywhere, WRITE WEBHOOKS, QT_TRANSLATE_NOOP("rbac", "reads every admitted object, and may change it")},
    {"R45", High, Anywhere, "delete|deletecollection|update|patch " WEBHOOKS "|" POLICIES, QT_TRANSLATE_NOOP("rbac", "switches guard rails off")},
    {"R46", High, Anywhere, WRITE POLICIES, QT_TRANSLATE_NOOP("rbac", "blocks or rewrites requests in the whole cluster")},
    {"R47", High, Anywhere, WRITE "apiextensions.k8s.io/customresourcedefinitions", QT_TRANSLATE_NOOP("rbac", "converts or deletes all custom objects")},
    {"R48", High, Anywhere, WRITE "apiregistration.k8s.io/apiservices", QT_TRANSLATE_NOOP("rbac", "takes over an API group")},
    {"R49", High, Anywhere, "create /persistentvolumes", QT_TRANSLATE_NOOP("rbac", "mounts a node's file system")},
    {"R50", Medium, Anywhere, WRITE "storage.k8s.io/storageclasses|/persistentvolumes|/persistentvolumeclaims", QT_TRANSLATE_NOOP("rbac", "reaches the data of others")},
    {"R51", High, Anywhere, "update|patch /namespaces", QT_TRANSLATE_NOOP("rbac", "switches Pod Security off by a label")},
    {"R52", High, Anywhere, "update|patch /configmaps@kube-system", QT_TRANSLATE_NOOP("rbac", "poisons DNS")},
    {"R53", Critical, Anywhere, "update|patch /configmaps@kube-system#aws-auth", QT_TRANSLATE_NOOP("rbac", "maps itself to cluster-admin")},
    {"R54", Low, Anywhere, "delete|deletecollection /events|events.k8s.io/events", QT_TRANSLATE_NOOP("rbac", "hides traces")},
    {"R55", Critical, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "is open to everybody on the network")},
    {"R56", Critical, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "is held by every user and account of the cluster")},
    {"R57", High, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "is held by every pod, also by those to come")},
    {"R58", High, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "is held by every pod that names no account")},
    {"R59", High, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "whoever takes over the pod has the right")},
    {"R60", Critical, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "whoever takes over one node has the right")},
    {"R61", High, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "the accounts of one node together can take over more")},
    {"R62", High, Anywhere, "update|patch /serviceaccounts", QT_TRANSLATE_NOOP("rbac", "has, or gives itself, a role of the cloud")},
    {"R63", Medium, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "becomes alive when somebody creates the role")},
    {"R64", Medium, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "belongs to whoever creates the account")},
    {"R65", Medium, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "holds in namespaces where nobody needs it")},
    {"R66", Medium, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "includes kinds and verbs to come")},
    {"R67", Info, Anywhere, "", QT_TRANSLATE_NOOP("rbac", "is hard to review")},
    {"R68", High, Anywhere,
     WRITE "templates.gatekeeper.sh/constrainttemplates|mutations.gatekeeper.sh/assign|mutations.gatekeeper.sh/assignmetadata|mutations.gatekeeper.sh/modifyset|config.gatekeeper.sh/configs|"
           "kyverno.io/clusterpolicies|kyverno.io/policies|kyverno.io/policyexceptions",
     QT_TRANSLATE_NOOP("rbac", "changes or passes by the cluster's policies")},
    {"R69", Info, Anywhere, "create authorization.k8s.io/subjectaccessreviews; list rbac.authorization.k8s.io/roles|rbac.authorization.k8s.io/rolebindings", QT_TRANSLATE_NOOP("rbac", "maps the cluster")},
    {"R70", Low, Anywhere, "create /persistentvolumeclaims|/configmaps|/secrets", QT_TRANSLATE_NOOP("rbac", "fills the storage where no quota stops it")},
    {"R71", Medium, Anywhere, "request-serviceaccounts-token-audience /?; arbitrary-node:update|arbitrary-node:patch resource.k8s.io/resourceclaims/driver", QT_TRANSLATE_NOOP("rbac", "has tokens for foreign audiences, or foreign devices")},
    {"R72", High, Anywhere,
     WRITE "argoproj.io/applications|argoproj.io/applicationsets|argoproj.io/appprojects|argoproj.io/workflows|argoproj.io/cronworkflows|kustomize.toolkit.fluxcd.io/kustomizations|"
           "helm.toolkit.fluxcd.io/helmreleases|tekton.dev/pipelineruns|tekton.dev/taskruns|external-secrets.io/externalsecrets|external-secrets.io/clusterexternalsecrets|"
           "helm.cattle.io/helmcharts|operators.coreos.com/subscriptions|pkg.crossplane.io/providers",
     QT_TRANSLATE_NOOP("rbac", "uses the rights of a controller")},
};

#undef QT_TRANSLATE_NOOP
#undef WRITE
#undef ROLES
#undef BINDINGS
#undef WORKLOADS
#undef WEBHOOKS
#undef POLICIES
#undef CSRS
#undef NODE_WRITES

} // namespace

std::string_view severityName(Severity severity)
{
    constexpr std::array<std::string_view, 5> names = {"crit", "high", "med", "low", "info"};
    return names[static_cast<std::size_t>(severity)];
}

std::span<const RiskRule> riskRules()
{
    return rules;
}

const RiskRule &riskRule(std::string_view id)
{
    const auto found = std::ranges::find(rules, id, &RiskRule::id);
    assert(found != std::end(rules));
    return *found;
}

} // namespace rbac
