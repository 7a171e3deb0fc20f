#include "models/rbac/Draft.h"

#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;

namespace {

const std::string podReader = role("Role", "shop/reader", "{verbs: [get], apiGroups: [''], resources: [pods]}");

QString problemsOf(const ReadDraft &draft)
{
    QStringList out;
    for (const DraftProblem &problem : draft.problems)
        out << QStringLiteral("%1:%2 %3").arg(QString::number(problem.line), QString::number(problem.column), QString::fromStdString(english(problem.message)));
    return out.join(u'\n');
}

QString namesOf(const ReadDraft &draft)
{
    QStringList out;
    for (const DraftedObject &object : draft.objects)
        out << QString::fromStdString(object.ref.text());
    return out.join(u' ');
}

} // namespace

/// What somebody types is read as kubectl and the server read it; what is wrong is named with its place.
class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("documents");
        const auto row = [](const char *name, const char *text, const char *documents) { QTest::newRow(name) << QByteArray(text) << QByteArray(documents); };
        row("none", "", "");
        row("comments only", "# nothing\n---\n\n# more\n", "");
        row("one", "a: 1\n", "1[a: 1\n]");
        row("without a line end", "a: 1", "1[a: 1\n]");
        row("a separator first", "---\na: 1\n", "2[a: 1\n]");
        row("two", "a: 1\n---\nb: 2\n", "1[a: 1\n]3[b: 2\n]");
        row("an object behind the dashes", "--- {a: 1}\n---\nb: 2\n", "1[    {a: 1}\n]3[b: 2\n]");
        row("dots end one", "a: 1\n...\nb: 2\n", "1[a: 1\n]3[b: 2\n]");
        row("dashes in a text", "a: |\n  ---\nb: -----\n---x: 1\n", "1[a: |\n  ---\nb: -----\n---x: 1\n]");
        row("line ends of Windows", "a: 1\r\n---\r\nb: 2\r\n", "1[a: 1\r\n]3[b: 2\r\n]");
    }

    void documentsAreToldApart()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, documents);
        std::string told;
        for (const YamlDocument &document : documentsOf(text.toStdString()))
            told += std::to_string(document.line) + '[' + document.text + ']';
        QCOMPARE(QByteArray::fromStdString(told), documents);
    }

    void problemsAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const QByteArray head = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader, namespace: shop}\n";
        const auto row = [](const char *name, const QByteArray &text, const char *problem) { QTest::newRow(name) << text << QString::fromUtf8(problem); };
        row("no YAML", "a: [1\n", "2:1 did not find expected ',' or ']' (while parsing a flow sequence, line 1)");
        row("no object", "just words\n", "1:1 this is no object: it needs apiVersion, kind and metadata");
        row("another version", "apiVersion: rbac.authorization.k8s.io/v1beta1\nkind: Role\n", "2:7 rbac.authorization.k8s.io/v1beta1 has no kind Role");
        row("an unknown field", head + "rule: []\n", "4:0 there is no field rule");
        row("an unknown field in a rule", head + "rules:\n- verbs: [get]\n  apiGroups: ['']\n  resource: [pods]\n", "7:0 there is no field rules[0].resource");
        row("a text for a list", head + "rules:\n- verbs: get\n  apiGroups: ['']\n  resources: [pods]\n", "5:10 rules[0].verbs must be a list");
        row("a number for a text", head + "rules:\n- verbs: [get]\n  apiGroups: ['']\n  resources: [pods]\n  resourceNames: [1]\n", "8:19 rules[0].resourceNames[0] must be a text; a number, true or false needs quotes");
        row("a word that YAML takes for true", head + "rules:\n- verbs: [yes]\n  apiGroups: ['']\n  resources: [pods]\n", "5:11 rules[0].verbs[0] must be a text; a number, true or false needs quotes");
        row("rules that are a map", head + "rules: {verbs: [get]}\n", "4:8 rules must be a list");
        row("aggregation in a Role", head + "aggregationRule: {}\n", "4:0 there is no field aggregationRule");
        row("no verbs", head + "rules:\n- verbs: []\n  apiGroups: ['']\n  resources: [pods]\n", "5:10 rules[0].verbs: verbs must contain at least one value");
        row("no group", head + "rules:\n- verbs: [get]\n  resources: [pods]\n", "5:3 rules[0].apiGroups: resource rules must supply at least one api group");
        row("no name", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {}\nrules: []\n", "3:11 metadata.name: is required");
        row("no namespace", "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader}\nrules: []\n", "3:11 metadata.namespace: is required");
        row("a key twice", head + "rules: []\nrules: []\n", "5:0 key \"rules\" already set in line 4");
        row("in a later document", "# first\n" + head + "---\n" + head + "---\nkind: [\n", "");
    }

    void problemsAreNamedWithTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        const ReadDraft draft = readDraft(text.toStdString());
        if (!problem.isEmpty()) {
            QCOMPARE(problemsOf(draft), problem);
            QVERIFY(draft.objects.empty());
            return;
        }
        QCOMPARE(draft.problems.size(), std::size_t(2));        // the object that stands twice, and what is no YAML
        QCOMPARE(draft.problems[0].line, 6);
        QVERIFY(draft.problems[1].line >= 9);
        QCOMPARE(namesOf(draft), QStringLiteral("Role/shop/reader"));
    }

    void bindingsAreCheckedAsTheServerDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const std::string &text, const char *problem) { QTest::newRow(name) << QByteArray::fromStdString(text) << QString::fromUtf8(problem); };
        row("sound", binding("shop/b", "Role/reader", account("shop", "front")), "");
        row("a Role cluster-wide", binding("/b", "Role/reader", account("shop", "front")), "roleRef.kind: must be ClusterRole");
        row("no such kind of subject", binding("shop/b", "Role/reader", "{kind: Person, name: ann}"), "subjects[0].kind: must be ServiceAccount, User or Group");
        row("an account without a namespace, cluster-wide", binding("/b", "ClusterRole/view", "{kind: ServiceAccount, name: front}"), "subjects[0].namespace: is required");
        row("an unknown field", binding("shop/b", "Role/reader", "{kind: User, name: ann, groups: [a]}"), "there is no field subjects[0].groups");
    }

    void bindingsAreCheckedAsTheServerDoes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        const ReadDraft draft = readDraft(text.toStdString());
        QCOMPARE(draft.problems.empty() ? QString() : QString::fromStdString(english(draft.problems.front().message)), problem);
        QCOMPARE(draft.objects.size(), std::size_t(problem.isEmpty() ? 1 : 0));
        QVERIFY(draft.problems.empty() || draft.problems.front().line > 0);
    }

    void whatTheServerFillsInIsThere()
    {
        const ReadDraft draft = readDraft("apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: shop}\nroleRef: {kind: Role, name: reader}\nsubjects: [{kind: User, name: ann}]\n");
        QCOMPARE(problemsOf(draft), QString());
        QCOMPARE(draft.objects.front().binding->roleRef.apiGroup, std::string("rbac.authorization.k8s.io"));
        QCOMPARE(draft.objects.front().binding->subjects.front().apiGroup, std::string("rbac.authorization.k8s.io"));
    }

    void whatIsBrokenLeavesTheRestAsItIs()
    {
        const ReadDraft draft = readDraft("kind: [\n" + podReader + binding("shop/b", "Role/reader", account("shop", "front")));
        QCOMPARE(draft.problems.size(), std::size_t(1));
        QCOMPARE(namesOf(draft), QStringLiteral("Role/shop/reader RoleBinding/shop/b"));
    }

    void aListIsItsItems()
    {
        const ReadDraft draft = readDraft("apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ServiceAccount, metadata: {name: front, namespace: shop}}\n"
                                          "- {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: all}, rules: []}\n");
        QCOMPARE(problemsOf(draft), QString());
        QCOMPARE(namesOf(draft), QStringLiteral("ServiceAccount/shop/front ClusterRole/all"));
        QVERIFY(draft.objects.front().account && draft.objects.front().isAccess());
        QCOMPARE(problemsOf(readDraft(draft.objects.back().text)), QString());
    }

    void whatIsNoObjectOfAccessGoesAlong()
    {
        const ReadDraft draft = readDraft("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\ndata: {verbs: 1}\n");
        QCOMPARE(problemsOf(draft), QString());
        QVERIFY(!draft.objects.front().isAccess());
    }

    void badInputIsRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
        for (char c = 'b'; c <= 'k'; ++c)
            bomb += QByteArray(1, c) + ": &" + c + " [" + QByteArray("*_, *_, *_, *_, *_, *_, *_, *_").replace('_', char(c - 1)) + "]\n";
        QTest::newRow("a zero byte") << QByteArray("kind: Role\0name: x\n", 19);
        QTest::newRow("a tab for depth") << QByteArray("metadata:\n\tname: x\n");
        QTest::newRow("aliases that grow") << bomb;
        QTest::newRow("an alias of itself") << QByteArray("a: &a [*a]\n");
        QTest::newRow("an alias of nothing") << QByteArray("a: *b\n");
        QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'a');
        QTest::newRow("a hundred thousand brackets") << QByteArray(100'000, '[');
        QTest::newRow("no UTF-8") << QByteArray("kind: \xff\xfe\n");
    }

    void badInputIsRefusedAtOnce()
    {
        QFETCH(QByteArray, text);
        const ReadDraft draft = readDraft(text.toStdString());
        QVERIFY(!draft.problems.empty());
        QVERIFY(draft.objects.empty());
        QVERIFY(draft.problems.front().line > 0);
        QVERIFY(!english(draft.problems.front().message).empty());
    }
};

QTEST_APPLESS_MAIN(DraftTest)
#include "DraftTest.moc"
