#include "Telling.h"

#include "models/detail/ShortForm.h"
#include "models/schema/Document.h"
#include "tests/support/RecordedOpenApi.h"
#include "tests/support/TestCertificates.h"

#include <QTest>

using telling::recorded;
using telling::say;
using telling::sayOnly;

/// What objects of a real server are told as, line for line.
class SummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anObjectIsTold_data();
    void anObjectIsTold();
    void whatIsAbsentHasNoRow();
    void aKindThatNobodyKnowsIsToldByItsMembers();
    void fieldsAreToldInTheOrderOfTheirSchema();
    void whatIsTooMuchIsLeftToTheYaml();
    void ofALongListOfMapsTheRestIsCounted();
    void mapsInMapsAreToldUntilItIsTooMuch();
    void aBrokenObjectIsToldAsFarAsItGoes_data();
    void aBrokenObjectIsToldAsFarAsItGoes();
    void aSecretIsMarkedAndItsSizeIsNot();
    void aVerbWithoutAMethodOfHttpIsToldAsSuch();
    void aRuleTellsItsMethodsNamesAndPaths();
    void whatWasAppliedOfASecretIsASecret();
    void aTokenIsToldByWhatItSaysAndNeverItself();
    void aSecretForTlsTellsItsCertificates();
    void theShortFormTellsHowItIs();
    void theShortFormTellsTablesAsRowsAndHowMuchMoreThereIs();
};

void SummaryTest::anObjectIsTold_data()
{
    QTest::addColumn<std::string>("list");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("title");
    QTest::addColumn<std::string>("told");
    const auto row = [](const char *list, const char *name, const char *title, const char *told) {
        QTest::addRow("%s %s: %s", list, name, title) << std::string(list) << std::string(name) << std::string(title) << std::string(told);
    };

    row("autoscaling.v2.horizontalpodautoscalers", "without-status", "Replicas", "[Replicas]\nScales: Deployment web -> apps/Deployment/kinds/web;\nAt least: 2;\nAt most: 10;\nWanted: 0;\n");
    row("v1.pods", "crash-loop", "Runs as", "[Runs as]\nServiceAccount: default -> /ServiceAccount/kinds/default;\n");
    row("v1.pods", "crash-loop", "Container a",
        "[Container a]\n"
        "State: waiting: CrashLoopBackOff | back-off;\n"
        "Last state: Error | exit code 1 (the program reported an error) | 263d ago;\n"
        "Restarts: 12;\n"
        "Image: one;\n"
        "Mounts: /var/run/secrets/kubernetes.io/serviceaccount | from volume kube-api-access-282mc | read only;\n");
    row("v1.pods", "crash-loop", "Volumes",
        "[Volumes]\n"
        "kube-api-access-282mc: token of the ServiceAccount, good for 3607 s; ConfigMap kube-root-ca.crt -> /ConfigMap/kinds/kube-root-ca.crt;"
        " fields of the pod (Downward API);\n");
    row("v1.pods", "gated", "Placement",
        "[Placement]\n"
        "Priority: 1000000;\n"
        "Priority class: high -> scheduling.k8s.io/PriorityClass//high;\n"
        "Scheduling gates: example.com/wait;\n"
        "Tolerations: node.kubernetes.io/not-ready:NoExecute | for 300 s; node.kubernetes.io/unreachable:NoExecute | for 300 s;\n");
    row("v1.pods", "gated", "Conditions",
        "[Conditions]\n"
        "<Condition><Status><Since><Reason><Message>\n"
        "(PodScheduled)(False)(26h)(SchedulingGated)(Scheduling is blocked due to non-empty scheduling gates)\n");
    row("v1.services", "balancer", "Service",
        "[Service]\n"
        "Type: LoadBalancer;\n"
        "Addresses: 10.96.214.135;\n"
        "Session affinity: None;\n"
        "Traffic policy: Cluster;\n"
        "Load balancer: a-very-long-name.elb.example.com; 203.0.113.7; 203.0.113.10; 203.0.113.7;\n");
    row("v1.services", "balancer", "Ports", "[Ports]\n<Port><Target><Node port>\n(80/TCP)(80)(30082)\n");
    row("apps.v1.deployments", "two-containers", "Replicas",
        "[Replicas]\nWanted: 3;\nCurrent: 4;\nUp to date: 1;\nReady: 2;\nAvailable: 2;\nNot available: 2;\n");
    row("apps.v1.daemonsets", "agent", "Replicas", "[Replicas]\nWanted: 5;\nCurrent: 4;\nUp to date: 2;\nReady: 3;\nAvailable: 1;\nOn wrong nodes: 0;\n");
    row("batch.v1.cronjobs", "nightly", "Runs",
        "[Runs]\n"
        "Schedule: 0 3 * * *;\n"
        "Time zone: Asia/Seoul;\n"
        "Suspended: no;\n"
        "When runs overlap: Allow;\n"
        "Last started: 292d ago;\n"
        "Running: a -> batch/Job/kinds/a; b -> batch/Job/kinds/b;\n");
    row("rbac.authorization.k8s.io.v1.rolebindings", "everybody", "Gives",
        "[Gives]\nRole: ClusterRole kinds-reader -> rbac.authorization.k8s.io/ClusterRole//kinds-reader;\nIn: kinds -> /Namespace//kinds;\n");
    row("rbac.authorization.k8s.io.v1.rolebindings", "everybody", "To",
        "[To]\n"
        "<Kind><Name><Namespace>\n"
        "(User)(jane -> rbac.authorization.k8s.io/User//jane)()\n"
        "(Group)(system:masters -> rbac.authorization.k8s.io/Group//system:masters)()\n"
        "(ServiceAccount)(builder -> /ServiceAccount/kinds/builder)(kinds)\n"
        "(User)(joe -> rbac.authorization.k8s.io/User//joe)()\n"
        "(ServiceAccount)(default -> /ServiceAccount/other/default)(other)\n");
    row("rbac.authorization.k8s.io.v1.rolebindings", "nobody", "To", "[To]\nSubjects: none: nobody gets it;\n");
    row("rbac.authorization.k8s.io.v1.clusterrolebindings", "kinds-everywhere", "Gives",
        "[Gives]\nRole: ClusterRole kinds-reader -> rbac.authorization.k8s.io/ClusterRole//kinds-reader;\nIn: the whole cluster;\n");
    row("rbac.authorization.k8s.io.v1.roles", "reader", "Rules", "[Rules]\n<Verbs><HTTP methods><Resources><API groups>\n(get)(GET)(pods)(core)\n");
    row("rbac.authorization.k8s.io.v1.roles", "reader", "What it means",
        "[What it means]\n"
        "Role: A list of rules for one namespace. Rules only allow and add up: there is none that forbids. It gives nothing until a binding names it.;\n"
        "HTTP methods: How a verb looks in a request. Verbs without one of their own, such as impersonate, bind, escalate and use, are asked about by the server while it handles another request.;\n");
    row("v1.configmaps", "both-kinds", "Data", "[Data]\na: 1;\nb: 2;\nc: binary | 2 B;\n");
    row("v1.configmaps", "empty", "Data", "[Data]\nKeys: none;\n");
    row("v1.persistentvolumeclaims", "bound", "Claim",
        "[Claim]\n"
        "Phase: Bound;\n"
        "Volume: bound -> /PersistentVolume//bound;\n"
        "Storage class: fast -> storage.k8s.io/StorageClass//fast;\n"
        "Requested: 5Gi;\n"
        "Capacity: 10Gi;\n"
        "Access modes: ReadWriteOnce;\n"
        "Volume mode: Filesystem;\n");
    row("v1.persistentvolumes", "bound", "Volume",
        "[Volume]\n"
        "Claim: data -> /PersistentVolumeClaim/kinds/data;\n"
        "Phase: Bound;\n"
        "Capacity: 10Gi;\n"
        "Access modes: ReadOnlyMany; ReadWriteOnce; ReadWriteMany;\n"
        "Volume mode: Filesystem;\n"
        "When released: Retain;\n"
        "Folder of the node: /x;\n");
    row("v1.serviceaccounts", "builder", "Identity",
        "[Identity]\n"
        "Known to the server as: system:serviceaccount:kinds:builder;\n"
        "Token mounted into pods: yes, unless the pod says no;\n"
        "Secrets: one -> /Secret/kinds/one; two -> /Secret/kinds/two;\n");
    row("apps.v1.controllerrevisions", "owned", "Belongs to", "[Belongs to]\nOwner: Other first -> /Other/kinds/first; DaemonSet agent -> apps/DaemonSet/kinds/agent;\n");
}

void SummaryTest::anObjectIsTold()
{
    QFETCH(std::string, list);
    QFETCH(std::string, name);
    QFETCH(std::string, title);
    QFETCH(std::string, told);
    const text::Value object = recorded(list, name);
    QVERIFY(object.isMap());

    QCOMPARE(sayOnly(detail::summarize(object), title), told);
}

void SummaryTest::whatIsAbsentHasNoRow()
{
    for (const char *list : {"v1.pods", "v1.services", "v1.nodes", "apps.v1.deployments", "networking.k8s.io.v1.ingresses", "batch.v1.jobs"}) {
        for (const char *name : {"crash-loop", "headless", "node-1", "expressions", "three-hosts", "running"}) {
            for (const detail::Section &section : detail::summarize(recorded(list, name)).sections) {
                QVERIFY(!section.rows.empty() || (section.table && !section.table->rows.empty()));
                for (const detail::Row &row : section.rows)
                    QVERIFY2(!row.lines.empty() && !say(row.lines.front()).empty(), say(section).c_str());
            }
        }
    }
}

void SummaryTest::aKindThatNobodyKnowsIsToldByItsMembers()
{
    const auto object = text::parseJson(R"({"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},
        "spec":{"size":3,"on":true,"tags":["a","b"],"deep":{"x":1}},"status":{"conditions":[{"type":"Ready","status":"True"}]},"more":"yes"})");

    QCOMPARE(say(detail::summarize(*object)),
             std::string("[Spec]\nsize: 3;\non: true;\ntags: a, b;\n[spec.deep]\nx: 1;\n[Content]\nmore: yes;\n[Conditions]\n<Condition><Status>\n(Ready)(True)\n"));
}

void SummaryTest::fieldsAreToldInTheOrderOfTheirSchema()
{
    const auto document = schema::Document::read(support::recordedOpenApi("apis.rail.example.com.v1"));
    QVERIFY(document);
    const auto fields = document->tree({"rail.example.com", "v1", "Train"}, 7);
    const auto object = text::parseJson(R"({"apiVersion":"rail.example.com/v1","kind":"Train","metadata":{"name":"t"},"spec":{"unknown":1,"speed":"80%","line":"red",
        "labels":{},"driver":{"name":"Kim","licence":""},"cars":[{"name":"front","seats":20},{"name":"back"}],"extra":{"a":{"b":{"c":{"d":1}}}}},"status":{"place":"here"}})");
    const detail::Summary summary = detail::summarize(*object, &*fields);
    QCOMPARE(say(summary), std::string("[Spec]\nline: red;\nspeed: 80%;\nunknown: 1;\n[spec.cars]\n<name><seats>\n(front)(20)\n(back)()\n[spec.driver]\nname: Kim;\n"
                                       "[spec.extra.a]\nb: c:\n  d: 1;\n[Status]\nplace: here;\n"));
    QCOMPARE(summary.sections[0].description, std::string("How the train is wished for."));
    QCOMPARE(summary.sections[0].rows[0].description, std::string("The line it runs on"));
    QCOMPARE(summary.sections[1].description, std::string("Its cars, from the front."));
    QCOMPARE(summary.sections[2].rows[0].description, std::string("The name on the badge."));
}

void SummaryTest::whatIsTooMuchIsLeftToTheYaml()
{
    std::string many = "\"a\":0", deep = "[1";
    for (int i = 0; i < 5000; ++i) {
        many += ",\"m" + std::to_string(i) + "\":1";
        deep += ",[1]";
    }
    const auto object = text::parseJson(R"({"apiVersion":"example.com/v1","kind":"Widget","spec":{"list":[)" + deep + "]]," + many + "}}");
    const detail::Summary summary = detail::summarize(*object);
    QCOMPARE(summary.sections[0].rows.size(), 61U);
    QCOMPARE(say(summary.sections[0].rows[0].lines[0]), std::string("Too much to be told here: the YAML has it"));
    QCOMPARE(say(summary.sections[0].rows[60].lines[0]), std::string("Too much to be told here: the YAML has it"));
}

void SummaryTest::ofALongListOfMapsTheRestIsCounted()
{
    std::string items = R"({"a":0,"b":1})";
    for (int i = 1; i < 20'000; ++i)
        items += R"(,{"a":)" + std::to_string(i) + R"(,"b":1})";
    const detail::Summary summary = detail::summarize(*text::parseJson(R"({"apiVersion":"example.com/v1","kind":"Widget","spec":{"list":[)" + items + "]}}"));
    const detail::Table &table = *summary.sections[0].table;
    QCOMPARE(table.rows.size(), 301U);
    QCOMPARE(say(table.rows[299][0]), std::string("299"));
    QCOMPARE(say(table.rows[300][0]), std::string("19700 more"));
}

/// Sixty times sixty maps would be as many sections.
void SummaryTest::mapsInMapsAreToldUntilItIsTooMuch()
{
    std::string maps, spec;
    for (int i = 0; i < 100; ++i)
        maps += (i == 0 ? "" : ",") + std::string("\"m") + std::to_string(i) + R"(":{"x":1})";
    for (int i = 0; i < 100; ++i)
        spec += (i == 0 ? "" : ",") + std::string("\"s") + std::to_string(i) + "\":{" + maps + "}";
    const detail::Summary summary = detail::summarize(*text::parseJson(R"({"apiVersion":"example.com/v1","kind":"Widget","spec":{)" + spec + "}}"));
    QVERIFY2(summary.sections.size() < 400, std::to_string(summary.sections.size()).c_str());
    QCOMPARE(say(summary.sections[0].title), std::string("Spec"));
    QCOMPARE(say(summary.sections[0].rows[0].lines[0]), std::string("Too much to be told here: the YAML has it"));
    QVERIFY(!sayOnly(summary, "…").empty());
}

void SummaryTest::aBrokenObjectIsToldAsFarAsItGoes_data()
{
    QTest::addColumn<std::string>("json");
    QTest::newRow("nothing") << std::string("null");
    QTest::newRow("no object") << std::string("[1]");
    QTest::newRow("lists where maps belong") << std::string(R"({"apiVersion":"v1","kind":"Pod","metadata":[],"spec":{"containers":{"a":1},"volumes":[1,null]},"status":[]})");
    QTest::newRow("maps where lists belong") << std::string(R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{},"rules":{"a":[]}})");
    QTest::newRow("wrong scalars") << std::string(R"({"apiVersion":1,"kind":"Node","metadata":{"labels":"x","annotations":[{}]},"status":{"capacity":[],"conditions":["x"]}})");
    QTest::newRow("a secret that is no base64") << std::string(R"({"apiVersion":"v1","kind":"Secret","metadata":{},"data":{"a":"%%%","b":null}})");
}

void SummaryTest::aBrokenObjectIsToldAsFarAsItGoes()
{
    QFETCH(std::string, json);
    const auto object = text::parseJson(json);
    QVERIFY(object.has_value());

    const detail::Summary summary = detail::summarize(*object);
    QCOMPARE(summary, detail::summarize(*object));
}

void SummaryTest::aVerbWithoutAMethodOfHttpIsToldAsSuch()
{
    const std::string rules = R"([{"verbs":["impersonate"],"apiGroups":[""],"resources":["users"]},{"verbs":["bind","get"],"apiGroups":[""],"resources":["pods"]}])";
    const auto role = text::parseJson(R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"a"},"rules":)" + rules + '}');
    QCOMPARE(sayOnly(detail::summarize(*role), "Rules"), std::string("[Rules]\n<Verbs><HTTP methods><Resources><API groups>\n(impersonate)(none of its own)(users)(core)\n(bind, get)(GET)(pods)(core)\n"));
}

void SummaryTest::aRuleTellsItsMethodsNamesAndPaths()
{
    const std::string rules = R"([{"verbs":["get","update","deletecollection"],"apiGroups":["","apps"],"resources":["pods/log","deployments"],"resourceNames":["web","db"]},)"
                              R"({"verbs":["*"],"apiGroups":["*"],"resources":["*"]},{"verbs":["get","post"],"nonResourceURLs":["/metrics","/healthz/*"]}])";
    const auto role = text::parseJson(R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"a"},"rules":)" + rules + '}');
    QCOMPARE(sayOnly(detail::summarize(*role), "Rules"),
             std::string("[Rules]\n<Verbs><HTTP methods><Resources><API groups><Only these names>\n"
                         "(get, update, deletecollection)(GET, PUT, DELETE)(pods/log, deployments)(core, apps)(web, db)\n"
                         "(*)(GET, POST, PUT, PATCH, DELETE)(*)(*)()\n(get, post)(GET, POST)(/metrics, /healthz/*)()()\n"));
}

void SummaryTest::whatWasAppliedOfASecretIsASecret()
{
    const auto told = [](const std::string &kind) {
        return sayOnly(detail::summarize(*text::parseJson(R"({"apiVersion":"v1","kind":")" + kind
                                                          + R"(","metadata":{"name":"a","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}","other":"x"}}})")), "Object");
    };
    QVERIFY2(told("Secret").find("last-applied-configuration | (secret) {}; other | x;") != std::string::npos, told("Secret").c_str());
    QVERIFY2(told("ConfigMap").find("last-applied-configuration | {}; other | x;") != std::string::npos, told("ConfigMap").c_str());
}

void SummaryTest::aSecretIsMarkedAndItsSizeIsNot()
{
    QCOMPARE(sayOnly(detail::summarize(recorded("v1.secrets", "two-keys")), "Data"), std::string("[Data]\na: (secret) 1 | 1 B;\nb: (secret) 2 | 1 B;\n"));
}

/// Made by hand: nothing ever signed it.
void SummaryTest::aTokenIsToldByWhatItSaysAndNeverItself()
{
    const auto part = [](const char *json) { return QByteArray(json).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); };
    const auto secret = [](const QByteArray &token) {
        return text::parseJson(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"t","namespace":"shop"},"type":"kubernetes.io/service-account-token","data":{"token":")"
                               + token.toBase64().toStdString() + "\"}}");
    };
    const QByteArray legacy = part(R"({"alg":"RS256"})") + '.'
        + part(R"({"iss":"kubernetes/serviceaccount","kubernetes.io/serviceaccount/namespace":"shop","kubernetes.io/serviceaccount/secret.name":"t",)"
               R"("kubernetes.io/serviceaccount/service-account.name":"web","sub":"system:serviceaccount:shop:web"})")
        + ".c2ln";
    QCOMPARE(sayOnly(detail::summarize(*secret(legacy)), "What the token says"),
             std::string("[What the token says]\nServiceAccount: web -> /ServiceAccount/shop/web;\nEnds with the secret: t -> /Secret/shop/t;\n"
                         "Issuer: kubernetes/serviceaccount;\nEnds: never: whoever has it keeps it until the secret is deleted;\n"));
    const QByteArray bound = part(R"({"alg":"RS256"})") + '.'
        + part(R"({"iss":"https://kubernetes.default.svc","aud":["api","vault"],"iat":1795396400,"exp":1795403600,"sub":"system:serviceaccount:shop:web",)"
               R"("kubernetes.io":{"namespace":"shop","pod":{"name":"web-0"},"serviceaccount":{"name":"web"}}})")
        + ".c2ln";
    QCOMPARE(sayOnly(detail::summarize(*secret(bound)), "What the token says"),
             std::string("[What the token says]\nServiceAccount: web -> /ServiceAccount/shop/web;\nEnds with the pod: web-0 -> /Pod/shop/web-0;\n"
                         "Issuer: https://kubernetes.default.svc;\nAudiences: api, vault;\nIssued: 2026-11-23T01:13:20Z (60m ago);\nEnds: 2026-11-23T03:13:20Z;\n"));
    QCOMPARE(sayOnly(detail::summarize(*secret("nothing")), "What the token says"), std::string("[What the token says]\nToken: none yet, or none that can be read;\n"));
    for (const detail::Section &section : detail::summarize(*secret(bound)).sections)
        QVERIFY(say(section.title) == "Data" || say(section).find("c2ln") == std::string::npos);
}

void SummaryTest::aSecretForTlsTellsItsCertificates()
{
    const support::TestAuthority authority("shop-ca");
    support::CertificateWish wish;
    wish.commonName = "shop.example";
    wish.names = {"DNS:shop.example", "IP:10.0.0.1"};
    const auto secret = [](const std::string &pem) {
        return text::parseJson(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"t"},"type":"kubernetes.io/tls","data":{"tls.crt":")"
                               + QByteArray::fromStdString(pem).toBase64().toStdString() + "\"}}");
    };
    const std::string told = sayOnly(detail::summarize(*secret(authority.issue(wish).certificatePem)), "Certificates");
    QVERIFY2(told.starts_with("[Certificates]\n<Subject><Names><Issuer><Ends>\n(CN=shop.example)(shop.example, 10.0.0.1)(CN=shop-ca)("), told.c_str());
    QVERIFY(sayOnly(detail::summarize(*secret("no certificate")), "Certificates").find("no certificate in PEM form") != std::string::npos);
}

void SummaryTest::theShortFormTellsHowItIs()
{
    const detail::Summary whole = detail::summarize(recorded("v1.pods", "crash-loop")), brief = detail::shortForm(whole);
    QCOMPARE(sayOnly(brief, "Container a"), std::string("[Container a]\nState: waiting: CrashLoopBackOff | back-off;\n"
                                                        "Last state: Error | exit code 1 (the program reported an error) | 263d ago;\nRestarts: 12;\nImage: one;\n"));
    QVERIFY(!sayOnly(whole, "Volumes").empty() || !sayOnly(whole, "Object").empty());
    QCOMPARE(sayOnly(brief, "Volumes"), std::string());
    QVERIFY(sayOnly(brief, "Object").find("UID") == std::string::npos);
    QCOMPARE(brief.notices, whole.notices);
}

void SummaryTest::theShortFormTellsTablesAsRowsAndHowMuchMoreThereIs()
{
    detail::Summary whole;
    detail::Section ports{detail::Phrase("Ports"), {}, detail::Table{{detail::Phrase("Name"), detail::Phrase("Port"), detail::Phrase("Target")}, {}}};
    const auto cell = [](const std::string &text) { return detail::Line{detail::Part{detail::verbatim(text)}}; };
    for (int port = 80; port < 92; ++port)
        ports.table->rows.push_back({cell(port == 80 ? "" : 'p' + std::to_string(port)), cell(std::to_string(port)), cell({})});
    whole.sections.push_back(ports);
    const std::string told = sayOnly(detail::shortForm(whole), "Ports");
    QVERIFY2(told.starts_with("[Ports]\nName: 80;\np81: 81;\n"), told.c_str());
    QVERIFY2(told.ends_with("p87: 87;\nMore: 4;\n"), told.c_str());
}

QTEST_APPLESS_MAIN(SummaryTest)
#include "SummaryTest.moc"
