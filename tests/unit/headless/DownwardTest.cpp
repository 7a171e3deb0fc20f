#include "app/headless/Downward.h"

#include "models/text/Json.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>

using headless::Invocation;

namespace {

constexpr const char *pod = R"(
apiVersion: v1
kind: Pod
metadata: {name: web-0, labels: {app: web, tier: front}}
spec:
  containers:
  - name: web
    env:
    - {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}
    - {name: ASKED, valueFrom: {resourceFieldRef: {resource: requests.memory, divisor: 1M}}}
    - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
    - {name: ACCOUNT, valueFrom: {fieldRef: {fieldPath: spec.serviceAccountName}}}
    - {name: SPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
    - {name: ADDRESS, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
    resources: {limits: {memory: 100Mi}}
    volumeMounts: [{name: info, mountPath: /etc/info}]
  volumes:
  - name: info
    downwardAPI:
      items:
      - {path: labels, fieldRef: {fieldPath: metadata.labels}}
      - {path: cpu, mode: 256, resourceFieldRef: {containerName: web, resource: limits.cpu}}
      - {path: ip, fieldRef: {fieldPath: status.podIP}}
      - {path: bad, resourceFieldRef: {containerName: web, resource: limits.memory, divisor: 3}}
      - {path: other, resourceFieldRef: {containerName: other, resource: limits.memory}}
)";
constexpr const char *node = "{apiVersion: v1, kind: Node, metadata: {name: n1}, status: {allocatable: {cpu: 1900m}}}";

struct Said
{
    int code = 0;
    std::string out;
    std::string err;
};

/// "LIMIT 1900 null", "labels ... null"
std::string lineOf(const text::Value &row)
{
    const std::string value = row["value"].isNull() ? "null" : row["value"].text();
    return (row["path"].text().empty() ? row["name"].text() : row["path"].text()) + ' ' + value + ' ' + (row["error"].isNull() ? "null" : row["error"].text());
}

} // namespace

/// The verb "downward", on files.
class DownwardTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string write(const char *name, const std::string &text)
    {
        const std::string path = m_folder->filePath(QString::fromUtf8(name)).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static Said run(std::initializer_list<std::string> words)
    {
        const std::vector<std::string> held(words);
        std::vector<std::string_view> views{"downward"};
        views.insert(views.end(), held.begin(), held.end());
        const auto invocation = headless::parseCommandLine(views);
        if (!invocation)
            return {2, {}, invocation.error().message};
        std::ostringstream out, err;
        const int code = headless::downwardVerb(*invocation, out, err);
        return {code, out.str(), err.str()};
    }
    static std::vector<std::string> lines(const Said &said)
    {
        std::vector<std::string> out;
        const auto rows = text::parseJson(said.out);
        if (!rows)
            return {said.err};
        for (const text::Value &row : rows->items())
            out.push_back(lineOf(row));
        return out;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aPodOfAFileGetsTheServersDefaults()
    {
        const Said said = run({"-f", write("pod.yaml", pod), "-o", "json"});
        QCOMPARE(said.code, 0);
        QCOMPARE(lines(said), (std::vector<std::string>{"LIMIT null needs-node", "ASKED 105 null", "NODE null needs-node", "ACCOUNT default null", "SPACE default null", "ADDRESS null needs-status",
                                                        "labels app=\"web\"\ntier=\"front\" null", "cpu null needs-node", "ip null unsupported-field", "bad null bad-divisor", "other null no-such-container"}));
    }

    void aNodeMakesMissingLimitsKnown()
    {
        const auto all = lines(run({"-f", write("pod.yaml", pod), "--node", write("node.yaml", node), "-o", "json", "-n", "shop"}));
        QCOMPARE(all.at(0), std::string("LIMIT 1900 null"));
        QCOMPARE(all.at(2), std::string("NODE n1 null"));
        QCOMPARE(all.at(4), std::string("SPACE shop null"));
        QCOMPARE(all.at(7), std::string("cpu 2 null"));
    }

    void everyKeyOfTheContractIsThere()
    {
        const auto rows = text::parseJson(run({"-f", write("pod.yaml", pod), "-o", "json"}).out);
        QVERIFY(rows);
        for (const text::Value &row : rows->items()) {
            for (const char *key : {"container", "kind", "name", "path", "source", "field", "divisor", "value", "frozen", "computed", "error"})
                QVERIFY2(row.find(key), key);
        }
        const text::Value &first = rows->items()[0], &file = rows->items()[7];
        QCOMPARE(text::writeJson(first["frozen"]) + first["kind"].text() + first["source"].text() + first["divisor"].text(), std::string("trueenvresourceFieldRef1m"));
        QCOMPARE(text::writeJson(file["frozen"]) + file["kind"].text() + file["name"].text() + file["container"].text() + file["divisor"].text() + file["mode"].text(), std::string("falsevolumeinfoweb10400"));
        QCOMPARE(text::writeJson(file["mounts"]), std::string(R"([{"container":"web","file":"/etc/info/cpu","frozen":false}])"));
        QCOMPARE(rows->items()[2]["divisor"].text(), std::string());
    }

    void peopleGetATable()
    {
        const Said said = run({"-f", write("pod.yaml", pod)});
        QVERIFY2(said.out.starts_with("CONTAINER   KIND     NAME          FIELD"), said.out.c_str());
        QVERIFY(said.out.find("<needs-node>") != std::string::npos);
        QVERIFY(said.out.find("container web requests 100Mi of memory; divided by 1M: 104.8576; rounded up: 105") != std::string::npos);
    }

    void filesStandForACluster()
    {
        const std::string all = write("all.yaml", std::string(pod) + "---\n{apiVersion: v1, kind: Pod, metadata: {name: other}, spec: {nodeName: n1, containers: [{name: c, env: [{name: C, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}]}]}}\n---\n" + node);
        QCOMPARE(lines(run({"other", "--from", all, "-o", "json"})), (std::vector<std::string>{"C 2 null"}));
        QCOMPARE(run({"none", "--from", all}).err, std::string("Error from server (NotFound): pods \"none\" not found\n"));
        QCOMPARE(lines(run({"pod/other", "-f", all, "-o", "json"})), (std::vector<std::string>{"C null needs-node"}));
        QVERIFY(run({"-f", all}).err.find("there are 2 Pods") != std::string::npos);
    }

    void mistakesAreSaid_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << "" << 2 << "error: name a POD, or a file with one with -f\nUsage: wheelhouse downward";
        QTest::newRow("two pods") << "a b" << 2 << "unexpected argument \"b\"";
        QTest::newRow("a format") << "a -o csv" << 2 << "downward prints a table";
        QTest::newRow("no file") << "-f /nowhere/pod.yaml" << 1 << "error: the path \"/nowhere/pod.yaml\" does not exist";
        QTest::newRow("no pod") << "-f NODE" << 1 << "error: there is no Pod in";
        QTest::newRow("no node") << "-f POD --node POD" << 1 << "error: there is no Node in";
        QTest::newRow("no text") << "-f BROKEN" << 1 << "error: ";
        QTest::newRow("a name that is a path") << "pod/a/b" << 1 << "error: invalid resource name \"a/b\"";
        QTest::newRow("another kind") << "svc/a" << 1 << "error: downward is about pods, not svc";
        QTest::newRow("no name") << "pod/" << 1 << "error: resource name may not be empty";
        QTest::newRow("the folder above") << ".." << 1 << "error: invalid resource name \"..\"";
        QTest::newRow("two sources") << "-f POD --from POD" << 2 << "error: -f and --from";
    }
    void mistakesAreSaid()
    {
        const std::map<std::string, std::string> files = {{"POD", write("pod.yaml", pod)}, {"NODE", write("node.yaml", node)}, {"BROKEN", write("broken.yaml", "a: [")}};
        QFETCH(QString, words);
        std::vector<std::string> held;
        for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
            held.push_back(files.contains(word.toStdString()) ? files.at(word.toStdString()) : word.toStdString());
        std::vector<std::string_view> views{"downward"};
        views.insert(views.end(), held.begin(), held.end());
        const auto invocation = headless::parseCommandLine(views);
        std::ostringstream out, err;
        const int code = invocation ? headless::downwardVerb(*invocation, out, err) : 2;
        const QString said = QString::fromStdString(invocation ? err.str() : invocation.error().message);
        QTEST(code, "code");
        QFETCH(QString, message);
        QVERIFY2(said.startsWith(message), qPrintable(said));
        QVERIFY(out.str().empty());
    }

    void aPodWithoutEntriesSaysSo()
    {
        const Said said = run({"-f", write("plain.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}}")});
        QCOMPARE(said.code, 0);
        QCOMPARE(said.err, std::string("The pod uses no field of the Downward API.\n"));
        QCOMPARE(run({"-f", write("plain.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}}"), "-o", "json"}).out, std::string("[]\n"));
    }
};

QTEST_GUILESS_MAIN(DownwardTest)
#include "DownwardTest.moc"
