#include "widgets/base/AbsentCharts.h"

#include "models/kube/ResourceType.h"
#include "widgets/base/Page.h"
#include "widgets/base/StateNotice.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace base {

namespace {

/// As with charts: after details and YAML, before what is about access.
constexpr int Rank = 120;

QString said(const char *english) { return QCoreApplication::translate("base", english); }

void addNotice(QWidget &place)
{
    auto *notice = new StateNotice(StateNotice::Form::Centered, &place);
    notice->tell(Meaning::Unknown, said(QT_TRANSLATE_NOOP("base", "This build has no charts")),
                 said(QT_TRANSLATE_NOOP("base", "It was made without Qt Charts. What pods and nodes use is told in their tables, and by wheelhouse top pods and wheelhouse top nodes.")));
    auto *layout = new QVBoxLayout(&place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(notice);
}

class AbsentPage final : public Page
{
public:
    AbsentPage(Address address, Words title, QWidget *parent) : Page(parent), m_address(std::move(address)), m_title(title) { addNotice(*this); }

    Address address() const override { return m_address; }
    QString title() const override { return m_title.translated(); }
    QString command() const override { return QStringLiteral("kubectl top nodes"); }

private:
    Address m_address;
    Words m_title;
};

class AbsentTab final : public ObjectTab
{
public:
    AbsentTab() { addNotice(*this); }
};

bool wouldHaveCharts(const kube::ResourceType &type)
{
    static constexpr const char *kinds[] = {"pods", "nodes", "namespaces", "persistentvolumeclaims", "deployments.apps", "replicasets.apps", "statefulsets.apps", "daemonsets.apps",
                                            "jobs.batch", "cronjobs.batch", "ingresses.networking.k8s.io"};
    return std::ranges::find(kinds, type.qualifiedName()) != std::end(kinds);
}

void addPage(Registry &registry, const char *name, Words title, Words sidebar, const QStringList &parts)
{
    const Address address{QString::fromLatin1(name), {}, {}, {}};
    const auto make = [address, sidebar](cluster::Clusters &, ClusterView *, QWidget *parent) -> Page * { return new AbsentPage(address, sidebar, parent); };
    registry.addPage({address.place, true, make, title, sidebar, parts});
}

} // namespace

/// Under the names that charts have, so that what was opened with charts can be opened.
void AbsentCharts::addTo(Registry &registry)
{
    addPage(registry, "metrics", {"metrics", "Metrics of the cluster"}, {"metrics", "Metrics"}, {QStringLiteral("range")});
    addPage(registry, "promql", {"promql", "PromQL: ask Prometheus, its targets, rules and alerts"}, {"promql", "PromQL"},
            {QStringLiteral("query"), QStringLiteral("targets"), QStringLiteral("rules"), QStringLiteral("alerts")});
    registry.addObjectTab({QStringLiteral("metrics"), [] { return QCoreApplication::translate("metrics", "Metrics"); }, Rank, wouldHaveCharts,
                           [](ClusterView &, const kube::ResourceType &, const Address &) -> ObjectTab * { return new AbsentTab; }});
}

} // namespace base
