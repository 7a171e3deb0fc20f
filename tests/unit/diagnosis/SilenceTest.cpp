#include "Cases.h"

#include "models/detail/State.h"
#include "tests/unit/demo/DemoCluster.h"

#include <QTest>

#include <filesystem>
#include <set>

/// Nothing is said of objects that are well: those of a real server whose tables show them so, and all of the sample cluster but its broken ones.
class SilenceTest : public QObject
{
    Q_OBJECT

    static std::string gravest(const text::Value &object, base::SystemTime now = base::SystemTime(std::chrono::seconds(cases::recordedAt)))
    {
        diagnosis::Evidence evidence;
        evidence.object = cases::objectOf(object);
        evidence.now = now;
        for (const diagnosis::Finding &finding : diagnosis::findings(evidence)) {
            if (finding.notice.tone == detail::Tone::Error || finding.notice.tone == detail::Tone::Warning)
                return cases::say(finding, evidence.now);
        }
        return {};
    }

private Q_SLOTS:
    void whatATableShowsAsWellIsNotIll_data();
    void whatATableShowsAsWellIsNotIll();
    void ofTheSampleClusterOnlyTheBrokenOnesAreTold();
    void brokenObjectsHurtNobody();
};

void SilenceTest::whatATableShowsAsWellIsNotIll_data()
{
    QTest::addColumn<std::string>("list");
    for (const auto &entry : std::filesystem::directory_iterator(folders::source("tests/data/kinds/recorded"))) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".list.json"))
            QTest::newRow(name.c_str()) << name;
    }
}

void SilenceTest::whatATableShowsAsWellIsNotIll()
{
    QFETCH(std::string, list);
    const auto parsed = text::parseJson(cases::fileOf("../kinds/recorded/" + list));
    QVERIFY(parsed.has_value());
    const std::string kind = (*parsed)["kind"].text();
    for (text::Value object : (*parsed)["items"].items()) {
        object.set("kind", text::Value::string(kind.substr(0, kind.size() - 4)));
        object.set("apiVersion", (*parsed)["apiVersion"]);
        const kinds::Health health = detail::stateOf(object).health;
        const bool isLeaving = !object["metadata"]["deletionTimestamp"].isNull();
        if (!isLeaving && (health == kinds::Health::Running || health == kinds::Health::Completed))
            QVERIFY2(gravest(object).empty(), (object["metadata"]["name"].text() + ": " + gravest(object)).c_str());
    }
}

void SilenceTest::ofTheSampleClusterOnlyTheBrokenOnesAreTold()
{
    static constexpr const char *lists[] = {
        "/api/v1/pods", "/api/v1/nodes", "/api/v1/services", "/api/v1/namespaces", "/api/v1/persistentvolumeclaims", "/api/v1/persistentvolumes",
        "/api/v1/configmaps", "/api/v1/serviceaccounts", "/apis/apps/v1/deployments", "/apis/apps/v1/replicasets", "/apis/apps/v1/statefulsets",
        "/apis/apps/v1/daemonsets", "/apis/batch/v1/jobs", "/apis/batch/v1/cronjobs", "/apis/networking.k8s.io/v1/ingresses",
        "/apis/autoscaling/v2/horizontalpodautoscalers", "/apis/policy/v1/poddisruptionbudgets", "/apis/apiregistration.k8s.io/v1/apiservices",
        "/apis/storage.k8s.io/v1/storageclasses"};
    DemoCluster demo(1, 4096, false);
    QVERIFY(demo.loaded);
    std::size_t seen = 0;
    std::set<std::string> ill;
    for (const char *path : lists) {
        const text::Value list = demo.get(path);
        const std::string kind = list["kind"].text().substr(0, list["kind"].text().size() - 4);
        for (text::Value object : list["items"].items()) {
            object.set("kind", text::Value::string(kind));
            object.set("apiVersion", list["apiVersion"]);
            ++seen;
            if (!gravest(object, demo.executor.clock().now()).empty())
                ill.insert(kind + ' ' + object["metadata"]["name"].text().substr(0, object["metadata"]["name"].text().find('-')));
        }
    }
    QVERIFY(seen > 100);
    QStringList told;
    for (const std::string &one : ill)
        told << QString::fromStdString(one);
    QCOMPARE(told.join(QStringLiteral(", ")), QStringLiteral("Deployment checkout, Deployment thumbnailer, Deployment trainer, Job migrate, Pod checkout, Pod migrate, "
                                                           "Pod thumbnailer, Pod trainer, ReplicaSet checkout, ReplicaSet thumbnailer, ReplicaSet trainer"));
}

void SilenceTest::brokenObjectsHurtNobody()
{
    static constexpr const char *pieces[] = {"null", "[]", "{}", "\"x\"", "[null]", "[[]]", R"([{"name":1,"state":[],"type":"Ready","status":"False"}])", "1e400"};
    for (const char *kind : {"Pod", "Node", "Deployment", "Job", "CronJob", "Service", "Ingress", "PersistentVolumeClaim", "Namespace", "HorizontalPodAutoscaler"}) {
        for (const char *piece : pieces) {
            const auto object = text::parseJson(std::string(R"({"apiVersion":"v1","kind":")") + kind + R"(","metadata":)" + piece + R"(,"spec":)" + piece + R"(,"status":{"conditions":)" + piece
                                                + R"(,"containerStatuses":)" + piece + R"(,"initContainerStatuses":)" + piece + "}}");
            if (object)
                QCOMPARE(gravest(*object), gravest(*object));
        }
    }
}

QTEST_APPLESS_MAIN(SilenceTest)
#include "SilenceTest.moc"
