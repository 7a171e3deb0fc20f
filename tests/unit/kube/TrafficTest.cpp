#include "models/base/ManualExecutor.h"
#include "models/kube/ResourceType.h"
#include "models/kube/Traffic.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {}, {}, {}, {}};

kube::ApiRequest request(const std::string &path, std::vector<kube::QueryItem> query = {})
{
    kube::ApiRequest request;
    request.path = path;
    request.query = std::move(query);
    return request;
}

} // namespace

class TrafficTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsFollowedToItsEnd()
    {
        base::ManualExecutor time;
        kube::Traffic traffic(time.clock());
        const auto number = traffic.begin(request("/api/v1/pods", {{"limit", "500"}}));
        QVERIFY(traffic.records().at(0).isOpen());
        time.advance(120ms);
        traffic.answered(number, 200);
        traffic.received(number, 1000);
        traffic.received(number, 24);
        traffic.ended(number, {});
        const kube::RequestRecord record = traffic.records().at(0);
        QCOMPARE(record.path + '?' + record.query, std::string("/api/v1/pods?limit=500"));
        QCOMPARE(record.status, 200);
        QCOMPARE(record.bytesIn, 1024);
        QCOMPARE(record.took->count(), 120);
        QCOMPARE(traffic.figures().open, std::size_t(0));
    }

    void whatCouldBeSecretIsNotRecorded()
    {
        base::ManualExecutor time;
        kube::Traffic traffic(time.clock());
        kube::ApiRequest secret = request("/api/v1/namespaces/a/services/web/proxy/login/canary-path", {{"token", "canary-token"}, {"continue", "canary-continue"},
                                          {"labelSelector", "key=canary-label"}, {"watch", "1"}});
        secret.body = "canary-body";
        secret.knownTag = "canary-tag";
        traffic.ended(traffic.begin(secret), "connection");
        const kube::RequestRecord record = traffic.records().at(0);
        QCOMPARE(record.path, std::string("/api/v1/namespaces/a/services/web/proxy/…"));
        QCOMPARE(record.query, std::string("token=…&continue=…&labelSelector=…&watch=1"));
        QCOMPARE(record.bytesOut, 11);
    }

    void theLogIsBoundedAndKeepsWhatGoesOn()
    {
        base::ManualExecutor time;
        kube::Traffic traffic(time.clock());
        (void)traffic.begin(request("/watch"));
        for (std::size_t i = 0; i < 3 * kube::Traffic::MostRecords; ++i)
            traffic.ended(traffic.begin(request("/" + std::to_string(i))), {});
        const auto records = traffic.records();
        QCOMPARE(records.size(), kube::Traffic::MostRecords + 1);
        QCOMPARE(records.front().path, std::string("/watch"));
        QCOMPARE(records.back().path, "/" + std::to_string(3 * kube::Traffic::MostRecords - 1));
    }

    void secondsAreCountedAndForgotten()
    {
        base::ManualExecutor time;
        kube::Traffic traffic(time.clock());
        for (int second = 0; second < 3; ++second) {
            for (int i = 0; i <= second; ++i)
                traffic.answered(traffic.begin(request("/a")), i == 0 ? 429 : 200);
            time.advance(1s);
        }
        const auto figures = traffic.figures();
        QCOMPARE(figures.last[kube::Traffic::Seconds - 1].requests, 0);
        QCOMPARE(figures.last[kube::Traffic::Seconds - 2].requests, 3);
        QCOMPARE(figures.last[kube::Traffic::Seconds - 4].requests, 1);
        QCOMPARE(figures.total.throttled, 3);
        time.advance(10min);
        std::int64_t left = 0;
        for (const auto &second : traffic.figures().last)
            left += second.requests;
        QCOMPARE(left, 0);
        QCOMPARE(traffic.figures().total.requests, 6);
    }

    void aWatchIsCountedOverItsConnections()
    {
        base::ManualExecutor time;
        kube::Traffic traffic(time.clock());
        QCOMPARE(traffic.watch(pods).connects, std::size_t(0));
        for (const char *path : {"/api/v1/pods", "/api/v1/pods", "/api/v1/namespaces/a/pods"})
            traffic.received(traffic.begin(request(path, {{"watch", "1"}})), 10);
        traffic.received(traffic.begin(request("/api/v1/pods", {{"limit", "1"}})), 10);
        traffic.received(traffic.begin(request("/api/v1/pods", {{"watch", "1"}, {"fieldSelector", "metadata.name=web"}})), 10);
        QCOMPARE(traffic.watch(pods).connects, std::size_t(3));
        QCOMPARE(traffic.watch(pods).bytes, 30);
        QVERIFY(traffic.watch(pods).heard.has_value());
    }

    void whatEndedIsNotCountedAgain()
    {
        base::ManualExecutor time;
        kube::Traffic traffic(time.clock());
        const auto number = traffic.begin(request("/a"));
        traffic.ended(number, "cancelled");
        traffic.received(number, 5);
        traffic.answered(number, 200);
        traffic.ended(number, {});
        QCOMPARE(traffic.records().size(), std::size_t(1));
        QCOMPARE(traffic.records().at(0).failure, std::string("cancelled"));
        QCOMPARE(traffic.figures().total.bytesIn, 0);
    }
};

QTEST_APPLESS_MAIN(TrafficTest)
#include "TrafficTest.moc"
