#include "models/rbac/Refusal.h"
#include "models/rbac/RequestWords.h"

#include "models/kube/BuiltinCatalog.h"

#include <QTest>

#include <algorithm>

using namespace rbac;

/// From what a person writes or pastes to the request that the server sees.
class RequestWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsBecomeTheRequestTheServerSees_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("subresource");
        QTest::addColumn<QString>("namespaceName");
        QTest::addColumn<QString>("request");
        QTest::addColumn<int>("hints");
        QTest::newRow("plural") << "list pods" << "" << "a" << "list pods in namespace a" << 0;
        QTest::newRow("short name") << "list po" << "" << "a" << "list pods in namespace a" << 0;
        QTest::newRow("group") << "get deployments.apps/x" << "" << "a" << "get deployments of API group apps named x in namespace a" << 0;
        QTest::newRow("the group is looked up") << "get deploy x" << "" << "a" << "get deployments of API group apps named x in namespace a" << 0;
        QTest::newRow("S65 a pod named log") << "get pods/log" << "" << "a" << "get pods named log in namespace a" << 1;
        QTest::newRow("S65 the subresource") << "get pods" << "log" << "a" << "get pods/log in namespace a" << 0;
        QTest::newRow("S37 nodes have no namespace") << "get nodes n" << "" << "a" << "get nodes named n in the whole cluster" << 1;
        QTest::newRow("S13 a namespace lies in itself") << "get namespaces x" << "" << "a" << "get namespaces named x in namespace x" << 0;
        QTest::newRow("S13 a list of namespaces does not") << "list namespaces" << "" << "" << "list namespaces in the whole cluster" << 0;
        QTest::newRow("everything") << "* *" << "" << "" << "* * in the whole cluster" << 0;
        QTest::newRow("S76 users") << "impersonate users bob" << "" << "" << "impersonate users named bob in the whole cluster" << 0;
        QTest::newRow("S76 signers") << "approve signers x.y/z" << "" << "" << "approve signers of API group certificates.k8s.io named x.y/z in the whole cluster" << 0;
        QTest::newRow("nobody knows it") << "get things.example.com x" << "" << "a" << "get things of API group example.com named x in namespace a" << 1;
        QTest::newRow("S43 a verb that nobody asks about") << "lst pods" << "" << "a" << "lst pods in namespace a" << 1;
        QTest::newRow("S43 a verb in capitals") << "LIST pods" << "" << "a" << "LIST pods in namespace a" << 1;
        QTest::newRow("S12 a method in capitals") << "GET /metrics" << "" << "" << "GET /metrics" << 1;
        QTest::newRow("S12 lists are none of paths") << "list /metrics" << "" << "" << "list /metrics" << 1;
        QTest::newRow("S78 a verb of a mode") << "impersonate-on:user-info:get pods" << "" << "a" << "impersonate-on:user-info:get pods in namespace a" << 0;
        QTest::newRow("capitals") << "list Pods" << "" << "a" << "list pods in namespace a" << 0;
        QTest::newRow("a kind") << "list Deployment" << "" << "a" << "list deployments of API group apps in namespace a" << 0;
        QTest::newRow("a version and a group") << "get deployments.v1.apps x" << "" << "a" << "get deployments of API group apps named x in namespace a" << 0;
        QTest::newRow("a URL") << "get /metrics" << "" << "a" << "get /metrics" << 0;
        QTest::newRow("S10 a path of the API is no URL") << "get /api/v1/namespaces/a/pods" << "" << "" << "get /api/v1/namespaces/a/pods" << 1;
        QTest::newRow("S10 a path of discovery is one") << "get /apis/apps/v1" << "" << "" << "get /apis/apps/v1" << 0;
        QTest::newRow("S17 exec by a websocket") << "get pods web" << "exec" << "a" << "get pods/exec named web in namespace a" << 1;
        QTest::newRow("S17 exec by POST") << "create pods web" << "exec" << "a" << "create pods/exec named web in namespace a" << 0;
        QTest::newRow("S17 a log is no terminal") << "get pods web" << "log" << "a" << "get pods/log named web in namespace a" << 0;
        QTest::newRow("S18 a kubelet has no namespace") << "get nodes n1" << "proxy" << "" << "get nodes/proxy named n1 in the whole cluster" << 0;
        QTest::newRow("S78 a mode's identities") << "impersonate:arbitrary-node nodes.authentication.k8s.io n1" << "" << "" << "impersonate:arbitrary-node nodes of API group authentication.k8s.io named n1 in the whole cluster" << 0;
    }

    void wordsBecomeTheRequestTheServerSees()
    {
        QFETCH(QString, words);
        QFETCH(QString, subresource);
        QFETCH(QString, namespaceName);
        QFETCH(QString, request);
        QFETCH(int, hints);
        RequestWords asked;
        for (const QString &word : words.split(QLatin1Char(' ')))
            asked.words.push_back(word.toStdString());
        asked.subresource = subresource.toStdString();
        asked.namespaceName = namespaceName.toStdString();
        const auto made = readRequest(asked, kube::builtinCatalog());
        QVERIFY(made.has_value());
        QCOMPARE(QString::fromStdString(made->request.text()), request);
        QCOMPARE(static_cast<int>(made->hints.size()), hints);
    }

    void tooFewOrTooManyWordsAreMisuse()
    {
        for (const std::vector<std::string> &words : {std::vector<std::string>{"get"}, {"get", "pods/x", "y"}, {"get", "/metrics", "x"}, {"get", "pods", "x", "z"}})
            QVERIFY(readRequest({words, "", ""}, kube::builtinCatalog()).error().kind == base::ErrorKind::Misuse);
    }

    void aRefusalIsReadFromTheServersWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("request");
        QTest::newRow("a list") << "Error from server (Forbidden): pods is forbidden: User \"system:serviceaccount:a:ci\" cannot list resource \"pods\" in API group \"\" in the namespace \"b\""
                                << "system:serviceaccount:a:ci" << "list pods in namespace b";
        QTest::newRow("a name and a subresource") << "pods \"web-1\" is forbidden: User \"ann\" cannot get resource \"pods/log\" in API group \"\" in the namespace \"b\": RBAC: role \"x\" not found"
                                                  << "ann" << "get pods/log named web-1 in namespace b";
        QTest::newRow("cluster scope and a group") << "deployments.apps is forbidden: User \"ann\" cannot list resource \"deployments\" in API group \"apps\" at the cluster scope"
                                                   << "ann" << "list deployments of API group apps in the whole cluster";
        QTest::newRow("a path") << "forbidden: User \"system:anonymous\" cannot get path \"/metrics\"" << "system:anonymous" << "get /metrics";
        QTest::newRow("in JSON") << "{\"message\":\"pods \\\"x\\\" is forbidden: User \\\"ann\\\" cannot get resource \\\"pods\\\" in API group \\\"\\\" in the namespace \\\"b\\\"\"}" << "ann"
                                 << "get pods named x in namespace b";
        QTest::newRow("in a log") << "E1122 10:00:00 reflector.go:200] failed to list *v1.Pod: pods is forbidden: User \"ann\" cannot watch resource \"pods\" in API group \"\" in the namespace \"b\""
                                  << "ann" << "watch pods in namespace b";
        QTest::newRow("impersonation") << "users \"bob\" is forbidden: User \"ann\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope" << "ann"
                                       << "impersonate users named bob in the whole cluster";
        QTest::newRow("with broken lines") << "pods is forbidden: User\n  \"ann\" cannot list resource \"pods\" in API\r\n  group \"\" in the\nnamespace \"b\"" << "ann" << "list pods in namespace b";
        QTest::newRow("in JSON in a log") << "err=\"nodes \\\\\\\"n1\\\\\\\" is forbidden: User \\\\\\\"ann\\\\\\\" cannot get resource \\\\\\\"nodes\\\\\\\" in API group \\\\\\\"\\\\\\\" at the cluster scope\"" << "ann"
                                         << "get nodes named n1 in the whole cluster";
        QTest::newRow("with the quotes of a text program") << QString::fromUtf8("pods “x” is forbidden: User “ann” cannot get resource “pods” in API group “” in the namespace „b“") << "ann"
                                                           << "get pods named x in namespace b";
        QTest::newRow("from a kubelet") << "Error from server (Forbidden): Forbidden (user=kube-apiserver-kubelet-client, verb=get, resource=nodes, subresource=proxy) ( pods/log web-1)"
                                        << "kube-apiserver-kubelet-client" << "get nodes/proxy in the whole cluster";
        QTest::newRow("from a kubelet that asked twice") << "Forbidden (user=system:serviceaccount:a:ci, verb=get, resource=nodes, subresource(s)=[configz proxy])\n" << "system:serviceaccount:a:ci"
                                                         << "get nodes/configz in the whole cluster";
        QTest::newRow("an odd name") << "pods is forbidden: User \"a\\\"b\" cannot list resource \"pods\" in API group \"\" in the namespace \"b\"" << "a\"b" << "list pods in namespace b";
    }

    void aRefusalIsReadFromTheServersWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, user);
        QFETCH(QString, request);
        const auto refusal = readRefusal(text.toStdString());
        QVERIFY(refusal.has_value());
        QCOMPARE(QString::fromStdString(refusal->user), user);
        QCOMPARE(QString::fromStdString(refusal->request.text()), request);
    }

    void whatOnlyAuthorizersAskAboutCanBePicked()
    {
        const auto isOffered = [](std::string_view verb, std::string_view group, std::string_view resource) {
            return std::ranges::any_of(virtualResources(), [&](const VirtualResource &known) { return known.verbs.find(verb) != known.verbs.npos && known.group == group && known.resource == resource; });
        };
        for (const char *subresource : {"nodes/proxy", "nodes/metrics", "nodes/stats", "nodes/log", "nodes/spec", "nodes/checkpoint", "nodes/pods", "nodes/healthz", "nodes/configz"})
            QVERIFY2(isOffered("get", "", subresource), subresource);   // S18
        QVERIFY(isOffered("escalate", "rbac.authorization.k8s.io", "roles") && isOffered("approve", "certificates.k8s.io", "signers"));
        QVERIFY(isOffered("impersonate:user-info", "authentication.k8s.io", "users"));   // S78
        QVERIFY(!isOffered("get", "", "pods"));
    }

    void textsWithoutARefusalGiveNone()
    {
        for (const char *text : {"", "User \"", "User \"x\" cannot", "User \"x\" cannot get resource \"pods\" in API group \"", "pods \"x\" not found", "User \\\"x\\\" cannot",
                                 "Forbidden (user=x, verb=get, resource=nodes", "Forbidden (user=x, resource=nodes, subresource=proxy)",
                                 "Error from server (InternalError): Internal Server Error: \"/api/v1/namespaces/b/pods\": role.rbac.authorization.k8s.io \"x\" not found"})   // S9: a 500
            QVERIFY(!readRefusal(text));
    }
};

QTEST_APPLESS_MAIN(RequestWordsTest)
#include "RequestWordsTest.moc"
