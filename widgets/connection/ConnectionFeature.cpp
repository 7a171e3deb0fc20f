#include "widgets/connection/ConnectionFeature.h"

#include "widgets/connection/ConnectionPage.h"

namespace connection {

void ConnectionFeature::addTo(base::Registry &registry)
{
    registry.addPage({QStringLiteral("connection"), true, [](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * { return new ConnectionPage(*view, parent); },
                      {"connection", QT_TRANSLATE_NOOP("connection", "Connection: live lists, requests, bytes")}});
}

} // namespace connection
