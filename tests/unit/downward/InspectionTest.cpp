#include "models/downward/Inspection.h"

#include "models/downward/Comparison.h"
#include "tests/unit/downward/PodSamples.h"

using downward::Entry;
using downward::Match;

namespace {

const std::string pod = R"(
metadata: {name: web-0, namespace: shop, labels: {app: web}}
spec:
  initContainers:
  - name: setup
    env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
  containers:
  - name: web
    env:
    - {name: LITERAL, value: x}
    - {name: TWICE, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
    - {name: CPU, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}
    - {name: TWICE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
    - {name: FROM_MAP, valueFrom: {configMapKeyRef: {name: m, key: k}}}
    volumeMounts:
    - {name: info, mountPath: /etc/info/}
    - {name: info, mountPath: /etc/labels, subPath: labels}
    - {name: all, mountPath: /all}
  - name: side
    volumeMounts: [{name: info, mountPath: /info}, {name: only, mountPath: /one, subPath: deep}]
  ephemeralContainers:
  - name: look
    env: [{name: B, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
  volumes:
  - name: all
    projected:
      defaultMode: 256
      sources:
      - configMap: {name: m}
      - downwardAPI: {items: [{path: ns, fieldRef: {fieldPath: metadata.namespace}}, {path: mem, mode: 420, resourceFieldRef: {containerName: web, resource: limits.memory}}]}
  - name: info
    downwardAPI:
      items:
      - {path: labels, fieldRef: {fieldPath: metadata.labels}}
      - {path: ./deep//uid, fieldRef: {fieldPath: metadata.uid}}
  - name: only
    downwardAPI: {items: [{path: deep/name, fieldRef: {fieldPath: metadata.name}}]}
status:
  containerStatuses: [{name: web, state: {running: {}}}, {name: side, state: {waiting: {}}}]
)";

std::vector<Entry> entries()
{
    return downward::inspect(samples::yaml(pod), nullptr);
}

const Entry &entryAt(const std::vector<Entry> &all, const std::string &path)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Entry &entry) { return entry.path == path; });
    if (found == all.end())
        qFatal("no entry %s", path.c_str());
    return *found;
}

std::vector<std::string> places(const Entry &entry)
{
    std::vector<std::string> out;
    for (const downward::Mount &mount : entry.mounts)
        out.push_back(mount.container + ':' + mount.file + (mount.vanishes ? " vanishes" : mount.isFrozen ? " frozen" : ""));
    return out;
}

using Texts = std::vector<std::string>;

} // namespace

/// All entries of a pod.
class InspectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesComeInTheirOrder()
    {
        Texts order;
        for (const Entry &entry : entries())
            order.push_back(std::string(wordOf(entry.kind)) + ' ' + entry.container + ' ' + entry.name + ' ' + entry.path);
        QCOMPARE(order, (Texts{"env setup A ", "env web TWICE ", "env web CPU ", "env web TWICE ", "env look B ", "projected  all ns", "projected web all mem", "volume  info labels",
                               "volume  info ./deep//uid", "volume  only deep/name"}));
    }

    void envIsFrozenAndVolumesAreLive()
    {
        const auto all = entries();
        QVERIFY(all[0].isFrozen);
        QVERIFY(!entryAt(all, "labels").isFrozen);
        QVERIFY(!entryAt(all, "ns").isFrozen);
        QVERIFY(entryAt(all, "deep/name").isFrozen);
    }

    void filesAreWhereContainersSeeThem()
    {
        const auto all = entries();
        QCOMPARE(places(entryAt(all, "labels")), (Texts{"web:/etc/info/labels", "web:/etc/labels frozen", "side:/info/labels"}));
        QCOMPARE(places(entryAt(all, "./deep//uid")), (Texts{"web:/etc/info/deep/uid", "side:/info/deep/uid"}));
        QCOMPARE(places(entryAt(all, "deep/name")), (Texts{"side:/one/name vanishes"}));
        QCOMPARE(entryAt(all, "ns").mode, 0400);
        QCOMPARE(entryAt(all, "mem").mode, 0644);
        QCOMPARE(entryAt(all, "labels").mode, 0644);
    }

    void aMountPathThatIsNotWholeIsCountedFromTheRoot()
    {
        const auto all = downward::inspect(samples::yaml("{spec: {containers: [{name: c, volumeMounts: [{name: v, mountPath: info/}]}], volumes: [{name: v, downwardAPI: {items: [{path: name, fieldRef: {fieldPath: metadata.name}}]}}]}}"), nullptr);
        QCOMPARE(places(all.at(0)), (Texts{"c:/info/name"}));
    }

    void ofTwoVariablesOfOneNameTheLaterCounts()
    {
        const auto all = entries();
        QVERIFY(all[1].isOverridden);
        QVERIFY(!all[2].isOverridden);
        QVERIFY(!all[3].isOverridden);
    }

    void containersAreKnownByKindAndState()
    {
        const auto containers = downward::containersOf(samples::yaml(pod));
        QCOMPARE(containers.size(), std::size_t(4));
        QCOMPARE(containers[0].kind, downward::ContainerKind::Init);
        QVERIFY(containers[1].isRunning);
        QVERIFY(!containers[2].isRunning);
        QCOMPARE(containers[3].kind, downward::ContainerKind::Ephemeral);
        QCOMPARE(downward::containersOf(samples::yaml(samples::pod))[1].kind, downward::ContainerKind::Sidecar);
    }

    void aNodeIsNeededForMissingLimits()
    {
        QVERIFY(downward::needsNode(entries()));
        const text::Value node = samples::yaml(samples::node);
        QVERIFY(!downward::needsNode(downward::inspect(samples::yaml(pod), &node)));
    }

    void howItCameAboutIsTold_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("words");
        QTest::newRow("a limit") << "env" << "resource: limits.cpu" << "container web has a limit of 250m of cpu; divided by 1: 0.25; rounded up: 1";
        QTest::newRow("without rest") << "env" << "resource: limits.cpu, divisor: 1m" << "container web has a limit of 250m of cpu; divided by 1m: 250";
        QTest::newRow("bytes") << "env" << "resource: limits.memory" << "container web has a limit of 100Mi of memory; in bytes: 104857600";
        QTest::newRow("a request") << "env" << "resource: requests.memory, divisor: 1M" << "container web requests 50Mi of memory; divided by 1M: 52.4288; rounded up: 53";
        QTest::newRow("the node") << "volume" << "resource: limits.cpu, containerName: bare" << "container bare has no limit of cpu; node n1 has 3900m of it for pods; divided by 1: 3.9; rounded up: 4";
        QTest::newRow("by name") << "env" << "resource: limits.cpu, containerName: setup" << "container setup has no limit of cpu; nothing stands in for it where env names an init container, which counts as 0";
        QTest::newRow("nothing requested") << "env" << "resource: requests.cpu, containerName: bare" << "container bare requests no cpu, which counts as 0";
        QTest::newRow("no huge pages") << "env" << "resource: limits.hugepages-1Gi" << "container web has no limit of hugepages-1Gi; nothing stands in for it, which counts as 0";
        QTest::newRow("refused") << "env" << "resource: limits.cpu, divisor: 1Ki" << "limits.cpu cannot be divided by 1Ki, but by: 1m 1";
        QTest::newRow("not there") << "env" << "resource: limits.cpu, containerName: x" << "the pod has no container x that could be meant";
    }
    void howItCameAboutIsTold()
    {
        QFETCH(QString, place);
        QFETCH(QString, ref);
        const text::Value node = samples::yaml(samples::node);
        const auto where = place == QStringLiteral("env") ? downward::Place::Env : downward::Place::Volume;
        const auto resolved = downward::resolveResource(samples::yaml(samples::pod), &node, "web", samples::yaml('{' + ref.toStdString() + '}'), where);
        QTEST(QString::fromStdString(englishOf(describe(resolved, where))), "words");
    }

    void whatContainersSeeIsCompared()
    {
        const auto all = entries();
        downward::Reading reading;
        reading.variables.emplace("web", downward::Reading::Variables{{"TWICE", "shop"}});
        reading.variables.emplace("setup", base::makeError(base::ErrorKind::NotFound, "it has ended"));
        reading.files.emplace(std::pair("web", "/etc/info/labels"), std::string("app=\"web\""));
        reading.files.emplace(std::pair("web", "/etc/labels"), std::string("app=\"old\""));
        const auto match = [&](std::size_t index) { return worstOf(compare(all[index], reading)); };
        QCOMPARE(match(0), Match::Unreadable);
        QCOMPARE(match(1), Match::Overridden);
        QCOMPARE(match(2), Match::Absent);
        QCOMPARE(match(3), Match::Equal);
        QCOMPARE(match(4), Match::NotRead);
        const auto labels = compare(entryAt(all, "labels"), reading);
        QCOMPARE(labels.size(), std::size_t(3));
        QCOMPARE(labels[0].match, Match::Equal);
        QCOMPARE(labels[1].match, Match::Differs);
        QCOMPARE(labels[1].seen, std::string("app=\"old\""));
        QCOMPARE(worstOf(labels), Match::Differs);
    }

    void aContainerThatEndedHidesNothingOfTheOthers()
    {
        const auto all = entries();
        base::Error ended = base::makeError(base::ErrorKind::NotFound, "it has ended");
        ended.reason = downward::ContainerIsDown;
        downward::Reading reading;
        reading.variables.emplace("setup", ended);
        reading.files.emplace(std::pair("web", "/etc/info/labels"), std::string("app=\"web\""));
        reading.files.emplace(std::pair("web", "/etc/labels"), std::string("app=\"web\""));
        reading.files.emplace(std::pair("side", "/info/labels"), ended);
        QCOMPARE(worstOf(compare(all[0], reading)), Match::NotRunning);
        QCOMPARE(worstOf(compare(entryAt(all, "labels"), reading)), Match::Equal);
    }

    void whatTheKubeletAddsToAllAnnotationsIsNoDifference()
    {
        const auto all = downward::inspect(samples::yaml("{metadata: {annotations: {a: b, z: x}}, spec: {containers: [{name: c, volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: v, downwardAPI: {items: [{path: all, fieldRef: {fieldPath: metadata.annotations}}]}}]}}"), nullptr);
        const auto seen = [&](const char *content) {
            downward::Reading reading;
            reading.files.emplace(std::pair("c", "/v/all"), std::string(content));
            return worstOf(compare(all.at(0), reading));
        };
        QCOMPARE(seen("a=\"b\"\nkubernetes.io/config.seen=\"2026\"\nkubernetes.io/config.source=\"api\"\nz=\"x\""), Match::Equal);
        QCOMPARE(seen("a=\"b\"\nkubernetes.io/config.other=\"x\"\nz=\"x\""), Match::Differs);
        QVERIFY(englishOf(all.at(0).steps()).find("two of its own") != std::string::npos);
    }

    void eachFileIsReadOnce()
    {
        const auto plan = downward::planOf(entries());
        QCOMPARE(plan.environments, (Texts{"setup", "web", "look"}));
        QCOMPARE(plan.files.at("side"), (Texts{"/info/labels", "/info/deep/uid", "/one/name"}));
    }

    void hostileShapesAreHarmless()
    {
        for (const char *text : {"[]", "3", "{spec: {containers: {a: b}, volumes: [3, {name: [], downwardAPI: {items: {}}}]}}", "{spec: {containers: [{env: [3, {valueFrom: 4}, {valueFrom: {fieldRef: 4}}]}]}}"})
            QVERIFY(downward::inspect(samples::yaml(text), nullptr).empty());
    }
};

QTEST_GUILESS_MAIN(InspectionTest)
#include "InspectionTest.moc"
