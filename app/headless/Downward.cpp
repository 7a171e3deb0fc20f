#include "app/headless/Downward.h"

#include "app/headless/Cluster.h"
#include "app/headless/DownwardOutput.h"
#include "app/headless/ErrorText.h"
#include "app/headless/ObjectsFromFiles.h"
#include "app/headless/PodArgument.h"
#include "app/headless/Wait.h"
#include "models/downward/Inspection.h"
#include "models/kube/ResourceType.h"
#include "models/text/GoQuote.h"
#include "models/text/Json.h"
#include "models/text/Plain.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <optional>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;
using text::Value;

namespace {

/// A pod, and its node as far as it is known.
struct Looked
{
    Value pod;
    std::optional<Value> node;
};

/// Without "pod/" before it; empty: none was said. It was checked.
std::string podName(const Invocation &invocation)
{
    return invocation.arguments.empty() ? std::string() : *podNameIn(invocation.arguments.front(), "downward");
}

Result<std::vector<Value>> readStandardInput()
{
    const std::string bytes((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    return text::parseYamlDocuments(bytes);
}

Result<std::vector<Value>> objectsOf(const std::string &path)
{
    if (path == "-")
        return readStandardInput();
    const auto files = ObjectsFromFiles::read(std::vector<std::string>{path});
    if (files)
        return files->objects();
    if (files.error().kind == ErrorKind::NotFound)
        return base::makeError(ErrorKind::NotFound, "the path " + text::goQuoted(path) + " does not exist");
    return files.error();
}

bool isKind(const Value &object, std::string_view kind)
{
    return object["kind"].text() == kind && (object["apiVersion"].text() == "v1" || object["apiVersion"].text().empty());
}

Result<Value> nodeFromFile(const std::string &path)
{
    const auto objects = objectsOf(path);
    if (!objects)
        return objects.error();
    const auto node = std::ranges::find_if(*objects, [](const Value &object) { return isKind(object, "Node"); });
    if (node == objects->end())
        return base::makeError(ErrorKind::BadInput, "there is no Node in " + text::goQuoted(path));
    return *node;
}

/// One that was written down, as the server would have it.
Value placed(Value pod, const std::string &namespaceName)
{
    if (pod["metadata"].isMap() && pod["metadata"]["namespace"].text().empty() && !namespaceName.empty()) {
        Value metadata = pod["metadata"];
        metadata.set("namespace", Value::string(namespaceName));
        pod.set("metadata", std::move(metadata));
    }
    return downward::withDefaults(std::move(pod));
}

/// One of the pods of a file: the one that is named, or the only one.
Result<Value> podOf(const std::vector<Value> &objects, const std::string &path, const std::string &name)
{
    std::vector<const Value *> pods;
    for (const Value &object : objects) {
        if (isKind(object, "Pod") && (name.empty() || object["metadata"]["name"].text() == name))
            pods.push_back(&object);
    }
    if (pods.size() == 1)
        return *pods.front();
    if (pods.empty())
        return name.empty() ? base::makeError(ErrorKind::BadInput, "there is no Pod in " + text::goQuoted(path)) : podNotFound(name);
    return base::makeError(ErrorKind::BadInput, "there are " + std::to_string(pods.size()) + " Pods in " + text::goQuoted(path) + ": name one");
}

/// On the node that is given, if nothing else is said.
Value onNode(Value pod, const Value &node)
{
    if (!pod["spec"]["nodeName"].text().empty())
        return pod;
    Value spec = pod["spec"];
    spec.set("nodeName", Value::string(node["metadata"]["name"].text()));
    pod.set("spec", std::move(spec));
    return pod;
}

Result<Looked> fromFile(const Invocation &invocation)
{
    const std::string &path = invocation.downward.file;
    const auto objects = objectsOf(path);
    if (!objects)
        return objects.error();
    auto pod = podOf(*objects, path, podName(invocation));
    if (!pod)
        return pod.error();
    return Looked{placed(std::move(*pod), invocation.overrides.namespaceName), std::nullopt};
}

/// Files that stand for a cluster have its nodes, too.
Result<Looked> fromFiles(const Invocation &invocation)
{
    const auto files = ObjectsFromFiles::read(invocation.from);
    if (!files)
        return files.error();
    const std::string space = invocation.overrides.namespaceName.empty() ? "default" : invocation.overrides.namespaceName;
    Looked out;
    for (const Value &object : files->objects()) {
        const std::string &in = object["metadata"]["namespace"].text();
        if (isKind(object, "Pod") && object["metadata"]["name"].text() == podName(invocation) && (in.empty() || in == space))
            out.pod = placed(object, space);
    }
    if (!out.pod.isMap())
        return podNotFound(podName(invocation));
    for (const Value &object : files->objects()) {
        if (isKind(object, "Node") && object["metadata"]["name"].text() == out.pod["spec"]["nodeName"].text())
            out.node = object;
    }
    return out;
}

Result<Value> fetch(kube::Api &api, std::string path)
{
    kube::ApiRequest request;
    request.path = std::move(path);
    const auto answer = waitFor<kube::ApiAnswer>([&](auto done) { return api.fetch(request, std::move(done)); });
    return answer ? text::parseJson(answer->body) : Result<Value>(answer.error());
}

Result<Looked> fromCluster(const Invocation &invocation, std::ostream &err)
{
    const auto cluster = Cluster::connect(invocation, err);
    if (!cluster)
        return cluster.error();
    kube::Api &api = (*cluster)->api();
    auto pod = fetch(api, "/api/v1/namespaces/" + kube::percentEncode((*cluster)->namespaceName()) + "/pods/" + kube::percentEncode(podName(invocation)));
    if (!pod)
        return pod.error();
    Looked out{std::move(*pod), std::nullopt};
    const std::string &nodeName = out.pod["spec"]["nodeName"].text();
    if (nodeName.empty() || !invocation.downward.node.empty())
        return out;
    auto node = fetch(api, "/api/v1/nodes/" + kube::percentEncode(nodeName));
    if (node)
        out.node = std::move(*node);
    else if (downward::needsNode(downward::inspect(out.pod, nullptr)))
        err << "Warning: node " << text::plain(nodeName) << " could not be read: " << text::plain(node.error().message) << '\n';
    return out;
}

Result<Looked> look(const Invocation &invocation, std::ostream &err)
{
    const bool isFile = !invocation.downward.file.empty();
    auto looked = isFile ? fromFile(invocation) : !invocation.from.empty() ? fromFiles(invocation) : fromCluster(invocation, err);
    if (!looked || invocation.downward.node.empty())
        return looked;
    auto node = nodeFromFile(invocation.downward.node);
    if (!node)
        return node.error();
    looked->node = std::move(*node);
    if (isFile)
        looked->pod = onNode(std::move(looked->pod), *looked->node);
    return looked;
}

Result<void> check(const Invocation &invocation)
{
    if (invocation.downward.file.empty() && invocation.arguments.empty())
        return base::makeError(ErrorKind::Misuse, "name a POD, or a file with one with -f");
    if (!invocation.downward.file.empty() && !invocation.from.empty())
        return base::makeError(ErrorKind::Misuse, "-f and --from name two different sources");
    if (invocation.arguments.empty())
        return {};
    const auto name = podNameIn(invocation.arguments.front(), "downward");
    return name ? Result<void>() : name.error();
}

void print(const Invocation &invocation, const std::vector<downward::Entry> &entries, std::ostream &out, std::ostream &err)
{
    using Format = OutputChoice::Format;
    if (invocation.output.format == Format::Json)
        out << text::writeJson(downwardJson(entries), text::JsonStyle::Indented) << '\n';
    else if (invocation.output.format == Format::Yaml)
        out << text::writeYaml(downwardJson(entries));
    else if (entries.empty())
        err << "The pod uses no field of the Downward API.\n";
    else
        printDownward(entries, out);
    out.flush();
}

Result<void> run(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    if (const auto good = check(invocation); !good)
        return good;
    const auto looked = look(invocation, err);
    if (!looked)
        return looked.error();
    print(invocation, downward::inspect(looked->pod, looked->node ? &*looked->node : nullptr), out, err);
    return {};
}

} // namespace

int downwardVerb(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    const auto done = run(invocation, out, err);
    if (done)
        return Done;
    err << errorText(done.error()) << '\n';
    if (exitCode(done.error()) == Misused)
        err << usageLine(Verb::Downward) << '\n';
    return exitCode(done.error());
}

} // namespace headless
