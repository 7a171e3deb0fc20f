#include "models/disk/NodeFacts.h"

#include "models/disk/Amount.h"
#include "models/text/Quantity.h"

#include <algorithm>

namespace disk {

using text::Value;

namespace {

std::optional<std::int64_t> bytesOf(const Value &amount)
{
    const auto quantity = amount.isNull() ? base::Result<text::Quantity>(base::Error()) : text::Quantity::from(amount);
    return quantity && quantity->sign() >= 0 ? std::optional(quantity->value()) : std::nullopt;
}

ListedImage imageOf(const Value &value)
{
    ListedImage image;
    for (const Value &name : value["names"].items())
        if (!name.text().empty())
            image.names.push_back(name.text());
    image.bytes = possible(value["sizeBytes"].asInteger(-1));
    return image;
}

Truth truthOf(const std::string &status)
{
    return status == "True" ? Truth::Yes : status == "False" ? Truth::No : Truth::Unknown;
}

Runtime::Kind kindOf(const std::string &words)
{
    return words.starts_with("containerd://") ? Runtime::Kind::Containerd : words.starts_with("cri-o://") ? Runtime::Kind::CriO : words.starts_with("docker://") ? Runtime::Kind::Docker : Runtime::Kind::Unknown;
}

/// k3s and RKE2 bring a client of their own, which knows where their containerd listens.
std::string clientOf(const Runtime &runtime, const std::string &kubelet)
{
    if (runtime.isWindows)
        return "crictl";
    if (runtime.kind == Runtime::Kind::Docker)
        return "sudo docker";
    if (kubelet.find("+k3s") != std::string::npos)
        return "sudo k3s crictl";
    if (kubelet.find("+rke2") != std::string::npos)
        return "sudo /var/lib/rancher/rke2/bin/crictl --config /var/lib/rancher/rke2/agent/etc/crictl.yaml";
    return "sudo crictl";
}

Runtime runtimeOf(const Value &info)
{
    Runtime runtime;
    runtime.words = info["containerRuntimeVersion"].text();
    runtime.kind = kindOf(runtime.words);
    runtime.isWindows = info["operatingSystem"].text() == "windows";
    runtime.client = clientOf(runtime, info["kubeletVersion"].text());
    return runtime;
}

} // namespace

const std::string &ListedImage::title() const
{
    static const std::string none;
    const auto tag = std::ranges::find_if(names, [](const std::string &name) { return name.find('@') == std::string::npos; });
    return tag != names.end() ? *tag : names.empty() ? none : names.front();
}

NodeFacts factsOf(const Value &node)
{
    NodeFacts facts;
    const Value &status = node["status"];
    facts.name = node["metadata"]["name"].text();
    for (const Value &image : status["images"].items())
        facts.images.push_back(imageOf(image));
    for (const Value &condition : status["conditions"].items()) {
        if (condition["type"].text() == "DiskPressure") {
            facts.pressure = truthOf(condition["status"].text());
            facts.pressureSince = condition["lastTransitionTime"].text();
        } else if (condition["type"].text() == "Ready") {
            facts.ready = truthOf(condition["status"].text());
            facts.readyMessage = condition["message"].text();
        }
    }
    facts.allocatable = bytesOf(status["allocatable"]["ephemeral-storage"]);
    facts.capacity = bytesOf(status["capacity"]["ephemeral-storage"]);
    facts.runtime = runtimeOf(status["nodeInfo"]);
    return facts;
}

} // namespace disk
