#include "models/metrics/Backends.h"

#include <algorithm>

namespace metrics {

namespace {

void add(std::vector<Backend> &backends, const text::Value &service)
{
    const text::Value &port = service["port"];
    const Backend backend{service["name"].text(), port["name"].text().empty() ? port["number"].text() : port["name"].text()};
    if (!backend.service.empty() && std::ranges::find(backends, backend) == backends.end())
        backends.push_back(backend);
}

} // namespace

std::vector<Backend> backendsOf(const text::Value &ingress)
{
    std::vector<Backend> backends;
    for (const text::Value &rule : ingress["spec"]["rules"].items())
        for (const text::Value &path : rule["http"]["paths"].items())
            add(backends, path["backend"]["service"]);
    add(backends, ingress["spec"]["defaultBackend"]["service"]);
    return backends;
}

} // namespace metrics
