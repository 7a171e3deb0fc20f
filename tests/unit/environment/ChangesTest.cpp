#include "World.h"

#include "models/environment/SourceAge.h"

#include <QTest>

using environment::Source;
using environment::SourceKind;

namespace {

constexpr const char *before = "2026-11-19T12:00:00Z";
constexpr const char *after = "2026-11-20T11:00:00Z";

std::string wordOf(const std::optional<bool> &changed)
{
    return changed ? *changed ? "changed" : "same" : "not known";
}

const environment::Variable &named(const environment::Environment &environment, const std::string &name)
{
    for (const environment::Variable &variable : environment.variables) {
        if (variable.name == name)
            return variable;
    }
    qFatal("no variable %s", name.c_str());
}

} // namespace

/// What is told of "changed since the container started" from objects alone, and what the container itself says.
class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsProveOnlyThatNothingChanged_data();
    void objectsProveOnlyThatNothingChanged();
    void whatCouldNotBeReadAgainIsNotCalledUnchanged();
    void aRemovedKeyMayHaveHiddenAService();
    void whatBecameImmutableMayHaveChangedBefore();
    void aServiceThatIsYoungerIsNamed();
    void whatStartedEarlierIsBoundedByWhatThePodTells();
    void aNodeWhoseClockIsFastProvesNothing();
    void aContainerThatNeverStartedHasNothingToCompare();
    void theContainerSettlesEveryVariable();
    void whatTheImageSetIsToldBehind();
    void whatMayHaveComeOutOfASecretIsOne_data();
    void whatMayHaveComeOutOfASecretIsOne();
};

void ChangesTest::objectsProveOnlyThatNothingChanged_data()
{
    QTest::addColumn<QString>("container");
    QTest::addColumn<QString>("changedAt");
    QTest::addColumn<QString>("expected");

    const QString key = QStringLiteral("    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}]\n");
    QTest::newRow("older than the pod") << key << before << "same";
    QTest::newRow("changed later") << key << after << "not known";
    QTest::newRow("in the second in which the pod was made") << key << "2026-11-20T10:00:00Z" << "not known";
    QTest::newRow("in the second before it") << key << "2026-11-20T09:59:59Z" << "same";
    QTest::newRow("while it was starting") << key << "2026-11-20T10:00:03Z" << "not known";
    QTest::newRow("a literal") << "    env: [{name: A, value: x}]\n" << after << "same";
    QTest::newRow("what never changes of a pod") << "    env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.uid}}}]\n" << after << "same";
    QTest::newRow("the address of the node may change") << "    env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}]\n" << before << "not known";
    QTest::newRow("a label that nobody owns") << "    env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['tier']\"}}}]\n" << before << "not known";
    QTest::newRow("a label that is not there may have been removed") << "    env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['x']\"}}}]\n" << before << "not known";
    QTest::newRow("a limit of a pod that was never resized") << "    resources: {limits: {cpu: 1}}\n    env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}]\n" << after << "same";
    QTest::newRow("made of what did not change") << "    env: [{name: B, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}, {name: A, value: \"$(B)!\"}]\n" << before << "same";
    QTest::newRow("made of what changed") << "    env: [{name: B, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}, {name: A, value: \"$(B)!\"}]\n" << after << "not known";
    QTest::newRow("a reference to nothing may have been one to something") << "    env: [{name: A, value: \"$(NOPE)\"}]\n" << before << "not known";
    QTest::newRow("a later source had perhaps the same key") << "    envFrom: [{configMapRef: {name: stays}}, {configMapRef: {name: app}}]\n" << after << "not known";
    QTest::newRow("a later source may have lost the key, which leaves no time") << "    envFrom: [{configMapRef: {name: stays}}, {configMapRef: {name: app}}]\n" << before << "not known";
    QTest::newRow("a later source with a prefix that the name has not") << "    envFrom: [{configMapRef: {name: stays}}, {prefix: P_, configMapRef: {name: app}}]\n" << after << "same";
    QTest::newRow("a later source with a prefix that the name has") << "    envFrom: [{configMapRef: {name: stays}}, {prefix: A, configMapRef: {name: app}}]\n" << before << "not known";
    QTest::newRow("the only source") << "    envFrom: [{configMapRef: {name: stays}}]\n" << before << "same";
    QTest::newRow("the last of two that have the key") << "    envFrom: [{configMapRef: {name: app}}, {configMapRef: {name: stays}}]\n" << before << "same";
    QTest::newRow("made of a Service that a removed key may have hidden") << "    envFrom: [{configMapRef: {name: stays}}]\n    env: [{name: A, value: \"$(OLD_PORT)\"}]\n" << before << "not known";
    QTest::newRow("made of a Service that no key could hide") << "    envFrom: [{prefix: P_, configMapRef: {name: stays}}]\n    env: [{name: A, value: \"$(OLD_PORT)\"}]\n" << before << "same";
    QTest::newRow("an earlier source that changed") << "    envFrom: [{configMapRef: {name: app}}, {configMapRef: {name: stays}}]\n" << after << "same";
    QTest::newRow("an optional source may have been there") << "    envFrom: [{configMapRef: {name: stays}}, {configMapRef: {name: gone, optional: true}}]\n" << before << "not known";
    QTest::newRow("an optional key may have hidden it") << "    envFrom: [{configMapRef: {name: stays}}]\n    env: [{name: A, valueFrom: {secretKeyRef: {name: gone, key: k, optional: true}}}]\n" << before << "not known";
    QTest::newRow("an entry of env cannot be hidden") << "    envFrom: [{configMapRef: {name: app}}]\n    env: [{name: A, value: x}]\n" << after << "same";
}

void ChangesTest::objectsProveOnlyThatNothingChanged()
{
    QFETCH(QString, container);
    QFETCH(QString, changedAt);
    QFETCH(QString, expected);
    World world;
    world.pod = World::podWith(container.toStdString());
    world.addConfigMap("app", "data: {LOG: info}\n", changedAt.toStdString());
    world.addConfigMap("stays", "data: {A: a}\n");
    world.addService("old", "{clusterIP: 10.1.2.3, ports: [{port: 80}]}");
    world.around.sources[{SourceKind::ConfigMap, "gone"}] = {Source::State::Missing};
    world.around.sources[{SourceKind::Secret, "gone"}] = {Source::State::Missing};
    QCOMPARE(wordOf(named(world.environment(), "A").isChanged), expected.toStdString());
}

void ChangesTest::whatCouldNotBeReadAgainIsNotCalledUnchanged()
{
    World world;
    world.pod = World::podWith("    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}]\n");
    world.addConfigMap("app", "data: {LOG: info}\n");
    QCOMPARE(wordOf(named(world.environment(), "A").isChanged), std::string("same"));
    world.around.sources[{SourceKind::ConfigMap, "app"}].state = Source::State::Refused;
    QCOMPARE(wordOf(named(world.environment(), "A").isChanged), std::string("not known"));
}

void ChangesTest::aRemovedKeyMayHaveHiddenAService()
{
    World world;
    world.addConfigMap("stays", "data: {A: a}\n");
    world.addService("old", "{clusterIP: 10.1.2.3, ports: [{port: 80}]}");
    world.pod = World::podWith("    envFrom: [{configMapRef: {name: stays}}]\n");
    QCOMPARE(wordOf(named(world.environment(), "OLD_PORT").isChanged), std::string("not known"));
    world.pod = World::podWith("    envFrom: [{prefix: P_, configMapRef: {name: stays}}]\n");
    QCOMPARE(wordOf(named(world.environment(), "OLD_PORT").isChanged), std::string("same"));
}

void ChangesTest::whatBecameImmutableMayHaveChangedBefore()
{
    World world;
    world.pod = World::podWith("    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}]\n");
    world.addConfigMap("app", "immutable: true\ndata: {LOG: info}\n", after);
    QCOMPARE(wordOf(named(world.environment(), "A").isChanged), std::string("not known"));
    world.addConfigMap("app", "immutable: true\ndata: {LOG: info}\n", before);
    QCOMPARE(wordOf(named(world.environment(), "A").isChanged), std::string("same"));
}

void ChangesTest::aServiceThatIsYoungerIsNamed()
{
    World world;
    world.pod = World::podWith({});
    world.addService("old", "{clusterIP: 10.1.2.3, ports: [{port: 80}]}");
    world.addService("new", "{clusterIP: 10.1.2.4, ports: [{port: 80}]}", "team-a", after);
    const auto environment = world.environment();
    QCOMPARE(wordOf(named(environment, "OLD_PORT").isChanged), std::string("same"));
    QVERIFY(!named(environment, "OLD_PORT").isYounger);
    QCOMPARE(wordOf(named(environment, "NEW_PORT").isChanged), std::string("not known"));
    QVERIFY(named(environment, "NEW_PORT").isYounger);
}

void ChangesTest::whatStartedEarlierIsBoundedByWhatThePodTells()
{
    const std::string labels = "metadata: {name: w, namespace: team-a, creationTimestamp: \"2026-11-20T10:00:00Z\", labels: {a: b}, managedFields: "
                               "[{time: \"2026-11-20T10:00:10Z\", fieldsV1: {\"f:metadata\": {\"f:labels\": {\".\": {}, \"f:a\": {}}}}}]}\n";
    const auto pod = World::read(labels
        + "spec: {initContainers: [{name: init}], containers: [{name: main, env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['a']\"}}}]}]}\n"
          "status:\n  startTime: \"2026-11-20T10:00:01Z\"\n"
          "  initContainerStatuses: [{name: init, state: {terminated: {startedAt: \"2026-11-20T10:00:02Z\", finishedAt: \"2026-11-20T10:20:00Z\"}}}]\n"
          "  containerStatuses: [{name: main, state: {running: {startedAt: \"2026-11-20T10:30:10Z\"}}, lastState: {terminated: {finishedAt: \"2026-11-20T10:30:00Z\"}}}]\n");
    QCOMPARE(*environment::startOf(*pod, "main").latest - *environment::startOf(*pod, "main").earliest, std::int64_t(10 + 300));
    QCOMPARE(*environment::startOf(*pod, "init").latest - *environment::startOf(*pod, "init").earliest, std::int64_t(2));
    QCOMPARE(wordOf(named(environment::effectiveEnvironment(*pod, "main", {}), "A").isChanged), std::string("same"));
}

void ChangesTest::aNodeWhoseClockIsFastProvesNothing()
{
    World world;
    world.pod = World::podWith("    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}]\n");
    // The node, four minutes ahead, accepted the pod at 10:00:01; the edit came after the start, at 10:01:00.
    for (const auto &[honest, fast] : {std::pair("10:00:01Z", "10:04:01Z"), std::pair("10:00:05Z", "10:04:05Z")})
        world.pod.replace(world.pod.find(honest), 9, fast);
    world.addConfigMap("app", "data: {LOG: info}\n", "2026-11-20T10:01:00Z");
    QCOMPARE(wordOf(named(world.environment(), "A").isChanged), std::string("not known"));
}

void ChangesTest::aContainerThatNeverStartedHasNothingToCompare()
{
    const auto pod = World::read("metadata: {name: w, namespace: team-a}\nspec: {containers: [{name: main, env: [{name: A, value: x}]}]}\n"
                                 "status: {containerStatuses: [{name: main, state: {waiting: {reason: ContainerCreating}}}]}\n");
    const auto environment = environment::effectiveEnvironment(*pod, "main", {});
    QVERIFY(!environment.isStarted);
    QCOMPARE(wordOf(named(environment, "A").isChanged), std::string("not known"));
}

void ChangesTest::theContainerSettlesEveryVariable()
{
    World world;
    world.pod = World::podWith("    envFrom: [{configMapRef: {name: app}}]\n    env: [{name: S, valueFrom: {secretKeyRef: {name: unread, key: k}}}]\n");
    world.addConfigMap("app", "data: {SAME: a, OTHER: new, ADDED: x}\n", after);
    auto environment = world.environment();
    environment::compareWith(environment, {{"SAME", "a"}, {"OTHER", "old"}, {"S", "pass"}});
    QCOMPARE(wordOf(named(environment, "SAME").isChanged), std::string("same"));
    QCOMPARE(wordOf(named(environment, "OTHER").isChanged), std::string("changed"));
    QCOMPARE(named(environment, "OTHER").valueAtStart.value_or("none"), std::string("old"));
    QCOMPARE(wordOf(named(environment, "ADDED").isChanged), std::string("changed"));
    QVERIFY(named(environment, "ADDED").wasAbsent);
    QCOMPARE(wordOf(named(environment, "S").isChanged), std::string("not known"));
    QCOMPARE(named(environment, "S").valueAtStart.value_or("none"), std::string("pass"));
}

void ChangesTest::whatTheImageSetIsToldBehind()
{
    World world;
    world.pod = World::podWith("    env: [{name: A, value: a}]\n");
    auto environment = world.environment();
    environment::compareWith(environment, {{"PATH", "/bin"}, {"A", "a"}, {"OLD_KEY", "x"}});
    QCOMPARE(told(environment), std::string("A=a <literal>\nPATH? <container>\nOLD_KEY? <container> secret\n"));
    QCOMPARE(named(environment, "PATH").valueAtStart.value_or("none"), std::string("/bin"));
}

void ChangesTest::whatMayHaveComeOutOfASecretIsOne_data()
{
    QTest::addColumn<QString>("container");
    QTest::addColumn<bool>("isSecret");

    QTest::newRow("made of a source that was refused") << "    envFrom: [{secretRef: {name: refused}}]\n    env: [{name: A, value: \"db://$(PASS)@h\"}]\n" << true;
    QTest::newRow("made of an optional key that is gone") << "    env: [{name: PASS, valueFrom: {secretKeyRef: {name: gone, key: k, optional: true}}}, {name: A, value: \"db://$(PASS)@h\"}]\n" << true;
    QTest::newRow("made of an optional source that is gone") << "    envFrom: [{secretRef: {name: gone, optional: true}}]\n    env: [{name: A, value: \"db://$(PASS)@h\"}]\n" << true;
    QTest::newRow("made of what is made of it") << "    env: [{name: P, valueFrom: {secretKeyRef: {name: gone, key: k, optional: true}}}, {name: PASS, value: $(P)}, {name: A, value: \"db://$(PASS)@h\"}]\n" << true;
    QTest::newRow("a later Secret had the same key") << "    envFrom: [{configMapRef: {name: app}}, {secretRef: {name: keyless}}]\n" << true;
    QTest::newRow("an optional key of a ConfigMap over a Secret") << "    envFrom: [{secretRef: {name: gone, optional: true}}]\n    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: A, optional: true}}}]\n" << true;
    QTest::newRow("found inside only") << "    envFrom: [{prefix: A, secretRef: {name: keyless}}]\n" << true;
    QTest::newRow("another prefix") << "    envFrom: [{configMapRef: {name: app}}, {prefix: P_, secretRef: {name: keyless}}]\n" << false;
    QTest::newRow("a Secret for another name") << "    envFrom: [{configMapRef: {name: app}}]\n    env: [{name: P, valueFrom: {secretKeyRef: {name: gone, key: k, optional: true}}}]\n" << false;
    QTest::newRow("a key of a ConfigMap") << "    envFrom: [{secretRef: {name: refused}}]\n    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: A}}}]\n" << false;
    QTest::newRow("a field") << "    envFrom: [{secretRef: {name: refused}}]\n    env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}]\n" << false;
    QTest::newRow("a Secret that is named later") << "    env: [{name: A, value: \"db://$(PASS)@h\"}, {name: PASS, valueFrom: {secretKeyRef: {name: gone, key: k, optional: true}}}]\n" << false;
}

void ChangesTest::whatMayHaveComeOutOfASecretIsOne()
{
    QFETCH(QString, container);
    QFETCH(bool, isSecret);
    World world;
    world.pod = World::podWith(container.toStdString());
    world.addConfigMap("app", "data: {A: a}\n", after);
    world.addSecret("keyless", "data: {}\n", after);
    world.around.sources[{SourceKind::Secret, "gone"}] = {Source::State::Missing};
    world.around.sources[{SourceKind::Secret, "refused"}] = {Source::State::Refused, nullptr, "secrets is forbidden"};
    auto environment = world.environment();
    environment::compareWith(environment, {{"A", "hunter2"}});
    QCOMPARE(named(environment, "A").valueAtStart.value_or("none"), std::string("hunter2"));
    QCOMPARE(named(environment, "A").isSecret, isSecret);
}

QTEST_GUILESS_MAIN(ChangesTest)
#include "ChangesTest.moc"
