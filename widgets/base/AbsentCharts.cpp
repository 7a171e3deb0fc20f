#include "widgets/base/AbsentCharts.h"

#include "models/kube/ResourceType.h"
#include "widgets/base/Page.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace base {

namespace {

/// As with charts: after details and YAML, before what is about access.
constexpr int Rank = 120;

QString said(const char *english) { return QCoreApplication::translate("base", english); }

struct Way
{
    const char *text;
    const char *place;
};
constexpr Way nodes{QT_TRANSLATE_NOOP("base", "Show nodes"), "nodes"};
constexpr Way pods{QT_TRANSLATE_NOOP("base", "Show pods"), "pods"};
constexpr Way promql{QT_TRANSLATE_NOOP("base", "The page of Prometheus itself"), "promql"};

/// Page is also a tab: both open places.
template<typename Place>
void addNotice(Place &place, std::initializer_list<Way> ways)
{
    auto *notice = new StateNotice(StateNotice::Form::Centered, &place);
    std::vector<StateNotice::Step> steps;
    for (const Way &way : ways)
        steps.push_back({said(way.text), [&place, name = way.place] { Q_EMIT place.openRequested({QString::fromLatin1(name), {}, {}, {}}); }});
    notice->tell(Meaning::Unknown, said(QT_TRANSLATE_NOOP("base", "This build has no charts")),
                 said(QT_TRANSLATE_NOOP("base", "It was made without Qt Charts. What pods and nodes use is told in their tables, and by wheelhouse top pods and wheelhouse top nodes.")), steps);
    auto *layout = new QVBoxLayout(&place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(notice);
}

class AbsentPage final : public Page
{
public:
    explicit AbsentPage(QWidget *parent) : Page(parent) { addNotice(*this, {nodes, pods, promql}); }

    Address address() const override { return {QStringLiteral("metrics"), {}, {}, {}}; }
    QString title() const override { return QCoreApplication::translate("metrics", "Metrics"); }
    QString command() const override { return QStringLiteral("kubectl top nodes\nkubectl top pods -A"); }
};

class AbsentTab final : public ObjectTab
{
public:
    explicit AbsentTab(Address object) : m_object(std::move(object)) { addNotice(*this, {m_object.place == QLatin1String("nodes") ? nodes : pods, promql}); }

    QString command() const override
    {
        if (m_object.place == QLatin1String("nodes"))
            return QStringLiteral("kubectl top node ") + shellWord(m_object.name);
        return m_object.place == QLatin1String("pods") ? QStringLiteral("kubectl top pod %1 -n %2 --containers").arg(shellWord(m_object.name), shellWord(m_object.namespaceName)) : QString();
    }

private:
    Address m_object;
};

bool wouldHaveCharts(const kube::ResourceType &type)
{
    static constexpr const char *kinds[] = {"pods", "nodes", "namespaces", "persistentvolumeclaims", "deployments.apps", "replicasets.apps", "statefulsets.apps", "daemonsets.apps",
                                            "jobs.batch", "cronjobs.batch", "ingresses.networking.k8s.io"};
    return std::ranges::find(kinds, type.qualifiedName()) != std::end(kinds);
}

} // namespace

/// Under the names that charts have, so that what was opened with charts can be opened.
void AbsentCharts::addTo(Registry &registry)
{
    const auto make = [](cluster::Clusters &, ClusterView *, QWidget *parent) -> Page * { return new AbsentPage(parent); };
    registry.addPage({QStringLiteral("metrics"), true, make, {"metrics", "Metrics of the cluster"}, {"metrics", "Metrics"}, {QStringLiteral("range")}});
    registry.addObjectTab({QStringLiteral("metrics"), [] { return QCoreApplication::translate("metrics", "Metrics"); }, Rank, wouldHaveCharts,
                           [](ClusterView &, const kube::ResourceType &, const Address &object) -> ObjectTab * { return new AbsentTab(object); }});
}

} // namespace base
