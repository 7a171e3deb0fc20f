#include "World.h"

#include "models/environment/Expansion.h"
#include "models/environment/Names.h"

#include <QElapsedTimer>
#include <QTest>

using environment::Gap;
using environment::Source;
using environment::SourceKind;

namespace {

const std::string configMaps = "data: {LOG: info, USER: app, a.b: dot, 1st: digit}\nbinaryData: {BIN: aGVsbG8=}\n";

/// What a table of rules begins with: a ConfigMap, a Secret and a Service.
World worldWith(const std::string &container)
{
    World world;
    world.pod = World::podWith(container);
    world.addConfigMap("app", configMaps);
    world.addSecret("db", "data: {password: czNjcmV0, USER: c2VjcmV0LXVzZXI=}\n");
    world.addService("kubernetes", "{clusterIP: 10.96.0.1, ports: [{name: https, port: 443}]}", "default");
    return world;
}

std::string withoutServices(const environment::Environment &environment)
{
    environment::Environment rest = environment;
    std::erase_if(rest.variables, [](const auto &variable) { return variable.origin.kind == environment::Origin::Kind::Service; });
    return told(rest);
}

} // namespace

class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referencesAreExpandedAsTheKubeletDoes_data();
    void referencesAreExpandedAsTheKubeletDoes();
    void manyThatNobodyClosesTakeNoTime();
    void variablesComeAsTheKubeletSetsThem_data();
    void variablesComeAsTheKubeletSetsThem();
    void aServiceHasSevenForms();
    void servicesOfOtherNamespacesAndWithoutAnAddressAreNone();
    void withoutLinksOnlyKubernetesIsThere();
    void aServiceOnlyFillsGaps();
    void theFirstMissingSourceKeepsTheContainerFromStarting();
    void aValueWithNulFailsBehindTheKubelet();
    void aRefusedSourceLosesNothingElse();
    void aRefusedSourceWithoutKnownKeysIsStillThere();
    void ofASecretThatWasNotReadTheNamesAreKnown();
    void whatMayComeFromAnUnreadSourceIsNotGuessed();
    void anOldKubeletLeavesNamesOut();
    void namesThatAShellCannotSay();
    void objectsAreNamedOnce();
};

void EnvironmentTest::referencesAreExpandedAsTheKubeletDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expanded");

    QTest::newRow("known") << "a $(A) b" << "a 1 b";
    QTest::newRow("unknown stays") << "$(NOPE)" << "$(NOPE)";
    QTest::newRow("escaped") << "$$(A)" << "$(A)";
    QTest::newRow("escaped twice") << "$$$(A)" << "$1";
    QTest::newRow("not closed") << "$(A" << "$(A";
    QTest::newRow("no reference") << "$A ${A} $" << "$A ${A} $";
    QTest::newRow("what it gives is not expanded again") << "$(B)" << "$(A)";
    QTest::newRow("without a name") << "$()" << "$()";
    QTest::newRow("inside of another") << "$($(A))" << "$($(A))";
    QTest::newRow("Korean") << QStringLiteral("$가$(A)") << QStringLiteral("$가1");
    QTest::newRow("two dollars at the end") << "a$$" << "a$";
}

void EnvironmentTest::referencesAreExpandedAsTheKubeletDoes()
{
    QFETCH(QString, text);
    QFETCH(QString, expanded);
    const auto lookup = [](std::string_view name) -> std::optional<std::string> {
        return name == "A" ? std::optional<std::string>("1") : name == "B" ? std::optional<std::string>("$(A)") : std::nullopt;
    };
    QCOMPARE(QString::fromStdString(environment::expand(text.toStdString(), lookup)), expanded);
}

void EnvironmentTest::manyThatNobodyClosesTakeNoTime()
{
    std::string text = ")";
    for (int i = 0; i < 1000 * 1000; ++i)
        text += "$(";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(environment::expand(text, [](std::string_view) { return std::optional<std::string>(); }) == text);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void EnvironmentTest::variablesComeAsTheKubeletSetsThem_data()
{
    QTest::addColumn<QString>("container");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a literal") << "    env: [{name: A, value: x}]\n" << "A=x <literal>\n";
    QTest::newRow("an empty literal") << "    env: [{name: A}]\n" << "A= <literal>\n";
    QTest::newRow("all keys of a ConfigMap by name, and no binary ones") << "    envFrom: [{configMapRef: {name: app}}]\n"
        << "1st=digit <ConfigMap app/1st>\nLOG=info <ConfigMap app/LOG>\nUSER=app <ConfigMap app/USER>\na.b=dot <ConfigMap app/a.b>\n";
    QTest::newRow("a prefix") << "    envFrom: [{prefix: P_, secretRef: {name: db}}]\n"
        << "P_USER=secret-user <Secret db/USER> secret\nP_password=s3cret <Secret db/password> secret\n";
    QTest::newRow("a later source of envFrom counts") << "    envFrom: [{secretRef: {name: db}}, {configMapRef: {name: app}}]\n"
        << "password=s3cret <Secret db/password> secret\n1st=digit <ConfigMap app/1st>\nLOG=info <ConfigMap app/LOG>\nUSER=app <ConfigMap app/USER> over Secret db/USER\na.b=dot <ConfigMap app/a.b>\n";
    QTest::newRow("env counts more than envFrom") << "    envFrom: [{secretRef: {name: db}}]\n    env: [{name: USER, value: me}]\n"
        << "password=s3cret <Secret db/password> secret\nUSER=me <literal> over Secret db/USER\n";
    QTest::newRow("of equal names in env the last counts") << "    env: [{name: A, value: x}, {name: B, value: $(A)}, {name: A, value: z}]\n"
        << "B=x <literal>\nA=z <literal> over literal\n";
    QTest::newRow("a key") << "    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}]\n" << "A=info <ConfigMap app/LOG>\n";
    QTest::newRow("a field") << "    env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]\n" << "A=web <fieldRef metadata.name>\n";
    QTest::newRow("a label that is not there") << "    env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['x']\"}}}]\n" << "A= <fieldRef metadata.labels['x']>\n";
    QTest::newRow("a resource") << "    resources: {limits: {cpu: 250m}}\n    env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}]\n"
        << "A=250 <resourceFieldRef limits.cpu>\n";
    QTest::newRow("only what came before is expanded") << "    env: [{name: A, value: \"$(B)-$(KUBERNETES_SERVICE_HOST)\"}, {name: B, value: b}, {name: C, value: $(B)}]\n"
        << "A=$(B)-10.96.0.1 <literal>\nB=b <literal>\nC=b <literal>\n";
    QTest::newRow("envFrom is not expanded, and what is made of a Secret is one") << "    env: [{name: P, valueFrom: {secretKeyRef: {name: db, key: password}}}, {name: URL, value: \"db://$(P)@h\"}, {name: V, value: \"$(URL)!\"}]\n"
        << "P=s3cret <Secret db/password> secret\nURL=db://s3cret@h <literal> secret\nV=db://s3cret@h! <literal> secret\n";
    QTest::newRow("optional and not there") << "    envFrom: [{configMapRef: {name: gone, optional: true}}]\n"
        "    env: [{name: A, valueFrom: {secretKeyRef: {name: gone, key: k, optional: true}}}, {name: B, valueFrom: {configMapKeyRef: {name: app, key: k, optional: true}}}]\n" << "";
    QTest::newRow("a key that must be there") << "    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: k}}}]\n"
        << "A? <ConfigMap app/k> !couldn't find key k in ConfigMap team-a/app\n";
    QTest::newRow("an object that must be there") << "    env: [{name: A, valueFrom: {secretKeyRef: {name: gone, key: k}}}]\n" << "A? <Secret gone/k> secret !secret \"gone\" not found\n";
    QTest::newRow("a source that must be there") << "    envFrom: [{prefix: P_, configMapRef: {name: gone}}]\n" << "P_*? <ConfigMap gone> !configmap \"gone\" not found\n";
    QTest::newRow("a file that the pod writes") << "    env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: f.env, key: K}}}]\n" << "A? <fileKeyRef v/f.env/K>\n";
}

void EnvironmentTest::variablesComeAsTheKubeletSetsThem()
{
    QFETCH(QString, container);
    QFETCH(QString, expected);
    World world = worldWith(container.toStdString());
    world.around.sources[{SourceKind::ConfigMap, "gone"}] = {Source::State::Missing};
    world.around.sources[{SourceKind::Secret, "gone"}] = {Source::State::Missing};
    QCOMPARE(QString::fromStdString(withoutServices(world.environment())), expected);
}

void EnvironmentTest::aServiceHasSevenForms()
{
    World world;
    world.pod = World::podWith({});
    world.addService("my-svc", "{clusterIP: 10.1.2.3, ports: [{name: http, port: 80}, {name: dns-udp, port: 53, protocol: UDP}]}");
    QCOMPARE(told(world.environment()),
             std::string("MY_SVC_PORT=tcp://10.1.2.3:80 <Service my-svc>\n"
                         "MY_SVC_PORT_53_UDP=udp://10.1.2.3:53 <Service my-svc>\n"
                         "MY_SVC_PORT_53_UDP_ADDR=10.1.2.3 <Service my-svc>\n"
                         "MY_SVC_PORT_53_UDP_PORT=53 <Service my-svc>\n"
                         "MY_SVC_PORT_53_UDP_PROTO=udp <Service my-svc>\n"
                         "MY_SVC_PORT_80_TCP=tcp://10.1.2.3:80 <Service my-svc>\n"
                         "MY_SVC_PORT_80_TCP_ADDR=10.1.2.3 <Service my-svc>\n"
                         "MY_SVC_PORT_80_TCP_PORT=80 <Service my-svc>\n"
                         "MY_SVC_PORT_80_TCP_PROTO=tcp <Service my-svc>\n"
                         "MY_SVC_SERVICE_HOST=10.1.2.3 <Service my-svc>\n"
                         "MY_SVC_SERVICE_PORT=80 <Service my-svc>\n"
                         "MY_SVC_SERVICE_PORT_DNS_UDP=53 <Service my-svc>\n"
                         "MY_SVC_SERVICE_PORT_HTTP=80 <Service my-svc>\n"));
    World six;
    six.pod = World::podWith({});
    six.addService("v6", "{clusterIP: \"fd00::1\", ports: [{port: 80}]}");
    QVERIFY(told(six.environment()).find("V6_PORT_80_TCP=tcp://[fd00::1]:80 <") != std::string::npos);
}

void EnvironmentTest::servicesOfOtherNamespacesAndWithoutAnAddressAreNone()
{
    World world;
    world.pod = World::podWith({});
    world.addService("other", "{clusterIP: 10.1.2.3, ports: [{port: 80}]}", "team-b");
    world.addService("headless", "{clusterIP: None, ports: [{port: 80}]}");
    world.addService("external", "{type: ExternalName, externalName: a.example, ports: [{port: 80}]}");
    world.addService("web", "{clusterIP: 10.1.2.9, ports: [{port: 80}]}", "default");
    QCOMPARE(told(world.environment()), std::string());
}

void EnvironmentTest::withoutLinksOnlyKubernetesIsThere()
{
    World world;
    world.pod = World::podWith({}, "  enableServiceLinks: false\n");
    world.addService("web", "{clusterIP: 10.1.2.3, ports: [{port: 80}]}");
    world.addService("kubernetes", "{clusterIP: 10.96.0.1, ports: [{name: https, port: 443}]}", "default");
    const auto environment = world.environment();
    QCOMPARE(environment.variables.size(), std::size_t(8));
    QCOMPARE(environment.variables.front().name, std::string("KUBERNETES_PORT"));
}

void EnvironmentTest::aServiceOnlyFillsGaps()
{
    const World world = worldWith("    env: [{name: KUBERNETES_PORT, value: mine}]\n");
    QCOMPARE(withoutServices(world.environment()), std::string("KUBERNETES_PORT=mine <literal> over Service kubernetes\n"));
    QVERIFY(told(world.environment()).find("KUBERNETES_PORT=tcp") == std::string::npos);
}

void EnvironmentTest::theFirstMissingSourceKeepsTheContainerFromStarting()
{
    World world = worldWith("    envFrom: [{secretRef: {name: gone}}]\n    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: k}}}, {name: B, value: b}]\n");
    world.around.sources[{SourceKind::Secret, "gone"}] = {Source::State::Missing};
    const auto environment = world.environment();
    QCOMPARE(environment.failure, std::string("secret \"gone\" not found"));
    QCOMPARE(environment.failureReason, std::string("CreateContainerConfigError"));
    QVERIFY(told(environment).find("B=b") != std::string::npos);
}

void EnvironmentTest::aValueWithNulFailsBehindTheKubelet()
{
    World world = worldWith("    env: [{name: A, valueFrom: {secretKeyRef: {name: nul, key: k}}}]\n");
    world.addSecret("nul", "data: {k: YQBi}\n");
    QCOMPARE(world.environment().failureReason, std::string("RunContainerError"));
    world.pod = World::podWith("    env: [{name: A, valueFrom: {secretKeyRef: {name: nul, key: k}}}, {name: B, valueFrom: {configMapKeyRef: {name: app, key: k}}}]\n");
    QCOMPARE(world.environment().failureReason, std::string("CreateContainerConfigError"));
}

void EnvironmentTest::aRefusedSourceLosesNothingElse()
{
    World world = worldWith("    envFrom: [{configMapRef: {name: hidden}}]\n    env: [{name: A, valueFrom: {secretKeyRef: {name: own, key: k}}}, {name: B, value: b}]\n");
    world.around.sources[{SourceKind::ConfigMap, "hidden"}] = {Source::State::Refused, nullptr, "configmaps \"hidden\" is forbidden"};
    world.around.sources[{SourceKind::Secret, "own"}] = {Source::State::Refused, nullptr, "secrets \"own\" is forbidden"};
    const auto environment = world.environment();
    QCOMPARE(withoutServices(environment), std::string("*? <ConfigMap hidden> !configmaps \"hidden\" is forbidden\nA? <Secret own/k> secret !secrets \"own\" is forbidden\nB=b <literal>\n"));
    QCOMPARE(environment.failure, std::string());
}

void EnvironmentTest::aRefusedSourceWithoutKnownKeysIsStillThere()
{
    World world = worldWith("    envFrom: [{configMapRef: {name: kept}}]\n    env: [{name: A, value: \"$(X)\"}]\n");
    world.around.sources[{SourceKind::ConfigMap, "kept"}] = {Source::State::Refused, World::read("metadata: {name: kept}\ndata: {X: x}"), "configmaps \"kept\" is forbidden"};
    QCOMPARE(withoutServices(world.environment()), std::string("*? <ConfigMap kept> !configmaps \"kept\" is forbidden\nA? <literal>\n"));
}

void EnvironmentTest::ofASecretThatWasNotReadTheNamesAreKnown()
{
    World world = worldWith("    envFrom: [{secretRef: {name: owned}}, {secretRef: {name: unowned}}]\n    env: [{name: U, value: \"$(password)\"}]\n");
    world.around.sources[{SourceKind::Secret, "owned"}] = {Source::State::Metadata, World::read("metadata: {name: owned, managedFields: [{fieldsV1: {\"f:data\": {\".\": {}, \"f:password\": {}}}}]}")};
    world.around.sources[{SourceKind::Secret, "unowned"}] = {Source::State::Metadata, World::read("metadata: {name: unowned}")};
    const auto environment = world.environment();
    QCOMPARE(withoutServices(environment), std::string("password? <Secret owned/password> secret\n*? <Secret unowned> secret\nU? <literal> secret\n"));
    QVERIFY(environment.variables[0].gap == Gap::NotRead);
    QCOMPARE(environment.secretsNotRead(), std::size_t(2));
}

void EnvironmentTest::whatMayComeFromAnUnreadSourceIsNotGuessed()
{
    const World world = worldWith("    envFrom: [{secretRef: {name: later}}]\n    env: [{name: A, value: \"$(MAYBE)\"}, {name: B, value: b}]\n");
    QCOMPARE(withoutServices(world.environment()), std::string("*? <Secret later> secret\nA? <literal>\nB=b <literal>\n"));
}

void EnvironmentTest::anOldKubeletLeavesNamesOut()
{
    World world = worldWith("    envFrom: [{configMapRef: {name: app}}]\n");
    world.around.node = World::read("status: {nodeInfo: {kubeletVersion: v1.28.4+k3s1}}");
    const auto environment = world.environment();
    QVERIFY(environment.variables[0].name == "1st" && environment.variables[0].gap == Gap::NotSet);
    QVERIFY(told(environment).find("a.b=dot") != std::string::npos);
    world.around.node = World::read("status: {nodeInfo: {kubeletVersion: v1.30.0}}");
    QVERIFY(told(world.environment()).starts_with("1st=digit"));
}

void EnvironmentTest::namesThatAShellCannotSay()
{
    for (const char *name : {"A", "_a1", "lower"})
        QVERIFY2(environment::isShellName(name), name);
    for (const char *name : {"", "1a", "a.b", "a-b", "sp ace"})
        QVERIFY2(!environment::isShellName(name), name);
}

void EnvironmentTest::objectsAreNamedOnce()
{
    const auto pod = World::read(World::podWith("    envFrom: [{configMapRef: {name: app}}, {prefix: P_, configMapRef: {name: app}}, {secretRef: {name: app}}]\n"
                                                "    env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: LOG}}}, {name: B, valueFrom: {configMapKeyRef: {name: other, key: LOG}}}]\n"));
    std::string names;
    for (const environment::SourceName &name : environment::sourcesOfPod(*pod))
        names += std::string(wordOf(name.kind)) + ' ' + name.name + '\n';
    QCOMPARE(names, std::string("ConfigMap app\nSecret app\nConfigMap other\n"));
}

QTEST_GUILESS_MAIN(EnvironmentTest)
#include "EnvironmentTest.moc"
