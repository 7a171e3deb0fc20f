#include "models/downward/Resolve.h"

#include "models/text/Json.h"
#include "tests/unit/downward/PodSamples.h"

using downward::withDefaults;

namespace {

std::string json(const text::Value &value)
{
    return text::writeJson(value);
}

text::Value spec(const std::string &text)
{
    return withDefaults(samples::yaml("{metadata: {name: w}, spec: {" + text + "}}"))["spec"];
}

} // namespace

/// What the server adds to a pod before it keeps it.
class DefaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodHasANamespaceAndAnAccount()
    {
        const text::Value pod = withDefaults(samples::yaml("{spec: {containers: []}}"));
        QCOMPARE(pod["metadata"]["namespace"].text(), std::string("default"));
        QCOMPARE(pod["spec"]["serviceAccountName"].text(), std::string("default"));
        QVERIFY(pod["spec"]["enableServiceLinks"].asBoolean());
        QCOMPARE(withDefaults(samples::yaml(samples::pod))["metadata"]["namespace"].text(), std::string("shop"));
    }

    void theOldNameOfTheAccountCounts()
    {
        QCOMPARE(spec("serviceAccount: old")["serviceAccountName"].text(), std::string("old"));
        QCOMPARE(spec("serviceAccount: old, serviceAccountName: new")["serviceAccountName"].text(), std::string("new"));
    }

    void whatIsLimitedIsRequestedToo()
    {
        const text::Value both = spec("initContainers: [{name: i, resources: {limits: {cpu: 1}}}], containers: [{name: c, resources: {limits: {cpu: 2, memory: 1Gi}, requests: {cpu: 1}}}]");
        QCOMPARE(both["initContainers"].items()[0]["resources"]["requests"]["cpu"].text(), std::string("1"));
        QCOMPARE(json(both["containers"].items()[0]["resources"]["requests"]), std::string(R"({"cpu":1,"memory":"1Gi"})"));
        QVERIFY(spec("containers: [{name: c}]")["containers"].items()[0]["resources"].isNull());
    }

    void aPodThatLimitsItselfRequestsWhatItsContainersDo()
    {
        const text::Value out = spec("resources: {limits: {cpu: 4, memory: 2Gi}}, initContainers: [{name: i, resources: {requests: {cpu: 3}}}], "
                                     "containers: [{name: a, resources: {requests: {cpu: 1}}}, {name: b, resources: {requests: {cpu: 500m, ephemeral-storage: 1Gi}}}]");
        QCOMPARE(out["resources"]["requests"]["cpu"].text(), std::string("3"));
        QCOMPARE(out["resources"]["requests"]["memory"].text(), std::string("2Gi"));
        QVERIFY(out["resources"]["requests"]["ephemeral-storage"].isNull());
        QVERIFY(spec("resources: {requests: {cpu: 1}}, containers: []")["resources"]["limits"].isNull());
    }

    void sidecarsRunBesideTheRest()
    {
        const text::Value out = spec("resources: {limits: {cpu: 9}}, initContainers: [{name: s, restartPolicy: Always, resources: {requests: {cpu: 1}}}, {name: i, resources: {requests: {cpu: 3}}}], "
                                     "containers: [{name: a, resources: {requests: {cpu: 2}}}]");
        QCOMPARE(out["resources"]["requests"]["cpu"].text(), std::string("4"));
    }

    void hugePagesOfContainersBecomeALimitOfThePod()
    {
        const std::string containers = "containers: [{name: a, resources: {limits: {hugepages-2Mi: 2Mi, cpu: 1}}}, {name: b, resources: {limits: {hugepages-2Mi: 4Mi}}}]";
        const text::Value out = spec("resources: {limits: {cpu: 2}}, " + containers);
        QCOMPARE(out["resources"]["limits"]["hugepages-2Mi"].text(), std::string("6Mi"));
        QCOMPARE(out["resources"]["requests"]["hugepages-2Mi"].text(), std::string("6Mi"));
        QVERIFY(spec("resources: {limits: {cpu: 2}, requests: {hugepages-2Mi: 6Mi}}, " + containers)["resources"]["limits"]["hugepages-2Mi"].isNull());
        QVERIFY(spec(containers)["resources"].isNull());
    }

    void filesHaveAMode()
    {
        const text::Value volumes = spec("volumes: [{name: a, downwardAPI: {items: []}}, {name: b, projected: {defaultMode: 256}}, {name: c, emptyDir: {}}]")["volumes"];
        QCOMPARE(volumes.items()[0]["downwardAPI"]["defaultMode"].asInteger(), 0644);
        QCOMPARE(volumes.items()[1]["projected"]["defaultMode"].asInteger(), 256);
        QCOMPARE(volumes.items()[2].members().size(), std::size_t(2));
    }

    void aPodOfTheServerStaysAsItIs()
    {
        const text::Value once = withDefaults(samples::yaml(samples::pod));
        QCOMPARE(json(withDefaults(once)), json(once));
    }

    void hostileShapesAreHarmless()
    {
        for (const char *text : {"[]", "{metadata: [], spec: 3}", "{spec: {containers: {a: b}, volumes: 7, initContainers: [null, 3], resources: []}}", "null"})
            QVERIFY(withDefaults(samples::yaml(text))["spec"].isMap() || std::string(text) == "[]" || std::string(text) == "null");
    }
};

QTEST_GUILESS_MAIN(DefaultsTest)
#include "DefaultsTest.moc"
