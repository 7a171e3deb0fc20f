#include "widgets/detail/DetailFeature.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kinds/Kind.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Shell.h"
#include "widgets/detail/ClusterSurroundings.h"
#include "widgets/detail/CompareTab.h"
#include "widgets/detail/DetailsTab.h"
#include "widgets/detail/Environments.h"
#include "widgets/detail/EventsTab.h"
#include "widgets/detail/FieldSource.h"
#include "widgets/detail/Findings.h"
#include "widgets/detail/ObjectPage.h"
#include "widgets/detail/Relations.h"
#include "widgets/detail/SelectedObject.h"
#include "widgets/detail/ServerColumns.h"
#include "widgets/detail/YamlTab.h"

#include <QCoreApplication>

#include <algorithm>

namespace detail {

namespace {

QString words(const char *text) { return QCoreApplication::translate("detail", text); }

std::shared_ptr<WatchedObject> watch(WatchedObjects &objects, cluster::ConnectedCluster &cluster, const base::Address &address)
{
    const auto types = cluster.catalog().types();
    const auto found = std::ranges::find_if(types, [&](const kube::ResourceType &type) { return QString::fromStdString(type.qualifiedName()) == address.place; });
    return found == types.end() ? nullptr : objects.watch(cluster, *found, address);
}

/// Of kinds that the program does not know, which have a definition.
FieldSource *fieldsOf(cluster::ConnectedCluster &cluster, ServerDocuments &documents, const kube::ResourceType &type)
{
    auto *fields = new FieldSource(cluster, documents.of(cluster));
    if (!kinds::findKind(type.apiVersion(), type.kind))
        fields->useDefinition(type.qualifiedName());
    return fields;
}

/// The program's search of objects; those of other clusters are refused there, as an address has no cluster.
CompareTab::Picker pickerOf(base::Registry &registry, const cluster::ConnectedCluster &cluster)
{
    return [&registry, &cluster](const std::function<void(const base::Address &)> &chosen) {
        if (!registry.objectPicker())
            return;
        registry.objectPicker()([&registry, &cluster, chosen](const cluster::ConnectedCluster &of, const base::Address &address) {
            if (&of == &cluster)
                chosen(address);
            else
                registry.shell()->tell(words(QT_TRANSLATE_NOOP("detail", "Only objects of the same cluster are compared")));
        });
    };
}

} // namespace

void DetailFeature::addTo(base::Registry &registry)
{
    const auto objects = std::make_shared<WatchedObjects>();
    const auto documents = std::make_shared<ServerDocuments>();
    registry.setObjectPage([objects](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address, const base::Registry &known,
                                   QWidget *parent) {
        return new ObjectPage(view, address, objects->watch(view.cluster(), type, address), known.objectTabs(type), parent);
    });
    registry.setObjectPanel([objects](base::ClusterView &view, QWidget *parent) {
        cluster::ConnectedCluster &cluster = view.cluster();
        const auto watch = [objects, &cluster](const kube::ResourceType &type, const base::Address &address) { return objects->watch(cluster, type, address); };
        return new SelectedObject(watch, new Findings(cluster), surroundingsOf(cluster), parent);
    });
    registry.addObjectTab({QStringLiteral("details"), [] { return words(QT_TRANSLATE_NOOP("detail", "Details")); }, 100, {},
                           [objects, documents](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address) -> base::ObjectTab * {
                               const auto object = objects->watch(view.cluster(), type, address);
                               auto *tab = new DetailsTab(object, surroundingsOf(view.cluster()));
                               tab->setRelations(new Relations(view.cluster(), object->name()));
                               tab->setFindings(new Findings(view.cluster()));
                               if (type.group.empty() && type.kind == "Pod")
                                   tab->setEnvironments(new Environments(view.cluster(), object->name()));
                               if (!isTold(type.group, type.kind))
                                   tab->setFields(fieldsOf(view.cluster(), *documents, type));
                               if (!kinds::findKind(type.apiVersion(), type.kind))
                                   tab->setColumns(new ServerColumns(view.cluster(), object->name()));
                               return tab;
                           }});
    registry.addObjectTab({QStringLiteral("yaml"), [] { return words(QT_TRANSLATE_NOOP("detail", "YAML")); }, 800, {},
                           [objects, documents](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address) -> base::ObjectTab * {
                               return new YamlTab(objects->watch(view.cluster(), type, address), fieldsOf(view.cluster(), *documents, type));
                           }});
    registry.addObjectTab({QStringLiteral("compare"), [] { return words(QT_TRANSLATE_NOOP("detail", "Compare")); }, 950, {},
                           [objects, &registry](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address) -> base::ObjectTab * {
                               cluster::ConnectedCluster &cluster = view.cluster();
                               const auto find = [objects, &cluster](const base::Address &other) { return watch(*objects, cluster, other); };
                               return new CompareTab(objects->watch(cluster, type, address), find, pickerOf(registry, cluster));
                           }});
    registry.addObjectTab({QStringLiteral("events"), [] { return words(QT_TRANSLATE_NOOP("detail", "Events")); }, 900,
                           [](const kube::ResourceType &type) { return type.kind != "Event"; },
                           [objects](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address) -> base::ObjectTab * {
                               return new EventsTab(view.cluster(), objects->watch(view.cluster(), type, address));
                           }});
}

} // namespace detail
