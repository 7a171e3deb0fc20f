#include "widgets/catalog/CatalogFeature.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/Shell.h"
#include "widgets/catalog/CatalogPage.h"
#include "widgets/catalog/ExecTrustAsker.h"

#include <QCoreApplication>

#include <algorithm>

namespace catalog {

namespace {

/// The demo belongs to another feature, which may be left out: without its command there is no such offer.
std::function<void()> demoOf(const base::Registry &registry)
{
    const auto found = std::ranges::find(registry.commands(), QStringLiteral("demo"), &base::Command::name);
    return found == registry.commands().end() ? std::function<void()>() : found->run;
}

} // namespace

void CatalogFeature::addTo(base::Registry &registry)
{
    registry.addPage({QStringLiteral("catalog"), false, [&registry](cluster::Clusters &clusters, base::ClusterView *, QWidget *parent) -> base::Page * {
        return new CatalogPage(clusters, [&registry] { return demoOf(registry); }, parent);
    }});
    const auto onPage = [&registry](void (*run)(CatalogPage &)) {
        return [&registry, run] {
            if (auto *page = qobject_cast<CatalogPage *>(registry.shell()->open({QStringLiteral("catalog"), {}, {}, {}})))
                run(*page);
        };
    };
    registry.addCommand(base::Command::make(QStringLiteral("open-kubeconfig"), {"catalog", QT_TRANSLATE_NOOP("catalog", "Open a kubeconfig…")}, Qt::CTRL | Qt::Key_O,
                                            onPage([](CatalogPage &page) { page.openFile(); })));
    registry.addCommand(base::Command::make(QStringLiteral("paste-kubeconfig"), {"catalog", QT_TRANSLATE_NOOP("catalog", "Paste a kubeconfig…")}, {},
                                            onPage([](CatalogPage &page) { page.import(); })));
    registry.addRemedy({[] { return QCoreApplication::translate("catalog", "Trust…"); },
                        [](const cluster::ConnectedCluster &cluster) { return cluster.health().state == cluster::Health::State::Untrusted; },
                        [](cluster::Clusters &clusters, cluster::ConnectedCluster &cluster) { ExecTrustAsker::of(clusters).ask(&cluster); }});
}

} // namespace catalog
