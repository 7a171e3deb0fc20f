#include "app/headless/ObjectsFromFiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace headless;

namespace {

QByteArray names(const ObjectsFromFiles &objects)
{
    QByteArray out;
    for (const text::Value &object : objects.objects())
        out += (out.isEmpty() ? "" : " ") + QByteArray::fromStdString(object["kind"].text() + '/' + object["metadata"]["name"].text() + object["data"]["v"].text());
    return out;
}

} // namespace

/// The objects in files and folders, as the whole truth.
class ObjectsFromFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void listsAndDocumentsAreTakenApart();
    void aFolderIsReadByNameWithItsFolders();
    void ofARepeatedObjectTheLastCounts();
    void anErrorNamesFileAndLine_data();
    void anErrorNamesFileAndLine();
    void anEmptyFolderHoldsNothing();
    void typesComeFromDefinitionsAndObjects();
    void objectsOfATypeAreOrderedByNamespaceAndName();

private:
    QByteArray write(const char *name, const QByteArray &text)
    {
        const QString path = m_folder->filePath(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return QFile::encodeName(path);
    }
    base::Result<ObjectsFromFiles> read(const QByteArray &path) { return ObjectsFromFiles::read(std::vector{path.toStdString()}); }
    base::Result<ObjectsFromFiles> readFolder() { return read(QFile::encodeName(m_folder->path())); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ObjectsFromFilesTest::listsAndDocumentsAreTakenApart()
{
    const auto objects = read(write("a.txt", "---\n# nothing\n---\n{kind: Pod, apiVersion: v1, metadata: {name: a}}\n---\n"
                                             "kind: List\napiVersion: v1\nitems:\n- {kind: Node, apiVersion: v1, metadata: {name: node}}\n"
                                             "- {kind: PodList, apiVersion: v1, items: [{metadata: {name: b}}, {metadata: {name: c}}]}\n"));
    QVERIFY(bool(objects));
    QCOMPARE(names(*objects), QByteArray("Pod/a Node/node Pod/b Pod/c"));
    QCOMPARE(objects->objects().back()["apiVersion"].text(), std::string("v1"));
}

void ObjectsFromFilesTest::aFolderIsReadByNameWithItsFolders()
{
    write("b.json", R"({"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "b"}})");
    write("a.yaml", "{kind: Pod, apiVersion: v1, metadata: {name: a}}");
    write("kinds/pods.yml", "{kind: PodList, apiVersion: v1, items: [{metadata: {name: c, namespace: kinds}}]}");
    write("kinds/x/logs.txt", ": no yaml [");
    const auto objects = readFolder();
    QVERIFY(bool(objects));
    QCOMPARE(names(*objects), QByteArray("Pod/a Pod/b Pod/c"));
}

void ObjectsFromFilesTest::ofARepeatedObjectTheLastCounts()
{
    write("1.yaml", "{kind: ConfigMap, apiVersion: v1, metadata: {name: a}, data: {v: '=1'}}\n---\n{kind: ConfigMap, apiVersion: v1, metadata: {name: b}}");
    write("2.yaml", "{kind: ConfigMap, apiVersion: v1, metadata: {name: a}, data: {v: '=2'}}\n---\n"
                    "{kind: ConfigMap, apiVersion: v1, metadata: {name: a, namespace: other}, data: {v: '=3'}}");
    const auto objects = readFolder();
    QVERIFY(bool(objects));
    QCOMPARE(names(*objects), QByteArray("ConfigMap/a=2 ConfigMap/b ConfigMap/a=3"));
}

void ObjectsFromFilesTest::anErrorNamesFileAndLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("open list") << QByteArray("kind: Pod\nmetadata: [a\nb: c\n") << QByteArray("broken.yaml:3: ");
    QTest::newRow("a text") << QByteArray("---\n\njust words\n") << QByteArray("broken.yaml:3: not a Kubernetes object");
    QTest::newRow("a list") << QByteArray("- a\n- b\n") << QByteArray("broken.yaml:1: not a Kubernetes object");
    QTest::newRow("binary") << QByteArray("\x01\x02\xff", 3) << QByteArray("broken.yaml");
}

void ObjectsFromFilesTest::anErrorNamesFileAndLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);
    write("a.yaml", "{kind: Pod, apiVersion: v1, metadata: {name: a}}");
    write("broken.yaml", text);
    const auto objects = readFolder();
    QVERIFY(!objects);
    const QByteArray message = QByteArray::fromStdString(objects.error().message);
    QVERIFY2(message.contains(place), message.constData());
    QVERIFY(message.startsWith(QFile::encodeName(m_folder->path())));
}

void ObjectsFromFilesTest::anEmptyFolderHoldsNothing()
{
    write("empty.yaml", "");
    const auto objects = readFolder();
    QVERIFY(bool(objects));
    QVERIFY(objects->objects().empty());
    QVERIFY(objects->catalog().find("pods"));
    QVERIFY(!read("/no/such/file"));
}

void ObjectsFromFilesTest::typesComeFromDefinitionsAndObjects()
{
    write("crd.yaml", "kind: CustomResourceDefinition\napiVersion: apiextensions.k8s.io/v1\nmetadata: {name: boats.example.com}\nspec:\n  group: example.com\n"
                      "  scope: Namespaced\n  names: {plural: boats, singular: boat, kind: Boat, shortNames: [bo], categories: [all]}\n"
                      "  versions: [{name: v1alpha1, served: true}, {name: v1, served: true}, {name: v2, served: false}, {name: v1beta2, served: true}]\n");
    write("city.yaml", "{kind: City, apiVersion: example.com/v1, metadata: {name: seoul}}");
    const auto objects = readFolder();
    QVERIFY(bool(objects));
    QCOMPARE(objects->catalog().find("bo")->version, std::string("v1"));
    QVERIFY(!objects->catalog().findKind("example.com/v2", "Boat"));
    QVERIFY(objects->definitionOf(*objects->catalog().find("boat")));
    const kube::ResourceType *city = objects->catalog().find("cities");
    QVERIFY(city && !city->namespaced);
    QVERIFY(!objects->definitionOf(*city));
    QCOMPARE(objects->ofType(*city).size(), std::size_t(1));
}

void ObjectsFromFilesTest::objectsOfATypeAreOrderedByNamespaceAndName()
{
    QByteArray text;
    for (const char *place : {"a, name: b", "b, name: a", "a-b, name: a", "a, name: a"})
        text += QByteArray("---\n{kind: Pod, apiVersion: v1, metadata: {namespace: ") + place + "}}\n";
    const auto objects = read(write("pods.yaml", text));
    QVERIFY(bool(objects));
    QByteArray found;
    for (const text::Value *object : objects->ofType(*objects->catalog().find("pods")))
        found += QByteArray::fromStdString((*object)["metadata"]["namespace"].text() + '/' + (*object)["metadata"]["name"].text() + ' ');
    QCOMPARE(found, QByteArray("a-b/a a/a a/b b/a "));
}

QTEST_APPLESS_MAIN(ObjectsFromFilesTest)
#include "ObjectsFromFilesTest.moc"
