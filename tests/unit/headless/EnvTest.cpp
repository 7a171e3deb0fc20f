#include "app/headless/Env.h"
#include "app/headless/EnvOutput.h"
#include "models/text/Json.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using headless::Invocation;
using text::Value;

namespace {

constexpr const char *objects = "apiVersion: v1\n"
    "kind: Pod\n"
    "metadata: {name: web}\n"
    "spec:\n"
    "  containers:\n"
    "  - name: app\n"
    "    envFrom: [{configMapRef: {name: settings}}, {prefix: DB_, secretRef: {name: db}}]\n"
    "    env:\n"
    "    - {name: LOG, value: debug}\n"
    "    - {name: URL, value: \"db://$(DB_password)@db\"}\n"
    "    - {name: GONE, valueFrom: {configMapKeyRef: {name: settings, key: nope}}}\n"
    "  - name: helper\n"
    "    env: [{name: A, value: helper}]\n"
    "---\n"
    "apiVersion: v1\n"
    "kind: ConfigMap\n"
    "metadata: {name: settings}\n"
    "data: {LOG: info, MODE: \"fast\\nand loud\"}\n"
    "---\n"
    "apiVersion: v1\n"
    "kind: Secret\n"
    "metadata: {name: db}\n"
    "stringData: {password: s3cret}\n";

struct Answer
{
    int code = 0;
    std::string out;
    std::string err;

    /// "NAME VALUE SOURCE masked error", one a line, without Services.
    std::string entries() const
    {
        std::string text;
        const auto list = text::parseJson(out);
        for (const Value &entry : list ? list->items() : Value::List()) {
            text += entry["name"].text() + '=' + (entry["value"].isNull() ? "?" : entry["value"].text()) + " <" + entry["source"].text() + '>';
            text += std::string(entry["masked"].asBoolean() ? " masked" : "") + (entry["error"].isNull() ? "" : " !" + entry["error"].text());
            for (const Value &origin : entry["overrides"].items())
                text += " over " + origin.text();
            text += '\n';
        }
        return text;
    }
};

Answer run(std::vector<std::string_view> words)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("objects.yaml")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write(objects);
    file.close();
    const std::string path = folder.path().toStdString();
    words.insert(words.begin(), "env");
    words.push_back("--from");
    words.push_back(path);
    const auto invocation = headless::parseCommandLine(words);
    if (!invocation)
        return {2, {}, invocation.error().message};
    std::ostringstream out, err;
    const int code = headless::env(*invocation, out, err);
    return {code, out.str(), err.str()};
}

} // namespace

class EnvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueSaysWhereItIsFrom();
    void secretsAreOpenedOnlyWhenSomebodySaysSo();
    void eachEntryHasTheKeysOfTheContract();
    void aTableIsForPeople();
    void whatIsWrongIsSaidAsKubectlSaysIt_data();
    void whatIsWrongIsSaidAsKubectlSaysIt();
    void anotherContainerIsChosenByName();
    void whatIsMadeOfTheUnknownSaysSo();
    void whatTheContainerHasIsToldAndMasked();
};

void EnvTest::everyValueSaysWhereItIsFrom()
{
    const Answer answer = run({"web", "-o", "json"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.entries(),
             std::string("MODE=fast\nand loud <ConfigMap settings/MODE>\n"
                         "DB_password=*** <Secret db/password> masked\n"
                         "LOG=debug <literal> over ConfigMap settings/LOG\n"
                         "URL=*** <literal> masked\n"
                         "GONE=? <ConfigMap settings/nope> !couldn't find key nope in ConfigMap default/settings\n"));
    QVERIFY2(answer.err.find("Defaulted container \"app\" out of: app, helper\n") != std::string::npos, answer.err.c_str());
    QVERIFY2(answer.err.find("Warning: the container would not start now: CreateContainerConfigError: couldn't find key nope in ConfigMap default/settings\n") != std::string::npos, answer.err.c_str());
}

void EnvTest::secretsAreOpenedOnlyWhenSomebodySaysSo()
{
    const std::string entries = run({"web", "-o", "json", "--show-secrets"}).entries();
    QVERIFY(entries.find("DB_password=s3cret <Secret db/password>\n") != std::string::npos);
    QVERIFY(entries.find("URL=db://s3cret@db <literal>\n") != std::string::npos);
    QVERIFY(run({"web"}).out.find("s3cret") == std::string::npos);
}

void EnvTest::eachEntryHasTheKeysOfTheContract()
{
    const auto list = text::parseJson(run({"web", "-o", "json"}).out);
    QVERIFY(list && !list->items().empty());
    for (const Value &entry : list->items()) {
        for (const char *key : {"name", "value", "source", "masked", "changedSinceStart", "error"})
            QVERIFY2(entry.find(key), key);
        QVERIFY(entry["changedSinceStart"].isNull());       // a pod out of a file was never started
    }
}

void EnvTest::aTableIsForPeople()
{
    const std::string out = run({"web"}).out;
    QVERIFY(out.starts_with("NAME "));
    QVERIFY(out.find("overrides ConfigMap settings/LOG") != std::string::npos);
}

void EnvTest::whatIsWrongIsSaidAsKubectlSaysIt_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");

    QTest::newRow("no pod") << QStringList() << 2 << "You must specify a pod";
    QTest::newRow("two pods") << QStringList({QStringLiteral("web"), QStringLiteral("web2")}) << 2 << "unexpected argument \"web2\"";
    QTest::newRow("no such pod") << QStringList({QStringLiteral("nope")}) << 1 << "Error from server (NotFound): pods \"nope\" not found";
    QTest::newRow("another namespace") << QStringList({QStringLiteral("web"), QStringLiteral("-n"), QStringLiteral("team-a")}) << 1 << "Error from server (NotFound): pods \"web\" not found";
    QTest::newRow("no such container") << QStringList({QStringLiteral("web"), QStringLiteral("-c"), QStringLiteral("nope")}) << 1 << "error: container nope not found in pod web";
    QTest::newRow("another kind") << QStringList({QStringLiteral("svc/web")}) << 1 << "error: env is about pods, not svc";
    QTest::newRow("an empty name") << QStringList({QString()}) << 1 << "error: resource name may not be empty";
    QTest::newRow("a kind without a name") << QStringList({QStringLiteral("pod/")}) << 1 << "error: resource name may not be empty";
    QTest::newRow("the folder above") << QStringList({QStringLiteral("..")}) << 1 << "error: invalid resource name \"..\"";
    QTest::newRow("all namespaces") << QStringList({QStringLiteral("web"), QStringLiteral("-A")}) << 2 << "one namespace";
    QTest::newRow("files have no container to ask") << QStringList({QStringLiteral("web"), QStringLiteral("--compare")}) << 2 << "--compare needs a cluster, not --from";
    QTest::newRow("another format") << QStringList({QStringLiteral("web"), QStringLiteral("-o"), QStringLiteral("yaml")}) << 2 << "env prints a table or, with -o json, JSON";
}

void EnvTest::whatIsWrongIsSaidAsKubectlSaysIt()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, said);
    std::vector<std::string> texts;
    for (const QString &word : words)
        texts.push_back(word.toStdString());
    const Answer answer = run({texts.begin(), texts.end()});
    QCOMPARE(answer.code, code);
    QVERIFY2(answer.err.find(said.toStdString()) != std::string::npos, answer.err.c_str());
    QVERIFY(answer.out.empty());
}

void EnvTest::anotherContainerIsChosenByName()
{
    QCOMPARE(run({"pod/web", "-c", "helper", "-o", "json"}).entries(), std::string("A=helper <literal>\n"));
}

void EnvTest::whatIsMadeOfTheUnknownSaysSo()
{
    environment::Environment environment;
    environment::Variable made;
    made.name = "URL";
    made.isExpanded = true;
    made.gap = environment::Gap::Refused;
    environment.variables = {made};
    const std::string json = text::writeJson(headless::envJson(environment, headless::SecretsShown::Masked));
    QVERIFY2(json.find("\"value\":null") != std::string::npos && json.find("\"error\":\"made of what is not known\"") != std::string::npos, json.c_str());
}

void EnvTest::whatTheContainerHasIsToldAndMasked()
{
    environment::Environment environment;
    environment::Variable secret;
    secret.name = "P";
    secret.value = "new";
    secret.isSecret = true;
    environment.variables = {secret};
    environment::compareWith(environment, {{"P", "old"}, {"PATH", "/bin"}, {"LEFT", "over"}});
    const std::string json = text::writeJson(headless::envJson(environment, headless::SecretsShown::Masked));
    QVERIFY2(json.find("\"changedSinceStart\":true,\"error\":null,\"overrides\":[],\"valueAtStart\":\"***\"") != std::string::npos, json.c_str());
    QVERIFY2(json.find("\"valueAtStart\":\"/bin\"") != std::string::npos, json.c_str());
    QVERIFY2(json.find("over\"") == std::string::npos && json.find("old") == std::string::npos, json.c_str());
}

QTEST_GUILESS_MAIN(EnvTest)
#include "EnvTest.moc"
