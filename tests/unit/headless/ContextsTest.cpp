#include "app/headless/Contexts.h"
#include "models/platform/NativePath.h"
#include "tests/support/MemoryFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <sstream>

using namespace headless;

namespace {

const char config[] =
    "clusters:\n"
    "- name: dev\n"
    "  cluster: {server: 'https://canary-user:canary@203.0.113.7:6443', proxy-url: 'http://canary:canary@proxy:1', tls-server-name: api}\n"
    "- name: open\n"
    "  cluster: {server: 'http://h'}\n"
    "users:\n"
    "- name: admin\n"
    "  user:\n"
    "    as: jane\n"
    "    as-groups: [devs]\n"
    "    exec:\n"
    "      apiVersion: client.authentication.k8s.io/v1\n"
    "      command: bin/login\n"
    "      env: [{name: AWS_PROFILE, value: canary}]\n"
    "      interactiveMode: IfAvailable\n"
    "- name: other\n"
    "  user: {token: canary, password: canary, username: someone}\n"
    "contexts:\n"
    "- name: dev\n"
    "  context: {cluster: dev, user: admin}\n"
    "- name: bad\n"
    "  context: {cluster: dev, user: other, namespace: team}\n"
    "current-context: dev\n";

const char entryOfDev[] =
    "[{\"file\":\"/f/config\",\"context\":\"dev\",\"current\":true,\"cluster\":\"dev\",\"user\":\"admin\",\"namespace\":\"default\",\n"
    " \"server\":\"https://***@203.0.113.7:6443\",\"tls\":{\"authority\":\"system\",\"insecure\":false,\"serverName\":\"api\"},\"proxy\":\"http://***@proxy:1\",\"compression\":true,\n"
    " \"credential\":\"exec\",\"exec\":{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"command\":\"/f/bin/login\",\"args\":[],\"env\":[\"AWS_PROFILE\"],\n"
    " \"interactiveMode\":\"IfAvailable\",\"provideClusterInfo\":false,\"installHint\":\"\"},\"impersonate\":{\"user\":\"jane\",\"uid\":\"\",\"groups\":[\"devs\"],\"extra\":{}},\"error\":null}]";

struct Printed
{
    int code = 0;
    QByteArray out;
    QByteArray err;
};

Printed print(const ContextsOptions &options, const kube::KubeFiles &files)
{
    std::ostringstream out, err;
    const int code = contexts(options, out, err, files);
    return {code, QByteArray::fromStdString(out.str()), QByteArray::fromStdString(err.str())};
}

} // namespace

/// What the verb "contexts" prints.
class ContextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_files = {};
        m_files.files = {{"/f/config", config}, {"/f/other", "contexts: [{name: z, context: {cluster: dev}}]\ncurrent-context: z\n"}};
        m_options = {};
        m_options.sources.places.environment = "/f/config";
        m_options.json = true;
    }

    void anEntryHasTheAgreedShape()
    {
        const Printed printed = print(m_options, m_files);
        const QJsonArray entries = QJsonDocument::fromJson(printed.out).array();
        QCOMPARE(printed.code, 0);
        QCOMPARE(entries.size(), 2);
        QCOMPARE(QJsonArray{entries[0]}, QJsonDocument::fromJson(entryOfDev).array());
    }

    void keysComeInTheAgreedOrder()
    {
        const QByteArray out = print(m_options, m_files).out;
        int at = -1;
        for (const char *key : {"file", "context", "current", "cluster", "user", "namespace", "server", "tls", "authority", "insecure", "serverName", "proxy",
                                "compression", "credential", "exec", "apiVersion", "command", "args", "env", "interactiveMode", "provideClusterInfo",
                                "installHint", "impersonate", "uid", "groups", "extra", "error"}) {
            const int next = out.indexOf('"' + QByteArray(key) + "\":", at + 1);
            QVERIFY2(next > at, key);
            at = next;
        }
    }

    void anUnusableContextSaysWhyAndWhere()
    {
        const QJsonObject entry = QJsonDocument::fromJson(print(m_options, m_files).out).array()[1].toObject();
        QCOMPARE(entry[QStringLiteral("namespace")].toString(), QStringLiteral("team"));
        const QJsonObject error = entry[QStringLiteral("error")].toObject();
        QCOMPARE(error[QStringLiteral("kind")].toString(), QStringLiteral("config"));
        QCOMPARE(error[QStringLiteral("message")].toString(),
                 QStringLiteral("more than one authentication method found for other; found [token basicAuth], only one is allowed"));
        QCOMPARE(error[QStringLiteral("line")].toInt(), 17);
    }

    void aFileThatCannotBeParsedIsOneEntry()
    {
        m_files.files["/f/config"] = "clusters:\n- name: [\n";
        const QJsonArray entries = QJsonDocument::fromJson(print(m_options, m_files).out).array();
        QCOMPARE(entries.size(), 1);
        const QJsonObject entry = entries[0].toObject();
        QCOMPARE(entry[QStringLiteral("context")].toString(), QString());
        QCOMPARE(entry[QStringLiteral("file")].toString(), QStringLiteral("/f/config"));
        QCOMPARE(entry[QStringLiteral("error")].toObject()[QStringLiteral("kind")].toString(), QStringLiteral("load"));
        QCOMPARE(entry.keys().size(), 14);
    }

    void theMergedViewSaysWhatTheChosenContextMeans()
    {
        m_options.merged = true;
        m_options.sources.places.environment = std::string("/f/other") + platform::listSeparator() + "/f/config";
        const QJsonObject view = QJsonDocument::fromJson(print(m_options, m_files).out).object();
        QCOMPARE(view[QStringLiteral("files")].toArray(), (QJsonArray{QStringLiteral("/f/other"), QStringLiteral("/f/config")}));
        QCOMPARE(view[QStringLiteral("currentContext")].toString(), QStringLiteral("z"));
        QCOMPARE(view[QStringLiteral("contexts")].toArray(), (QJsonArray{QStringLiteral("bad"), QStringLiteral("dev"), QStringLiteral("z")}));
        const QJsonObject selected = view[QStringLiteral("selected")].toObject();
        QCOMPARE(selected[QStringLiteral("file")].toString(), QStringLiteral("/f/other"));
        QCOMPARE(selected[QStringLiteral("server")].toString(), QStringLiteral("https://***@203.0.113.7:6443"));
        QVERIFY(selected[QStringLiteral("current")].toBool());
        QVERIFY(view[QStringLiteral("error")].isNull());
    }

    void nothingChosenIsNoServer()
    {
        m_options.merged = true;
        m_options.sources.places.environment = "/nope";
        const Printed printed = print(m_options, m_files);
        const QJsonObject view = QJsonDocument::fromJson(printed.out).object();
        QVERIFY(view[QStringLiteral("selected")].isNull());
        QCOMPARE(view[QStringLiteral("error")].toObject(), (QJsonObject{{QStringLiteral("kind"), QStringLiteral("config")}, {QStringLiteral("message"), QStringLiteral("no server")}, {QStringLiteral("line"), 0}}));
        QCOMPARE(printed.err, QByteArray("Warning: Config not found: /nope\n"));
    }

    void theTableHasOneRowPerContext()
    {
        m_options.json = false;
        const QList<QByteArray> lines = print(m_options, m_files).out.split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith("CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE"));
        QVERIFY(lines[1].startsWith("*         dev"));
        QVERIFY(lines[2].contains("more than one authentication method"));
    }

    void aRepeatedKeyIsAWarning()
    {
        m_files.files["/f/config"] = std::string(config) + "current-context: bad\n";
        const Printed printed = print(m_options, m_files);
        QVERIFY2(printed.err.startsWith("Warning: /f/config:24: "), printed.err.constData());
        QCOMPARE(printed.err.count('\n'), 1);
        QVERIFY(QJsonDocument::fromJson(printed.out).array()[1].toObject()[QStringLiteral("current")].toBool());
    }

    void noCredentialIsEverPrinted()
    {
        for (const bool json : {false, true}) {
            for (const bool merged : {false, true}) {
                m_options.json = json;
                m_options.merged = merged;
                m_options.overrides.context = "bad";
                m_options.overrides.token = base::SecretText("canary");
                const Printed printed = print(m_options, m_files);
                QVERIFY2(!(printed.out + printed.err).contains("canary"), printed.out.constData());
            }
        }
    }

private:
    tests::MemoryFiles m_files;
    ContextsOptions m_options;
};

QTEST_APPLESS_MAIN(ContextsTest)
#include "ContextsTest.moc"
