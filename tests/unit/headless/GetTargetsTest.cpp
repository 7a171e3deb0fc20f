#include "app/headless/GetTargets.h"
#include "models/kube/BuiltinCatalog.h"

#include <QtTest>

using namespace headless;

namespace {

std::vector<std::string> split(const QByteArray &text)
{
    std::vector<std::string> out;
    for (const QByteArray &word : text.split(' '))
        out.push_back(word == "''" ? std::string() : word.toStdString());
    return out;
}

/// "pods.[a b] services" for the targets, "!message" for an error.
QByteArray resolved(const QByteArray &text, QByteArray *warning = nullptr)
{
    const auto words = GetWords::parse(split(text));
    if (!words)
        return '!' + QByteArray::fromStdString(words.error().message);
    const auto targets = resolveTargets(*words, kube::builtinCatalog(), [&](const std::string &said) {
        if (warning)
            *warning += QByteArray::fromStdString(said);
    });
    if (!targets)
        return '!' + QByteArray::fromStdString(targets.error().message);
    QByteArray out;
    for (const GetTarget &target : *targets) {
        out += (out.isEmpty() ? "" : " ") + QByteArray::fromStdString(target.type.qualifiedName());
        for (const std::string &name : target.names)
            out += ':' + QByteArray::fromStdString(name);
    }
    return out;
}

} // namespace

/// What the words behind "get" mean, and kubectl's words for those that mean nothing.
class GetTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsBecomeKindsAndNames_data();
    void wordsBecomeKindsAndNames();
    void aCategoryBecomesItsMembers();
    void aSingleNameIsKnown_data();
    void aSingleNameIsKnown();
    void aShortNameOfSeveralKindsIsAWarning();
    void noWordsAreMisuse();
    void namesThatCannotStandInAPathAreRefused_data();
    void namesThatCannotStandInAPathAreRefused();
};

void GetTargetsTest::wordsBecomeKindsAndNames_data()
{
    QTest::addColumn<QByteArray>("targets");
    const auto row = [](const char *words, const char *targets) { QTest::newRow(words) << QByteArray(targets); };
    row("pods", "pods");
    row("po,svc", "pods services");
    row("po,pod,pods", "pods");
    row("pods a b", "pods:a:b");
    row("pods,svc a b", "pods:a pods:b services:a services:b");
    row("pods/a svc/b pods/a", "pods:a services:b pods:a");
    row("deploy.apps", "deployments.apps");
    row("Deployment.v1.apps x", "deployments.apps:x");
    row("nonsense", "!the server doesn't have a resource type \"nonsense\"");
    row("nonsense.v1.apps", "!the server doesn't have a resource type \"nonsense\"");
    row("pods,nonsense", "!the server doesn't have a resource type \"nonsense\"");
    row("pods,", "!the server doesn't have a resource type \"\"");
    row("''", "!the server doesn't have a resource type \"\"");
    row("all x", "!you must specify only one resource");
    row("all/x", "!the server doesn't have a resource type \"all\"");
    row("a/b/c", "!arguments in resource/name form may not have more than one slash");
    row("pods/", "!arguments in resource/name form must have a single resource and name");
    row("/x", "!arguments in resource/name form must have a single resource and name");
    row("pods,svc/x", "!arguments in resource/name form must have a single resource and name");
    row("pods pod/x", "!there is no need to specify a resource type as a separate argument when passing arguments in resource/name form "
                      "(e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'");
}

void GetTargetsTest::wordsBecomeKindsAndNames()
{
    QTEST(resolved(QTest::currentDataTag()), "targets");
}

void GetTargetsTest::aCategoryBecomesItsMembers()
{
    const QByteArray all = resolved("all");
    QVERIFY2(all.startsWith("pods ") && all.contains("deployments.apps"), all.constData());
    QCOMPARE(resolved("pods,all"), all);
}

void GetTargetsTest::aSingleNameIsKnown_data()
{
    QTest::addColumn<bool>("single");
    QTest::newRow("pods") << false;
    QTest::newRow("pods a") << true;
    QTest::newRow("pods a b") << false;
    QTest::newRow("pods/a") << true;
    QTest::newRow("pods/a pods/a") << false;
    QTest::newRow("pods,svc a") << false;
}

void GetTargetsTest::aSingleNameIsKnown()
{
    const auto words = GetWords::parse(split(QTest::currentDataTag()));
    QVERIFY(bool(words));
    QTEST(words->isSingleName(), "single");
}

void GetTargetsTest::aShortNameOfSeveralKindsIsAWarning()
{
    QByteArray warning;
    QCOMPARE(resolved("ev", &warning), QByteArray("events"));
    QCOMPARE(warning, QByteArray("short name \"ev\" could also match lower priority resource events.events.k8s.io"));
    warning.clear();
    QCOMPARE(resolved("po,events", &warning), QByteArray("pods events"));
    QCOMPARE(warning, QByteArray());
}

void GetTargetsTest::noWordsAreMisuse()
{
    const auto words = GetWords::parse({});
    QVERIFY(!words);
    QCOMPARE(words.error().kind, base::ErrorKind::Misuse);
}

void GetTargetsTest::namesThatCannotStandInAPathAreRefused_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("") << QByteArray("resource name may not be empty");
    QTest::newRow(".") << QByteArray("invalid resource name \".\": [may not be '.']");
    QTest::newRow("..") << QByteArray("invalid resource name \"..\": [may not be '..']");
    QTest::newRow("%2e") << QByteArray("invalid resource name \"%2e\": [may not contain '%']");
    QTest::newRow("a/%") << QByteArray("invalid resource name \"a/%\": [may not contain '/' may not contain '%']");
    QTest::newRow("a.b-c:d") << QByteArray();
}

void GetTargetsTest::namesThatCannotStandInAPathAreRefused()
{
    const auto sound = checkName(QTest::currentDataTag());
    QTEST(sound ? QByteArray() : QByteArray::fromStdString(sound.error().message), "error");
    QVERIFY(checkNamespace("").has_value());
    QCOMPARE(checkNamespace("a/b").error().message, std::string("invalid namespace \"a/b\": [may not contain '/']"));
}

QTEST_APPLESS_MAIN(GetTargetsTest)
#include "GetTargetsTest.moc"
