#include "models/metrics/RememberedServer.h"

#include "models/kube/ApiUrl.h"
#include "models/text/LabelNames.h"

#include <algorithm>

namespace metrics {

using text::Value;

namespace {

constexpr std::size_t longestText = 1024;

std::string textIn(const Value &value)
{
    const bool isPlain = value.isString() && value.text().size() <= longestText && std::ranges::all_of(value.text(), [](char c) { return c > ' ' && c != 127; });
    return isPlain ? value.text() : std::string();
}

} // namespace

Value writeCandidate(const Candidate &candidate, Way way)
{
    Value value = Value::map();
    if (candidate.direct) {
        const auto route = routeTo(*candidate.direct);
        if (!route)
            return {};
        value.set("url", Value::string(route->url));
        return value;
    }
    value.set("namespace", Value::string(candidate.service.namespaceName));
    value.set("service", Value::string(candidate.service.serviceName));
    value.set("port", Value::number(candidate.service.port));
    for (const auto &[key, text] : {std::pair("prefix", candidate.service.prefix), std::pair("selector", candidate.selector), std::pair("targetPort", candidate.targetPort)}) {
        if (!text.empty())
            value.set(key, Value::string(text));
    }
    if (candidate.service.tls)
        value.set("tls", Value::boolean(true));
    if (way == Way::PortForward)
        value.set("forward", Value::boolean(true));
    return value;
}

std::optional<Candidate> readCandidate(const Value &value)
{
    Candidate candidate{Origin::Remembered};
    if (const std::string url = textIn(value["url"]); !url.empty()) {
        candidate.direct = DirectServer{url};
        return routeTo(*candidate.direct) ? std::optional(candidate) : std::nullopt;
    }
    const std::int64_t port = value["port"].asInteger();
    candidate.service = {textIn(value["namespace"]), textIn(value["service"]), 0, value["tls"].asBoolean(), textIn(value["prefix"])};
    candidate.selector = textIn(value["selector"]);
    candidate.targetPort = textIn(value["targetPort"]);
    const bool isGood = text::isNamespaceName(candidate.service.namespaceName) && text::isNamespaceName(candidate.service.serviceName) && port > 0 && port < 65536;
    const std::string &prefix = candidate.service.prefix;
    if (!isGood || (!prefix.empty() && prefix.front() != '/') || kube::leadsElsewhere(prefix))
        return std::nullopt;
    candidate.service.port = static_cast<int>(port);
    candidate.firstWay = value["forward"].asBoolean() ? Way::PortForward : Way::ServiceProxy;
    return candidate;
}

} // namespace metrics
