#include "widgets/metrics/SubjectOf.h"

#include <array>

namespace metrics {

namespace {

struct KindOfPlace
{
    const char *place;
    SubjectKind kind;
};

constexpr std::array<KindOfPlace, 11> kinds{{{"nodes", SubjectKind::Node}, {"namespaces", SubjectKind::Namespace}, {"pods", SubjectKind::Pod}, {"persistentvolumeclaims", SubjectKind::Claim},
                                              {"ingresses.networking.k8s.io", SubjectKind::Ingress}, {"deployments.apps", SubjectKind::Workload}, {"statefulsets.apps", SubjectKind::Workload},
                                              {"daemonsets.apps", SubjectKind::Workload}, {"replicasets.apps", SubjectKind::Workload}, {"jobs.batch", SubjectKind::Workload},
                                              {"cronjobs.batch", SubjectKind::Workload}}};

} // namespace

std::optional<Subject> subjectOf(const base::Address &object)
{
    for (const KindOfPlace &known : kinds)
        if (object.place == QLatin1String(known.place))
            return Subject{known.kind, object.namespaceName.toStdString(), object.name.toStdString(), known.kind == SubjectKind::Workload ? object.place.section(u'.', 0, 0).toStdString() : std::string(), {}};
    return {};
}

} // namespace metrics
