#include "models/kube/PluginPolicy.h"
#include "models/text/GoQuote.h"
#include "tests/support/MemoryFiles.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using kube::PluginPolicy;

namespace {

std::string kuberc(const std::string &policy)
{
    return "apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n" + policy;
}

/// With the slashes of the system.
std::string native(const char *path)
{
    return QDir::toNativeSeparators(QString::fromUtf8(path)).toStdString();
}

const std::string denyAll = kuberc("credentialPluginPolicy: DenyAll\n");

} // namespace

/// Which plugins the kuberc of kubectl lets run (client-go plugin/pkg/client/auth/exec, kubectl pkg/kuberc).
class PluginPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPolicyIsReadOrRefusedAsKubectlDoes_data();
    void aPolicyIsReadOrRefusedAsKubectlDoes();
    void aListNamesProgramsOrPaths_data();
    void aListNamesProgramsOrPaths();
    void theFileIsFoundAsKubectlFindsIt_data();
    void theFileIsFoundAsKubectlFindsIt();

private:
    std::string at(const std::string &name) const { return m_folder.path().toStdString() + "/" + name; }
    /// A program "login" in the folder that PATH shall be.
    std::string programInPath() const;
    QTemporaryDir m_folder;
};

std::string PluginPolicyTest::programInPath() const
{
    QFile file(QString::fromStdString(at("login")) + (QSysInfo::kernelType() == QLatin1String("winnt") ? QStringLiteral(".exe") : QString()));
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::ExeOwner) ? file.fileName().toStdString() : std::string();
}

void PluginPolicyTest::aPolicyIsReadOrRefusedAsKubectlDoes_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("outcome");   // of a plugin "x" at /bin/x
    const auto row = [](const char *name, const std::string &text, const char *outcome) { QTest::newRow(name) << text << QString::fromLatin1(outcome); };
    row("none", kuberc(""), "runs");
    row("empty", kuberc("credentialPluginPolicy: \"\"\n"), "runs");
    row("all", kuberc("credentialPluginPolicy: AllowAll\n"), "runs");
    row("nobody", denyAll, "plugin \"x\" not allowed: policy set to \"DenyAll\" in kuberc");
    row("the old version knows none", "apiVersion: kubectl.config.k8s.io/v1alpha1\nkind: Preference\ncredentialPluginPolicy: DenyAll\n", "runs");
    row("the first that fits counts", "kind: Other\n---\n" + denyAll + "---\n" + kuberc(""), "plugin \"x\" not allowed: policy set to \"DenyAll\" in kuberc");
    row("unknown fields do not matter", denyAll + "more: [1]\n", "plugin \"x\" not allowed: policy set to \"DenyAll\" in kuberc");
    row("another policy", kuberc("credentialPluginPolicy: Some\n"), "unknown plugin policy: \"Some\"");
    row("a list without its policy", kuberc("credentialPluginPolicy: DenyAll\ncredentialPluginAllowlist: [{command: x}]\n"),
        "misconfigured credential plugin allowlist: plugin policy is \"DenyAll\" but allowlist is non-nil");
    row("a policy without its list", kuberc("credentialPluginPolicy: Allowlist\n"), "credential plugin policy set to \"Allowlist\", but allowlist is unspecified");
    row("an empty list", kuberc("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: []\n"),
        "credential plugin policy set to \"Allowlist\", but allowlist is empty; use \"DenyAll\" policy instead");
    row("an empty entry", kuberc("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{command: x}, {}]\n"),
        "misconfigured credential plugin allowlist: empty allowlist entry #2");
    row("two names", kuberc("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{name: a, command: b}]\n"),
        "both `Name` and `Command` were supplied with different values. `Name` is deprecated, use `Command` instead");
    row("a path with detours", kuberc("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{command: /bin/../x}]\n"),
        ("non-normalized file path: \"/bin/../x\" vs " + text::goQuoted(native("/x"))).c_str());
    row("no preferences", "kind: Config\n", "no valid preferences found");
}

void PluginPolicyTest::aPolicyIsReadOrRefusedAsKubectlDoes()
{
    QFETCH(std::string, text);
    const auto policy = PluginPolicy::parse(text);
    const auto allowed = policy ? policy->check("x", "/bin/x", "/bin") : base::Result<void>(policy.error());
    QTEST(allowed ? QStringLiteral("runs") : QString::fromStdString(allowed.error().message), "outcome");
}

void PluginPolicyTest::aListNamesProgramsOrPaths_data()
{
    QTest::addColumn<std::string>("entry");
    QTest::addColumn<std::string>("command");
    QTest::addColumn<std::string>("program");
    QTest::addColumn<bool>("runs");
    const auto row = [](const char *name, const std::string &entry, const std::string &command, const std::string &program, bool runs) {
        QTest::newRow(name) << entry << command << program << runs;
    };
    const std::string aws = native("/opt/aws"), login = programInPath();
    row("by name", "{command: aws}", "aws", aws, true);
    row("by the older word for it", "{name: aws}", "aws", aws, true);
    row("by path", "{command: '" + aws + "'}", "aws", aws, true);
    row("the path as written", "{command: '" + aws + "'}", "/opt/./aws", "/opt/./aws", true);
    row("a name that leads to the same program", "{command: login}", login, login, true);
    row("a path without its ending", "{command: '" + native(at("login").c_str()) + "'}", "login", login, true);
    row("another name", "{command: gcloud}", "aws", aws, false);
    row("the name elsewhere", "{command: login}", native("/opt/login"), native("/opt/login"), false);
    row("one of several", "{command: gcloud}, {command: aws}", "aws", aws, true);
}

void PluginPolicyTest::aListNamesProgramsOrPaths()
{
    QFETCH(std::string, entry);
    QFETCH(std::string, command);
    QFETCH(std::string, program);
    const auto policy = PluginPolicy::parse(kuberc("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [" + entry + "]\n"));
    QVERIFY(policy);
    QTEST(bool(policy->check(command, program, m_folder.path().toStdString())), "runs");
}

void PluginPolicyTest::theFileIsFoundAsKubectlFindsIt_data()
{
    QTest::addColumn<std::vector<std::string>>("environment");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, std::vector<std::string> environment, const char *outcome) { QTest::newRow(name) << environment << QString::fromLatin1(outcome); };
    row("in the home folder", {"HOME=/home/deny"}, "denied");
    row("none there", {"HOME=/home/none"}, "runs");
    row("one that is no kuberc there", {"HOME=/home/broken"}, "runs");
    row("one that contradicts itself there", {"HOME=/home/odd"}, "kuberc: /home/odd/.kube/kuberc: unknown plugin policy: \"Some\"");
    row("where KUBERC says", {"HOME=/home/none", "KUBERC=/etc/kuberc"}, "denied");
    row("turned off", {"HOME=/home/deny", "KUBERC=off"}, "runs");
    row("KUBERC names nothing", {"HOME=/home/none", "KUBERC=/etc/absent"}, "kuberc: /etc/absent: open /etc/absent: no such file or directory");
    row("no home", {}, "runs");
}

void PluginPolicyTest::theFileIsFoundAsKubectlFindsIt()
{
    QFETCH(std::vector<std::string>, environment);
    tests::MemoryFiles files;
    files.files = {{"/home/deny/.kube/kuberc", denyAll}, {"/home/broken/.kube/kuberc", "{"}, {"/home/odd/.kube/kuberc", kuberc("credentialPluginPolicy: Some\n")},
                   {"/etc/kuberc", denyAll}};
    const auto policy = PluginPolicy::ofPerson(environment, files);
    QTEST(!policy ? QString::fromStdString(policy.error().message) : policy->checkAny("x") ? QStringLiteral("runs") : QStringLiteral("denied"), "outcome");
}

QTEST_APPLESS_MAIN(PluginPolicyTest)
#include "PluginPolicyTest.moc"
