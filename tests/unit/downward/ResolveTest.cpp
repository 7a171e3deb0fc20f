#include "models/downward/Resolve.h"

#include "tests/unit/downward/PodSamples.h"

using downward::Place;
using downward::Problem;
using downward::Resolved;

namespace {

/// A value between quotes, or the word of the problem.
std::string said(const Resolved &resolved)
{
    return resolved.value ? '"' + *resolved.value + '"' : resolved.problem ? std::string(wordOf(*resolved.problem)) : "nothing";
}

Resolved field(const std::string &pod, const std::string &path, Place place, const std::string &version = "v1")
{
    text::Value ref = text::Value::map();
    ref.set("apiVersion", text::Value::string(version));
    ref.set("fieldPath", text::Value::string(path));
    return downward::resolveField(samples::yaml(pod), ref, place);
}

Resolved resource(const std::string &pod, const char *node, const char *container, const std::string &ref, Place place)
{
    const text::Value nodeObject = node ? samples::yaml(node) : text::Value();
    return downward::resolveResource(samples::yaml(pod), node ? &nodeObject : nullptr, container, samples::yaml('{' + ref + '}'), place);
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("%s is not there", from.c_str());
    return text.replace(at, from.size(), to);
}

} // namespace

/// The rules of the Downward API, one by one.
class ResolveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreAllowedByPlace_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("env");
        QTest::addColumn<QString>("volume");
        const auto row = [](const char *path, const char *env, const char *volume) { QTest::newRow(path) << path << env << volume; };
        row("metadata.name", "\"web-0\"", "\"web-0\"");
        row("metadata.namespace", "\"shop\"", "\"shop\"");
        row("metadata.uid", "\"6c1f\"", "\"6c1f\"");
        row("spec.nodeName", "\"n1\"", "unsupported-field");
        row("spec.host", "\"n1\"", "unsupported-field");
        row("spec.serviceAccountName", "\"seller\"", "unsupported-field");
        row("status.hostIP", "\"10.0.0.1\"", "unsupported-field");
        row("status.hostIPs", "\"10.0.0.1,fd00::1\"", "unsupported-field");
        row("status.podIP", "\"10.1.0.7\"", "unsupported-field");
        row("status.podIPs", "\"10.1.0.7,fd01::7\"", "unsupported-field");
        row("metadata.labels['app']", "\"web\"", "\"web\"");
        row("metadata.labels['none']", "\"\"", "\"\"");
        row("metadata.annotations['Example.com/Note']", "\"two\nlines\t\"quoted\" \xE2\x80\x8B \xC3\xA9\"", "\"two\nlines\t\"quoted\" \xE2\x80\x8B \xC3\xA9\"");
        row("metadata.annotations['example.com/Note']", "\"\"", "\"\"");
        row("metadata.labels['Example.com/Note']", "unsupported-field", "unsupported-field");
        row("metadata.labels['']", "unsupported-field", "unsupported-field");
        row("metadata.labels['a b']", "unsupported-field", "unsupported-field");
        row("metadata.labels[app]", "unsupported-field", "unsupported-field");
        row("metadata.labels", "unsupported-field", "\"B=\"2\"\na=\"1\"\napp=\"web\"\ntier=\"front\"\"");
        row("metadata.annotations", "unsupported-field", "\"Example.com/Note=\"two\\nlines\\t\\\"quoted\\\" \\u200b \xC3\xA9\"\nempty=\"\"\"");
        row("metadata.name['x']", "unsupported-field", "unsupported-field");
        row("metadata.generateName", "unsupported-field", "unsupported-field");
        row("spec.restartPolicy", "unsupported-field", "unsupported-field");
        row("spec.schedulerName", "unsupported-field", "unsupported-field");
        row("status.phase", "unsupported-field", "unsupported-field");
        row("limits.cpu", "unsupported-field", "unsupported-field");
        row("", "unsupported-field", "unsupported-field");
    }
    void fieldsAreAllowedByPlace()
    {
        QFETCH(QString, path);
        QTEST(QString::fromStdString(said(field(samples::pod, path.toStdString(), Place::Env))), "env");
        QTEST(QString::fromStdString(said(field(samples::pod, path.toStdString(), Place::Volume))), "volume");
    }

    void onlyVersionOneOfPodsIsKnown()
    {
        QCOMPARE(said(field(samples::pod, "metadata.name", Place::Env, "")), std::string("\"web-0\""));
        QCOMPARE(said(field(samples::pod, "metadata.name", Place::Env, "v2")), std::string("unsupported-field"));
    }

    void whatIsNotKnownYetIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        for (const char *path : {"status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs", "metadata.uid"})
            QTest::newRow(path) << path << "needs-status";
        QTest::newRow("node") << "spec.nodeName" << "needs-node";
        QTest::newRow("name") << "metadata.name" << "\"w\"";
        QTest::newRow("account") << "spec.serviceAccountName" << "\"default\"";
        QTest::newRow("namespace") << "metadata.namespace" << "\"default\"";
        QTest::newRow("no labels") << "metadata.labels['a']" << "\"\"";
    }
    void whatIsNotKnownYetIsSaid()
    {
        QFETCH(QString, path);
        const auto pod = downward::withDefaults(samples::yaml("{metadata: {name: w}, spec: {containers: [{name: c}]}}"));
        text::Value ref = text::Value::map();
        ref.set("fieldPath", text::Value::string(path.toStdString()));
        QTEST(QString::fromStdString(said(downward::resolveField(pod, ref, Place::Env))), "expected");
    }

    void noLabelsAreAnEmptyFile()
    {
        QCOMPARE(said(field("{metadata: {name: w}}", "metadata.labels", Place::Volume)), std::string("\"\""));
    }

    void anOldStatusHasOneAddress()
    {
        const std::string old = "{metadata: {name: w}, status: {hostIP: 10.0.0.1, podIP: 10.1.0.7}}";
        QCOMPARE(said(field(old, "status.hostIPs", Place::Env)), std::string("\"10.0.0.1\""));
        QCOMPARE(said(field(old, "status.podIPs", Place::Env)), std::string("\"10.1.0.7\""));
    }

    void resources_data()
    {
        QTest::addColumn<QString>("container");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("env");
        QTest::addColumn<QString>("volume");
        const auto row = [](const char *name, const char *container, const char *ref, const char *env, const char *volume) { QTest::newRow(name) << container << ref << env << volume; };
        row("cpu rounds up", "web", "containerName: web, resource: limits.cpu", "\"1\"", "\"1\"");
        row("cpu in milli", "web", "containerName: web, resource: limits.cpu, divisor: 1m", "\"250\"", "\"250\"");
        row("cpu divided by zero is divided by one", "web", "containerName: web, resource: requests.cpu, divisor: \"0\"", "\"1\"", "\"1\"");
        row("memory in bytes", "web", "containerName: web, resource: limits.memory", "\"104857600\"", "\"104857600\"");
        row("memory by 1M rounds up", "web", "containerName: web, resource: limits.memory, divisor: 1M", "\"105\"", "\"105\"");
        row("memory by 1Mi", "web", "containerName: web, resource: limits.memory, divisor: 1Mi", "\"100\"", "\"100\"");
        row("memory by 1Gi rounds up", "web", "containerName: web, resource: requests.memory, divisor: 1Gi", "\"1\"", "\"1\"");
        row("memory by 1Ei rounds up", "web", "containerName: web, resource: requests.memory, divisor: 1Ei", "\"1\"", "\"1\"");
        row("huge pages", "web", "containerName: web, resource: limits.hugepages-2Mi, divisor: 1Mi", "\"4\"", "\"4\"");
        row("huge pages that are asked for", "web", "containerName: web, resource: requests.hugepages-2Mi", "\"4194304\"", "\"4194304\"");
        row("no limit of huge pages is none", "web", "containerName: bare, resource: limits.hugepages-2Mi", "\"0\"", "\"0\"");
        row("no request is none", "web", "containerName: bare, resource: requests.memory", "\"0\"", "\"0\"");
        row("no limit of cpu is the node's", "web", "containerName: bare, resource: limits.cpu", "\"4\"", "\"4\"");
        row("no limit of memory is the node's", "web", "containerName: bare, resource: limits.memory, divisor: 1Gi", "\"7\"", "\"7\"");
        row("no limit of storage is the node's", "web", "containerName: web, resource: limits.ephemeral-storage, divisor: 1Gi", "\"44\"", "\"44\"");
        row("a limit of zero is none", "web", "containerName: zero, resource: limits.cpu, divisor: 1m", "\"3900\"", "\"3900\"");
        row("an init container by name has no node behind it in env", "web", "containerName: setup, resource: limits.cpu", "\"0\"", "\"4\"");
        row("nor does a sidecar", "web", "containerName: proxy, resource: limits.cpu", "\"0\"", "\"4\"");
        row("a sidecar's own limit", "web", "containerName: proxy, resource: limits.memory, divisor: 1Mi", "\"64\"", "\"64\"");
        row("a container that is not there", "web", "containerName: other, resource: limits.cpu", "no-such-container", "no-such-container");
        row("an ephemeral one cannot be named", "web", "containerName: look, resource: limits.cpu", "no-such-container", "no-such-container");
        row("a volume names one", "web", "resource: limits.cpu", "\"1\"", "no-such-container");
        row("an init container itself", "setup", "resource: limits.cpu", "\"4\"", "no-such-container");
        row("an ephemeral one itself", "look", "resource: limits.memory, divisor: 1Gi", "\"7\"", "no-such-container");
        row("of another", "bare", "containerName: web, resource: limits.cpu, divisor: 1m", "\"250\"", "\"250\"");
        row("cpu by bytes", "web", "containerName: web, resource: limits.cpu, divisor: 1Mi", "bad-divisor", "bad-divisor");
        row("memory by milli", "web", "containerName: web, resource: limits.memory, divisor: 1m", "bad-divisor", "bad-divisor");
        row("memory by two", "web", "containerName: web, resource: limits.memory, divisor: \"2\"", "bad-divisor", "bad-divisor");
        row("another spelling of one", "web", "containerName: web, resource: limits.cpu, divisor: 1000m", "\"1\"", "\"1\"");
        row("another spelling of a mebibyte", "web", "containerName: web, resource: limits.memory, divisor: 1024Ki", "\"100\"", "\"100\"");
        row("no quantity", "web", "containerName: web, resource: limits.cpu, divisor: much", "bad-divisor", "bad-divisor");
        row("no such resource", "web", "containerName: web, resource: limits.pods", "unsupported-field", "unsupported-field");
        row("no resource", "web", "containerName: web", "unsupported-field", "unsupported-field");
        row("neither limit nor request", "web", "containerName: web, resource: cpu", "unsupported-field", "unsupported-field");
    }
    void resources()
    {
        QFETCH(QString, container);
        QFETCH(QString, ref);
        QTEST(QString::fromStdString(said(resource(samples::pod, samples::node.c_str(), qPrintable(container), ref.toStdString(), Place::Env))), "env");
        QTEST(QString::fromStdString(said(resource(samples::pod, samples::node.c_str(), qPrintable(container), ref.toStdString(), Place::Volume))), "volume");
    }

    void everyDivisorThatTheServerTakes_data()
    {
        QTest::addColumn<QString>("divisor");
        QTest::addColumn<QString>("value");
        const std::vector<std::pair<const char *, const char *>> rows = {{"1", "104857600"}, {"1k", "104858"}, {"1M", "105"}, {"1G", "1"}, {"1T", "1"}, {"1P", "1"}, {"1E", "1"},
                                                                         {"1Ki", "102400"}, {"1Mi", "100"}, {"1Gi", "1"}, {"1Ti", "1"}, {"1Pi", "1"}, {"1Ei", "1"}};
        for (const auto &[divisor, value] : rows)
            QTest::newRow(divisor) << divisor << value;
    }
    void everyDivisorThatTheServerTakes()
    {
        QFETCH(QString, divisor);
        QFETCH(QString, value);
        const Resolved resolved = resource(samples::pod, nullptr, "web", "resource: limits.memory, divisor: \"" + divisor.toStdString() + '"', Place::Env);
        QCOMPARE(QString::fromStdString(resolved.value.value_or("")), value);
    }

    void amountsAreDividedInFloatingPointAndHeld_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("value");
        QTest::newRow("less than a milli") << "cpu: 100u" << "limits.cpu, divisor: 1m" << "1";
        QTest::newRow("a fraction of a byte") << "memory: 1500m" << "limits.memory" << "2";
        QTest::newRow("beyond 53 bits") << "memory: \"9007199254740993\"" << "limits.memory" << "9007199254740992";
        QTest::newRow("the largest") << "memory: 8Ei" << "limits.memory" << "9223372036854775807";
        QTest::newRow("the largest, divided") << "memory: 8Ei" << "limits.memory, divisor: 1Ei" << "8";
        QTest::newRow("a spelling") << "memory: 1e3" << "limits.memory" << "1000";
        QTest::newRow("a number") << "cpu: 2" << "limits.cpu" << "2";
    }
    void amountsAreDividedInFloatingPointAndHeld()
    {
        QFETCH(QString, amount);
        QFETCH(QString, ref);
        QFETCH(QString, value);
        const Resolved resolved = resource("{spec: {containers: [{name: c, resources: {limits: {" + amount.toStdString() + "}}}]}}", nullptr, "c", "resource: " + ref.toStdString(), Place::Env);
        QCOMPARE(QString::fromStdString(resolved.value.value_or("")), value);
    }

    void whatIsTooLargeIsWhatTheProcessorMakesOfIt()
    {
        const std::string big = "{spec: {containers: [{name: c, resources: {limits: {memory: 8Ei}}}]}}";
        const auto on = [&](const char *architecture) { return said(resource(big, (std::string("{status: {nodeInfo: {architecture: ") + architecture + "}}}").c_str(), "c", "resource: limits.memory", Place::Env)); };
        QCOMPARE(on("amd64"), std::string("\"-9223372036854775808\""));
        QCOMPARE(on("arm64"), std::string("\"9223372036854775807\""));
    }

    void annotationsOfTheKubeletAreNotOnTheServer()
    {
        QCOMPARE(said(field(samples::pod, "metadata.annotations['kubernetes.io/config.source']", Place::Env)), std::string("\"api\""));
        QCOMPARE(said(field(samples::pod, "metadata.annotations['kubernetes.io/config.seen']", Place::Volume)), std::string("needs-status"));
        QCOMPARE(said(field("{metadata: {annotations: {kubernetes.io/config.source: file}}}", "metadata.annotations['kubernetes.io/config.source']", Place::Env)), std::string("\"file\""));
        QCOMPARE(said(field(samples::pod, "metadata.labels['kubernetes.io/config.source']", Place::Env)), std::string("\"\""));
    }

    void thePodsOwnLimitStandsInForOneInEnvOnly()
    {
        const std::string pod = replaced(samples::pod, "  nodeName: n1", "  nodeName: n1\n  resources: {limits: {cpu: \"2\", memory: 1Gi}}");
        const auto value = [&](const char *container, const char *ref, Place place, const char *node = samples::node.c_str()) { return said(resource(pod, node, container, ref, place)); };
        QCOMPARE(value("bare", "resource: limits.cpu", Place::Env), std::string("\"2\""));
        QCOMPARE(value("bare", "resource: limits.cpu", Place::Env, nullptr), std::string("\"2\""));
        QCOMPARE(value("web", "resource: limits.cpu, containerName: bare", Place::Env), std::string("\"2\""));
        QCOMPARE(value("zero", "resource: limits.memory, divisor: 1Mi", Place::Env), std::string("\"1024\""));
        QCOMPARE(value("setup", "resource: limits.cpu", Place::Env), std::string("\"2\""));
        QCOMPARE(value("web", "resource: limits.cpu, containerName: setup", Place::Env), std::string("\"0\""));
        QCOMPARE(value("web", "resource: limits.cpu, divisor: 1m", Place::Env), std::string("\"250\""));
        QCOMPARE(value("bare", "resource: limits.ephemeral-storage, divisor: 1Gi", Place::Env), std::string("\"44\""));
        QCOMPARE(value("", "resource: limits.cpu, containerName: bare", Place::Volume), std::string("\"4\""));
    }

    void aLimitOfZeroForThePodIsNone()
    {
        const std::string pod = replaced(samples::pod, "  nodeName: n1", "  nodeName: n1\n  resources: {limits: {cpu: \"0\"}}");
        QCOMPARE(said(resource(pod, samples::node.c_str(), "bare", "resource: limits.cpu", Place::Env)), std::string("\"4\""));
    }

    void withoutItsNodeAMissingLimitIsNotKnown()
    {
        for (const char *name : {"limits.cpu", "limits.memory", "limits.ephemeral-storage"}) {
            const std::string ref = std::string("containerName: bare, resource: ") + name;
            QCOMPARE(said(resource(samples::pod, nullptr, "bare", ref, Place::Env)), std::string("needs-node"));
            QCOMPARE(said(resource(samples::pod, nullptr, "bare", ref, Place::Volume)), std::string("needs-node"));
        }
        QCOMPARE(said(resource(samples::pod, nullptr, "bare", "resource: requests.cpu", Place::Env)), std::string("\"0\""));
    }

    void aNodeThatSaysNothingGivesNothing()
    {
        QCOMPARE(said(resource(samples::pod, "{metadata: {name: n}, status: {allocatable: {cpu: 1}}}", "bare", "resource: limits.ephemeral-storage", Place::Env)), std::string("\"0\""));
        QCOMPARE(said(resource(samples::pod, "{metadata: {name: n}, status: {capacity: {cpu: 8}}}", "bare", "resource: limits.cpu", Place::Env)), std::string("\"8\""));
    }
};

QTEST_GUILESS_MAIN(ResolveTest)
#include "ResolveTest.moc"
