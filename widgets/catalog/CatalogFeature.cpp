#include "widgets/catalog/CatalogFeature.h"

#include "widgets/catalog/CatalogPage.h"

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
    registry.addPage({QStringLiteral("catalog"), false, [&registry](cluster::Clusters &clusters, base::ClusterView *) -> base::Page * {
        return new CatalogPage(clusters, [&registry] { return demoOf(registry); });
    }});
}

} // namespace catalog
