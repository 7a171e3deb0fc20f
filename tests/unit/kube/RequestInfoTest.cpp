#include "models/kube/RequestInfo.h"

#include <QTest>

using kube::RequestInfo;

/// From an HTTP request to what an authorizer is asked: S10 to S15 and S17, with facts of upstream's own table.
class RequestInfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsReadAsTheServerReadsIt_data()
    {
        QTest::addColumn<QString>("http");
        QTest::addColumn<QString>("request");
        const auto row = [](const char *name, const char *http, const char *request) { QTest::newRow(name) << QString::fromLatin1(http) << QString::fromLatin1(request); };
        row("S10 a path of the core", "GET /api/v1/pods", "list pods in the whole cluster");
        row("S10 a path of a group", "GET /apis/apps/v1/deployments", "list deployments of API group apps in the whole cluster");
        row("S10 the core itself", "GET /api", "get /api");
        row("S10 its version", "GET /api/v1", "get /api/v1");
        row("S10 its version with a slash", "GET /api/v1/", "get /api/v1/");
        row("S10 a group", "GET /apis/apps", "get /apis/apps");
        row("S10 a group's version", "GET /apis/apps/v1", "get /apis/apps/v1");
        row("S10 health", "GET /healthz", "get /healthz");
        row("S10 the schema", "GET /openapi/v3", "get /openapi/v3");
        row("S10 deep paths of something else", "GET /metrics/slis/x/y", "get /metrics/slis/x/y");
        row("S10 the root", "GET /", "get /");
        row("S11 post", "POST /api/v1/namespaces/a/pods", "create pods in namespace a");
        row("S11 get", "GET /api/v1/namespaces/a/pods/x", "get pods named x in namespace a");
        row("S11 head with a name", "HEAD /api/v1/namespaces/a/pods/x", "get pods named x in namespace a");
        row("S11 head without one", "HEAD /api/v1/namespaces/a/pods", "list pods in namespace a");
        row("S11 a watch", "GET /api/v1/namespaces/a/pods?watch=1", "watch pods in namespace a");
        row("S11 a watch by any word", "GET /api/v1/namespaces/a/pods?watch=yes", "watch pods in namespace a");
        row("S11 no watch", "GET /api/v1/namespaces/a/pods?watch=false", "list pods in namespace a");
        row("S11 no watch in capitals", "GET /api/v1/namespaces/a/pods?watch=FALSE", "list pods in namespace a");
        row("S11 nor by zero", "GET /api/v1/namespaces/a/pods?watch=0", "list pods in namespace a");
        row("S11 a watch of one is a get", "GET /api/v1/namespaces/a/pods/x?watch=1", "get pods named x in namespace a");
        row("S11 put", "PUT /api/v1/namespaces/a/pods/x", "update pods named x in namespace a");
        row("S11 patch", "PATCH /apis/apps/v1/namespaces/a/deployments/x", "patch deployments of API group apps named x in namespace a");
        row("S11 delete", "DELETE /api/v1/namespaces/a/pods/x", "delete pods named x in namespace a");
        row("S11 delete of all", "DELETE /api/v1/namespaces/a/pods", "deletecollection pods in namespace a");
        row("S11 another method has no verb", "OPTIONS /api/v1/namespaces/a/pods", " pods in namespace a");
        row("S11 the old watch", "GET /api/v1/watch/namespaces/a/pods", "watch pods in namespace a");
        row("S11 the old proxy", "GET /api/v1/proxy/namespaces/a/pods/x", "proxy pods named x in namespace a");
        row("S11 the old watch of nothing", "GET /api/v1/watch", "get /api/v1/watch");
        row("S12 a method is in small letters", "POST /version", "post /version");
        row("S12 head stays head", "HEAD /version", "head /version");
        row("S12 the query is no part of it", "GET /metrics?x=1", "get /metrics");
        row("S12 a trailing slash is", "GET /version/", "get /version/");
        row("S13 a namespace lies in itself", "GET /api/v1/namespaces/x", "get namespaces named x in namespace x");
        row("S13 a list of them does not", "GET /api/v1/namespaces", "list namespaces in the whole cluster");
        row("S13 its status", "PUT /api/v1/namespaces/x/status", "update namespaces/status named x in namespace x");
        row("S13 its end", "PUT /api/v1/namespaces/x/finalize", "update namespaces/finalize named x in namespace x");
        row("S14 a subresource", "GET /api/v1/namespaces/a/pods/p/log", "get pods/log named p in namespace a");
        row("S14 what is below it", "GET /api/v1/namespaces/a/pods/p/proxy/a/b", "get pods/proxy named p in namespace a");
        row("S14 of something without a namespace", "GET /api/v1/nodes/n/proxy/pods", "get nodes/proxy named n in the whole cluster");
        row("S14 not of the old proxy", "GET /api/v1/proxy/namespaces/a/pods/p/a/b", "proxy pods named p in namespace a");
        row("S15 a list of one name", "GET /api/v1/namespaces/a/secrets?fieldSelector=metadata.name%3Dx", "list secrets named x in namespace a");
        row("S15 a watch of one name", "GET /api/v1/namespaces/a/secrets?watch=1&fieldSelector=metadata.name==x,type=y", "watch secrets named x in namespace a");
        row("S15 all but one name", "GET /api/v1/namespaces/a/secrets?fieldSelector=metadata.name!=x", "list secrets in namespace a");
        row("S15 another field", "GET /api/v1/namespaces/a/secrets?fieldSelector=metadata.namespace=x", "list secrets in namespace a");
        row("S15 a name that is no part of a path", "GET /api/v1/namespaces/a/secrets?fieldSelector=metadata.name=x%2Fy", "list secrets in namespace a");
        row("S15 not for deletecollection", "DELETE /api/v1/namespaces/a/secrets?fieldSelector=metadata.name=x", "deletecollection secrets in namespace a");
        row("S15 not for the old watch", "GET /api/v1/watch/namespaces/a/secrets?fieldSelector=metadata.name=x", "watch secrets in namespace a");
        row("S15 not with a limit that is none", "GET /api/v1/namespaces/a/secrets?limit=many&fieldSelector=metadata.name=x", "list secrets in namespace a");
        row("S15 not with a selector that is none", "GET /api/v1/namespaces/a/secrets?watch=1&fieldSelector=metadata.name", "watch secrets in namespace a");
        row("S17 exec by POST", "POST /api/v1/namespaces/a/pods/p/exec?command=ls", "create pods/exec named p in namespace a");
        row("S17 exec by a websocket", "GET /api/v1/namespaces/a/pods/p/exec?command=ls", "get pods/exec named p in namespace a");
        row("S17 attach by a websocket", "GET /api/v1/namespaces/a/pods/p/attach", "get pods/attach named p in namespace a");
        row("S17 portforward by POST", "POST /api/v1/namespaces/a/pods/p/portforward", "create pods/portforward named p in namespace a");
        row("an escape", "GET /api/v1/namespaces/a/configmaps/x%20y", "get configmaps named x y in namespace a");
    }

    void aRequestIsReadAsTheServerReadsIt()
    {
        QFETCH(QString, http);
        QFETCH(QString, request);
        const std::string words = http.toStdString();
        const auto space = words.find(' ');
        const RequestInfo read = RequestInfo::ofHttp(std::string_view(words).substr(0, space), std::string_view(words).substr(space + 1));
        QCOMPARE(QString::fromStdString(read.text()), request);
    }
};

QTEST_APPLESS_MAIN(RequestInfoTest)
#include "RequestInfoTest.moc"
