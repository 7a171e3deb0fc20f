#include "models/demo/SampleData.h"

#include "models/demo/Edit.h"
#include "models/demo/PodMaker.h"
#include "models/text/Yaml.h"

#include <QDir>

namespace demo {

using text::Value;

namespace {

base::Result<void> createAll(const std::string &file, Cluster &cluster, const Behaviours &behaviours)
{
    const auto documents = readDataFile(file).and_then([](std::string &&yaml) { return text::parseYamlDocuments(yaml); });
    if (!documents)
        return base::makeError(documents.error().kind, file + ": " + documents.error().message);
    for (const Value &document : *documents) {
        if (document.isNull())
            continue;
        const Value &metadata = document["metadata"];
        Value object = document;
        if (document["kind"].text() == "Pod")
            admitPod(object, cluster);
        const auto age = behaviours.ageOf(metadata["namespace"].text(), metadata["name"].text());
        if (!cluster.create(std::move(object), cluster.clock().now() - age))
            return base::makeError(base::ErrorKind::BadInput,
                file + ": no such kind: " + document["apiVersion"].text() + ' ' + document["kind"].text());
    }
    return {};
}

} // namespace

base::Result<void> loadSampleData(const std::string &folder, Cluster &cluster, Life &life)
{
    if (auto read = cluster.readKinds(folder); !read)
        return read;
    auto behaviours = readDataFile(folder + "/life.yaml").and_then([](std::string &&yaml) { return Behaviours::parse(yaml); });
    if (!behaviours)
        return behaviours.error();
    const QDir objects(QString::fromStdString(folder + "/objects"));
    for (const QString &name : objects.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        if (auto created = createAll(objects.filePath(name).toStdString(), cluster, *behaviours); !created)
            return created;
    }
    life.begin(std::move(*behaviours));
    return {};
}

} // namespace demo
