#include "app/headless/Get.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

using namespace headless;

namespace {

const char objects[] = R"(
{kind: Namespace, apiVersion: v1, metadata: {name: shop, creationTimestamp: "2026-01-01T00:00:00Z"}, status: {phase: Active}}
---
{kind: ConfigMap, apiVersion: v1, metadata: {name: settings, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z", labels: {app: web}}, data: {a: "1", b: "2"}}
---
{kind: ConfigMap, apiVersion: v1, metadata: {name: =formula, namespace: default, creationTimestamp: "2026-01-01T12:00:00Z"}, data: {a: "1"}}
---
{kind: Secret, apiVersion: v1, metadata: {name: key, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z"}, type: Opaque}
---
{kind: VolumeAttachment, apiVersion: storage.k8s.io/v1, metadata: {name: disk}, spec: {attacher: example.com, nodeName: node-1, source: {persistentVolumeName: pv}}, status: {attached: true}}
---
{kind: StorageVersionMigration, apiVersion: storagemigration.k8s.io/v1beta1, metadata: {name: move}, spec: {resource: {group: apps, resource: deployments}}}
---
{kind: Boat, apiVersion: example.com/v1, metadata: {name: argo, namespace: shop}, spec: {captain: "a\nb", masts: 2.9, draught: 1.25, afloat: true, launched: "2025-12-31T00:00:00Z", crew: [1, {a: b}]}}
---
{kind: Boat, apiVersion: example.com/v1, metadata: {name: odd, namespace: shop}, spec: {captain: 7, masts: x, draught: 1e21, afloat: "true", launched: soon}}
---
{kind: Boat, apiVersion: example.com/v1, metadata: {name: hostile, namespace: harbour}, spec: {captain: "\e[31mred\a\r\u202Etext\nb", masts: 1}}
---
kind: CustomResourceDefinition
apiVersion: apiextensions.k8s.io/v1
metadata: {name: boats.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: boats, singular: boat, kind: Boat}
  versions:
  - name: v1
    served: true
    additionalPrinterColumns:
    - {name: Captain, type: string, jsonPath: .spec.captain}
    - {name: Masts, type: integer, jsonPath: .spec.masts}
    - {name: Draught, type: number, jsonPath: .spec.draught, priority: 1}
    - {name: Afloat, type: boolean, jsonPath: .spec.afloat}
    - {name: Launched, type: date, jsonPath: .spec.launched}
    - {name: Crew, type: string, jsonPath: .spec.crew}
)";

} // namespace

/// "get" from files, from words to what is printed.
class GetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsPrinted_data();
    void whatIsPrinted();

private:
    QTemporaryDir m_folder;
};

void GetTest::initTestCase()
{
    QFile file(m_folder.filePath(QStringLiteral("objects.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(objects), qint64(sizeof(objects) - 1));
}

void GetTest::whatIsPrinted_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");
    const auto row = [](const char *words, int code, const char *out, const char *err = "") { QTest::newRow(words) << code << QByteArray(out) << QByteArray(err); };
    row("cm -n shop", 0, "NAME       DATA   AGE\nsettings   2      24h\n");
    row("cm -A", 0, "NAMESPACE   NAME       DATA   AGE\ndefault     =formula   1      12h\nshop        settings   2      24h\n");
    row("cm -A --no-headers -L app,x --show-labels", 0, "default   =formula   1     12h               <none>\nshop      settings   2     24h   web         app=web\n");
    row("cm,secrets -n shop", 0, "NAME                 DATA   AGE\nconfigmap/settings   2      24h\n\nNAME         TYPE     DATA   AGE\nsecret/key   Opaque   0      24h\n");
    row("cm,ns -A", 0, "NAMESPACE   NAME                 DATA   AGE\ndefault     configmap/=formula   1      12h\nshop        configmap/settings   2      24h\n\n"
                       "NAMESPACE   NAME             STATUS   AGE\n            namespace/shop   Active   24h\n");
    row("volumeattachments,storageversionmigrations --no-headers", 0, "volumeattachment.storage.k8s.io/disk   example.com   pv    node-1   true   <unknown>\nmove   deployments.apps   Unknown\n");
    row("cm -o csv -A", 0, "\"Namespace\",\"Name\",\"Data\",\"Age\"\r\n\"default\",\"'=formula\",\"1\",\"12h\"\r\n\"shop\",\"settings\",\"2\",\"24h\"\r\n");
    row("cm -A -o name", 0, "configmap/=formula\nconfigmap/settings\n");
    row("cm -A -o name --sort-by=.data.b", 0, "configmap/=formula\nconfigmap/settings\n");
    row("cm -A --sort-by=.metadata.name -o jsonpath={.items[*].metadata.name}", 0, "=formula settings");
    row("cm settings -n shop -o jsonpath={.data}", 0, "{\"a\":\"1\",\"b\":\"2\"}");
    row("cm settings nope -n shop", 1, "NAME       DATA   AGE\nsettings   2      24h\n", "Error from server (NotFound): configmaps \"nope\" not found\n");
    row("cm/settings secret/nope -n shop --no-headers", 1, "settings   2     24h\n", "Error from server (NotFound): secrets \"nope\" not found\n");
    row("cm nope -o json", 1, "", "Error from server (NotFound): configmaps \"nope\" not found\n");
    row("ns shop -A", 0, "NAME   STATUS   AGE\nshop   Active   24h\n");
    row("cm settings -A", 1, "", "error: a resource cannot be retrieved by name across all namespaces\n");
    row("pods", 0, "", "No resources found in default namespace.\n");
    row("pods -A", 0, "", "No resources found\n");
    row("nodes", 0, "", "No resources found\n");
    row("nonsense", 1, "", "error: the server doesn't have a resource type \"nonsense\"\n");
    row("cm -l a=b=c", 1, "", "error: the provided selector \"a=b=c\" is not valid: found '=', expected: ',' or 'end of string'\n");
    row("cm x -l a=b", 1, "", "error: name cannot be provided when a selector is specified\n");
    row("cm/x -l a=b", 1, "", "error: selectors and the all flag cannot be used when passing resource/name arguments\n");
    row("cm -A -l app=web -o name", 0, "configmap/settings\n");
    row("cm -A --field-selector metadata.namespace!=shop -o name", 0, "configmap/=formula\n");
    row("cm -A -o jsonpath={.x", 1, "", "error: error parsing jsonpath {.x, unclosed action\n");
    row("cm -A -o jsonpath={.items[9]}", 1, "", "error: error executing jsonpath \"{.items[9]}\": Error executing template: array index out of bounds: index 9, length 2\n");
    row("cm -A --sort-by=.nothing", 1, "", "error: couldn't find any field with path \"{.nothing}\" in the list of objects\n");
    row("cm -A --sort-by=.data", 1, "", "error: Field {.data} is an unsortable type: map[string]interface {}\n");
    row("boats -n shop -o wide", 0, "NAME   CAPTAIN   MASTS   DRAUGHT   AFLOAT   LAUNCHED    CREW\nargo   a...      2       1.25      true     2d          [1,{\"a\":\"b\"}]\n"
                                    "odd    7                 1e+21              <invalid>   \n");
    row("boats -n harbour -o csv --no-headers", 0, "\"hostile\",\"^[[31mred\\r\u27e8U+202E\u27e9text\nb\",\"1\",\"\",\"\",\"\",\"\"\r\n");
    row("pods -o json -n nowhere", 0, "{\n    \"apiVersion\": \"v1\",\n    \"items\": [],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n");
}

void GetTest::whatIsPrinted()
{
    std::vector<std::string> words = {"get", "--now", "2026-01-02T00:00:00Z", "--from", QFile::encodeName(m_folder.path()).toStdString()};
    for (const QByteArray &word : QByteArray(QTest::currentDataTag()).split(' '))
        words.push_back(word.toStdString());
    const std::vector<std::string_view> views(words.begin(), words.end());
    const auto invocation = parseCommandLine(views);
    QVERIFY2(bool(invocation), invocation ? "" : invocation.error().message.c_str());
    std::ostringstream out, err;
    const int code = get(*invocation, out, err);
    QTEST(QByteArray::fromStdString(err.str()), "err");
    QTEST(QByteArray::fromStdString(out.str()), "out");
    QTEST(code, "code");
}

QTEST_APPLESS_MAIN(GetTest)
#include "GetTest.moc"
