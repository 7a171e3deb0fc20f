#include "models/kube/ReadOnly.h"

#include <QTest>

#include <array>

using http::Method;

namespace {

constexpr std::array<std::pair<const char *, Method>, 5> methods = {{{"GET", Method::Get}, {"POST", Method::Post}, {"PUT", Method::Put}, {"PATCH", Method::Patch}, {"DELETE", Method::Delete}}};

/// "DELETE /api/v1/namespaces/a/pods/p?dryRun=All"; a body stands after a space.
kube::ApiRequest requestOf(const QString &words)
{
    const QStringList parts = words.split(QLatin1Char(' '));
    const QStringList target = parts[1].split(QLatin1Char('?'));
    kube::ApiRequest request;
    request.method = std::ranges::find(methods, parts[0].toStdString(), [](const auto &row) { return std::string(row.first); })->second;
    request.path = target[0].toStdString();
    for (const QString &item : target.value(1).split(QLatin1Char('&'), Qt::SkipEmptyParts))
        request.add(item.section(QLatin1Char('='), 0, 0).toStdString(), item.section(QLatin1Char('='), 1).toStdString());
    request.body = parts.value(2).toStdString();
    return request;
}

} // namespace

/// What a cluster that is marked read-only may be sent.
class ReadOnlyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatChangesNothingMayGo_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<bool>("goes");
        const auto row = [](bool goes, const char *request) { QTest::newRow(request) << QString::fromLatin1(request) << goes; };
        const auto goes = [&](const char *request) { row(true, request); };
        const auto stays = [&](const char *request) { row(false, request); };
        goes("GET /api/v1/pods");
        goes("GET /api/v1/namespaces/a/pods?watch=1");
        goes("GET /api/v1/namespaces/a/pods/p/log?follow=true");
        goes("GET /apis");
        goes("GET /version");
        goes("POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews {}");
        goes("POST /apis/authorization.k8s.io/v1/selfsubjectrulesreviews {}");
        goes("POST /apis/authorization.k8s.io/v1/subjectaccessreviews {}");
        goes("POST /apis/authorization.k8s.io/v1beta1/namespaces/a/localsubjectaccessreviews {}");
        goes("POST /apis/authentication.k8s.io/v1/selfsubjectreviews {}");
        goes("POST /apis/authentication.k8s.io/v1/tokenreviews {}");
        stays("POST /apis/example.com/v1/selfsubjectaccessreviews {}");
        stays("PUT /apis/authorization.k8s.io/v1/subjectaccessreviews/x {}");
        stays("POST /api/v1/namespaces/a/pods {}");
        stays("PUT /api/v1/namespaces/a/pods/p {}");
        stays("PATCH /apis/apps/v1/namespaces/a/deployments/d/scale {}");
        stays("DELETE /api/v1/namespaces/a/pods/p");
        stays("DELETE /api/v1/namespaces/a/pods");
        stays("POST /api/v1/namespaces/a/pods/p/eviction {}");
        goes("POST /api/v1/namespaces/a/pods?dryRun=All {}");
        goes("PATCH /api/v1/namespaces/a/pods/p?dryRun=All&fieldManager=x {}");
        goes("DELETE /api/v1/namespaces/a/pods/p?dryRun=All");
        stays("DELETE /api/v1/namespaces/a/pods/p?dryRun=All {}");
        stays("PUT /api/v1/namespaces/a/pods/p?dryRun= {}");
        stays("PUT /api/v1/namespaces/a/pods/p?dryRun=all {}");
        stays("PUT /api/v1/namespaces/a/pods/p?dryRun=All&dryRun=None {}");
        stays("POST /logout?dryRun=All {}");
        stays("GET /api/v1/namespaces/a/pods/p/exec?command=ls");
        stays("GET /api/v1/namespaces/a/pods/p/%65xec?command=ls");
        stays("POST /api/v1/namespaces/a/pods/p/exec?dryRun=All");
        stays("GET /api/v1/namespaces/a/pods/p/exec?container=c&command=cat&stdin=false&stdout=true&stderr=true&tty=false");
        stays("GET /api/v1/namespaces/a/pods/p/exec?command=ls&dryRun=All");
        stays("GET /api/v1/namespaces/a/pods/p/attach");
        stays("POST /api/v1/namespaces/a/pods/p/attach?dryRun=All");
        stays("POST /api/v1/namespaces/a/serviceaccounts/s/token {}");
        stays("POST /api/v1/namespaces/a/serviceaccounts/s/token?dryRun=All {}");
        goes("GET /api/v1/namespaces/a/pods/p/portforward");
        stays("POST /api/v1/namespaces/a/pods/p/portforward");
        goes("GET /api/v1/namespaces/a/services/http:prometheus:9090/proxy/api/v1/query?query=up");
        stays("POST /api/v1/namespaces/a/services/http:prometheus:9090/proxy/api/v1/query");
        stays("POST /api/v1/namespaces/a/services/s/proxy/x?dryRun=All");
        goes("GET /api/v1/nodes/n/proxy/stats/summary");
        stays("DELETE /api/v1/proxy/namespaces/a/services/s/x?dryRun=All");
    }

    void onlyWhatChangesNothingMayGo()
    {
        QFETCH(QString, request);
        QFETCH(bool, goes);
        const auto refusal = kube::refusalOfReadOnly(requestOf(request));
        QCOMPARE(!refusal, goes);
        QCOMPARE(refusal ? refusal->reason : "ReadOnly", std::string("ReadOnly"));
    }

    void aPersonsOwnTrafficGoesThroughNoProxy_data()
    {
        QTest::addColumn<QString>("request");
        QTest::newRow("service") << QStringLiteral("GET /api/v1/namespaces/a/services/s/proxy/");
        QTest::newRow("old service") << QStringLiteral("GET /api/v1/proxy/namespaces/a/services/s");
        QTest::newRow("port-forward") << QStringLiteral("GET /api/v1/namespaces/a/pods/p/portforward");
    }

    void aPersonsOwnTrafficGoesThroughNoProxy()
    {
        QFETCH(QString, request);
        kube::ApiRequest asked = requestOf(request);
        QVERIFY(!kube::refusalOfReadOnly(asked));
        asked.asker = kube::Asker::Person;
        QVERIFY(kube::refusalOfReadOnly(asked));
    }

    void theRefusalSaysWhatWasNotSent()
    {
        const auto error = kube::refusalOfReadOnly(requestOf(QStringLiteral("DELETE /api/v1/namespaces/a/pods/p")));
        QVERIFY(error);
        QCOMPARE(error->message, std::string("the cluster is marked read-only: delete pods named p in namespace a is not sent"));
    }
};

QTEST_APPLESS_MAIN(ReadOnlyTest)
#include "ReadOnlyTest.moc"
