#include "models/kube/Catalog.h"
#include "models/platform/NativePath.h"
#include "tests/support/MemoryFiles.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace kube;

namespace {

std::string configWith(const std::string &context, const std::string &server = "https://h:1")
{
    return "clusters: [{name: c, cluster: {server: '" + server + "'}}]\nusers: [{name: u, user: {token: t}}]\n"
        "contexts: [{name: " + context + ", context: {cluster: c, user: u}}]\ncurrent-context: " + context + "\n";
}

std::vector<std::string> rowsOf(const std::vector<CatalogEntry> &entries)
{
    std::vector<std::string> rows;
    for (const CatalogEntry &entry : entries)
        rows.push_back(entry.file + "|" + entry.context.context + (entry.isCurrent ? "*" : ""));
    return rows;
}

CatalogSources atHome()
{
    CatalogSources sources;
    sources.places.home = "/home/a";
    return sources;
}

/// Counts how often each file is read.
class CountingFiles final : public kube::KubeFiles
{
    tests::MemoryFiles m_memory;

public:
    std::map<std::string, std::string> &files = m_memory.files;
    mutable std::map<std::string, int> reads;

    base::Result<std::string> read(const std::string &path, std::uint64_t limit) const override
    {
        ++reads[path];
        return m_memory.read(path, limit);
    }
    base::Result<void> open(const std::string &path) const override
    {
        ++reads[path];
        return m_memory.open(path);
    }
    base::Result<std::vector<kube::FolderItem>> list(const std::string &folder) const override { return m_memory.list(folder); }
    bool isFolder(const std::string &path) const override { return m_memory.isFolder(path); }
    std::string realPath(const std::string &path) const override { return m_memory.realPath(path); }
    std::string absolutePath(const std::string &path) const override { return m_memory.absolutePath(path); }
};

/// The list as this system writes it.
std::string list(std::string entries)
{
    std::ranges::replace(entries, ':', platform::listSeparator());
    return entries;
}

} // namespace

/// The catalog: which files, in which order, with which entries; and kubectl's view of several files.
class CatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesComeInTheAgreedOrderEachOnce();
    void anExplicitFileIsAlone();
    void namesThatAreNoKubeconfigAreLeftOut_data();
    void namesThatAreNoKubeconfigAreLeftOut();
    void filesAboveTwoMegabytesOfAFolderAreLeftOut();
    void aBadFileStandsBesideGoodOnes();
    void anUnusableContextKeepsItsEntryAndLine();
    void pastedTextLivesInMemory();
    void anAddedFileThatIsNotThereIsShown();
    void theFirstFileThatDefinesANameGivesTheWholeEntry();
    void relativePathsBelongToTheFolderOfTheirFile();
    void theListOfTheEnvironmentIsSplit();
    void aMissingExplicitFileIsAnError();
    void aThousandContextsAreReadQuickly();
    void aThousandContextsInManyFilesComeInOrderAndEachFileIsReadOnce();
};

void CatalogTest::filesComeInTheAgreedOrderEachOnce()
{
    tests::MemoryFiles files;
    files.files = {{"/home/a/.kube/config", configWith("home")}, {"/home/a/.kube/b", configWith("b")}, {"/home/a/.kube/a", configWith("a")},
                   {"/env/one", configWith("one")}, {"/env/two", configWith("two")}, {"/added/z", configWith("z")}, {"/added/y", configWith("yy")},
                   {"/single", configWith("single")}, {"/home/a/.kube/cache/x", "a: ["}};
    files.links = {{"/home/a/.kube/link", "/env/one"}};
    CatalogSources sources = atHome();
    sources.places.environment = list("/env/two:/env/one:/env/nope");
    sources.added = {"/single", "/added", "/env/two"};
    QCOMPARE(rowsOf(readCatalog(sources, files)),
             (std::vector<std::string>{"/env/two|two*", "/env/one|one*", "/home/a/.kube/a|a*", "/home/a/.kube/b|b*", "/home/a/.kube/config|home*", "/single|single*",
                          "/added/y|yy*", "/added/z|z*"}));
    sources.places.environment.clear();
    QCOMPARE(rowsOf(readCatalog(sources, files)).front(), std::string("/home/a/.kube/config|home*"));
}

void CatalogTest::anExplicitFileIsAlone()
{
    tests::MemoryFiles files;
    files.files = {{"/home/a/.kube/config", configWith("home")}, {"/x", configWith("x")}};
    CatalogSources sources = atHome();
    sources.places.explicitFile = "/x";
    sources.added = {"/home/a/.kube/config"};
    QCOMPARE(rowsOf(readCatalog(sources, files)), (std::vector<std::string>{"/x|x*"}));
    QVERIFY(!files.opened.contains("/home/a/.kube/config"));
}

void CatalogTest::namesThatAreNoKubeconfigAreLeftOut_data()
{
    QTest::addColumn<bool>("isWanted");
    for (const char *name : {"config", "prod.yaml", "a.json", ".hidden", "bak", "kuberc2"})
        QTest::newRow(name) << true;
    for (const char *name : {".DS_Store", "Thumbs.db", "desktop.ini", "cache", "kubectx", "kubens", "kuberc", "._a", ".#a", "~a", "a.bak", "config.lock",
                             "a.swn", "a.swo", "a.swp", "a#", "a~"})
        QTest::newRow(name) << false;
}

void CatalogTest::namesThatAreNoKubeconfigAreLeftOut()
{
    QFETCH(bool, isWanted);
    QCOMPARE(isKubeConfigName(QTest::currentDataTag()), isWanted);
}

void CatalogTest::filesAboveTwoMegabytesOfAFolderAreLeftOut()
{
    tests::MemoryFiles files;
    files.files = {{"/home/a/.kube/big", configWith("big") + "#" + std::string(2 * 1024 * 1024, ' ')},
                   {"/added", configWith("added") + "#" + std::string(2 * 1024 * 1024, ' ')}};
    CatalogSources sources = atHome();
    sources.added = {"/added"};
    QCOMPARE(rowsOf(readCatalog(sources, files)), (std::vector<std::string>{"/added|added*"}));
}

void CatalogTest::aBadFileStandsBesideGoodOnes()
{
    tests::MemoryFiles files;
    files.files = {{"/home/a/.kube/a", configWith("a")}, {"/home/a/.kube/b", "clusters:\n  - name: [\n"}, {"/home/a/.kube/c", configWith("c")},
                   {"/home/a/.kube/d", configWith("d")}};
    files.unreadable = {"/home/a/.kube/d"};
    const auto entries = readCatalog(atHome(), files);
    QCOMPARE(rowsOf(entries), (std::vector<std::string>{"/home/a/.kube/a|a*", "/home/a/.kube/b|", "/home/a/.kube/c|c*", "/home/a/.kube/d|"}));
    QVERIFY(!entries[0].error() && !entries[2].error());
    QCOMPARE(entries[1].error()->kind, KubeConfigErrorKind::Load);
    QVERIFY(entries[1].error()->line > 0);
    QCOMPARE(entries[3].error()->message, std::string("error loading config file \"/home/a/.kube/d\": open /home/a/.kube/d: permission denied"));
}

void CatalogTest::anUnusableContextKeepsItsEntryAndLine()
{
    tests::MemoryFiles files;
    files.files = {{"/home/a/.kube/config", "contexts:\n- name: a\n  context: {cluster: gone}\n- name: b\n  context:\n    cluster: c\n"
                                            "clusters:\n- name: c\n  cluster: {server: https://h}\n"}};
    const auto entries = readCatalog(atHome(), files);
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries[0].error()->kind, KubeConfigErrorKind::Config);
    QCOMPARE(entries[0].error()->line, 3);
    QVERIFY(!entries[1].error());
    QVERIFY(entries[1].context.connection);
}

void CatalogTest::pastedTextLivesInMemory()
{
    tests::MemoryFiles files;
    CatalogSources sources;
    sources.pasted = {{"from a colleague", base::SecretText(configWith("p"))}, {"broken", base::SecretText("a: [")}};
    const auto entries = readCatalog(sources, files);
    QCOMPARE(rowsOf(entries), (std::vector<std::string>{"from a colleague|p*", "broken|"}));
    QVERIFY(entries[0].isPasted && entries[0].context.connection && entries[0].context.connection->contextFile.empty());
    QVERIFY(entries[1].error());
    QVERIFY(files.opened.empty());
}

void CatalogTest::anAddedFileThatIsNotThereIsShown()
{
    tests::MemoryFiles files;
    CatalogSources sources = atHome();
    sources.added = {"/nope"};
    const auto entries = readCatalog(sources, files);
    QCOMPARE(rowsOf(entries), (std::vector<std::string>{"/nope|"}));
    QCOMPARE(entries[0].error()->message, std::string("error loading config file \"/nope\": open /nope: no such file or directory"));
}

void CatalogTest::theFirstFileThatDefinesANameGivesTheWholeEntry()
{
    tests::MemoryFiles files;
    files.files = {{"/one", "clusters: [{name: c, cluster: {server: https://one}}]\ncontexts: [{name: x, context: {cluster: c}}]\n"},
                   {"/two", "clusters: [{name: c, cluster: {server: https://two, tls-server-name: two}}]\nusers: [{name: u, user: {token: t}}]\n"
                            "contexts: [{name: x, context: {user: u}}, {name: why, context: {cluster: c, user: u}}]\ncurrent-context: why\n"}};
    KubeConfigPlaces places;
    places.environment = list("/one:/two");
    const MergedConfig merged = loadMergedConfig(places, files);
    QVERIFY(!merged.error);
    QCOMPARE(merged.config.currentContext, std::string("why"));
    QCOMPARE(merged.config.clusters.size(), std::size_t(1));
    QCOMPARE(merged.config.clusters[0].server, std::string("https://one"));
    QVERIFY(merged.config.clusters[0].serverName.empty());
    QVERIFY(findEntry(merged.config.contexts, "x")->user.empty());
    QCOMPARE(findEntry(merged.config.contexts, "why")->file, std::string("/two"));
}

void CatalogTest::relativePathsBelongToTheFolderOfTheirFile()
{
    const std::string absolute = QDir::tempPath().toStdString() + "/k.pem";
    tests::MemoryFiles files;
    files.files = {{"/f/one", "users: [{name: u, user: {client-certificate: ../c.pem, client-key: " + absolute + ", tokenFile: t, exec: {command: bin/login}}},"
                              " {name: v, user: {exec: {command: login}}}]\nclusters: [{name: c, cluster: {certificate-authority: ./ca.pem}}]\n"}};
    const auto config = loadKubeConfigFile("/f/one", files);
    QVERIFY(config.has_value());
    QCOMPARE(config->users[0].clientCertificateFile, std::string("/c.pem"));
    QCOMPARE(config->users[0].clientKeyFile, absolute);
    QCOMPARE(config->users[0].tokenFile, std::string("/f/t"));
    QCOMPARE(config->users[0].exec->command, std::string("/f/bin/login"));
    QCOMPARE(config->users[1].exec->command, std::string("login"));
    QCOMPARE(config->clusters[0].authorityFile, std::string("/f/ca.pem"));
}

void CatalogTest::theListOfTheEnvironmentIsSplit()
{
    KubeConfigPlaces places;
    places.home = "/home/a";
    places.environment = list(":/b::/a:/b:");
    QCOMPARE(places.files(), (std::vector<std::string>{"/b", "/a"}));
    places.environment.clear();
    QCOMPARE(places.files(), (std::vector<std::string>{"/home/a/.kube/config"}));
    places.home.clear();
    QVERIFY(places.files().empty());
}

void CatalogTest::aMissingExplicitFileIsAnError()
{
    tests::MemoryFiles files;
    KubeConfigPlaces places;
    places.explicitFile = "/nope";
    QCOMPARE(loadMergedConfig(places, files).error->message, std::string("stat /nope: no such file or directory"));
    places.explicitFile.clear();
    places.environment = list("/nope:/nope2");
    QVERIFY(!loadMergedConfig(places, files).error);
    QCOMPARE(loadMergedConfig(places, files).warning, std::string("Config not found: /nope, /nope2"));
}

void CatalogTest::aThousandContextsAreReadQuickly()
{
    std::string clusters = "clusters:\n", users = "users:\n", contexts = "contexts:\n";
    for (int i = 0; i < 1000; ++i) {
        const std::string n = std::to_string(i);
        clusters += "- name: c" + n + "\n  cluster:\n    server: https://h" + n + ":6443\n";
        users += "- name: u" + n + "\n  user:\n    token: t" + n + "\n";
        contexts += "- name: x" + n + "\n  context:\n    cluster: c" + n + "\n    user: u" + n + "\n";
    }
    tests::MemoryFiles files;
    files.files = {{"/home/a/.kube/config", clusters + users + contexts}};
    std::vector<CatalogEntry> entries;
    QBENCHMARK_ONCE { entries = readCatalog(atHome(), files); }
    QCOMPARE(entries.size(), std::size_t(1000));
    QVERIFY(entries.back().context.connection);
}

void CatalogTest::aThousandContextsInManyFilesComeInOrderAndEachFileIsReadOnce()
{
    CountingFiles files;
    std::vector<std::string> wanted;
    std::map<std::string, int> onceEach;
    for (int file = 100; file < 300; ++file) {
        const std::string path = "/added/" + std::to_string(file);
        std::string contexts;
        for (int i = 0; i < 5; ++i) {
            const std::string name = "x" + std::to_string(file) + "-" + std::to_string(i);
            contexts += "- name: " + name + "\n  context: {cluster: c, user: u}\n";
            wanted.push_back(path + "|" + name);
        }
        files.files[path] = "clusters: [{name: c, cluster: {server: 'https://nowhere.invalid:1'}}]\n"
            "users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: /never-run, interactiveMode: Never}}}]\ncontexts:\n" + contexts;
        onceEach[path] = 1;
    }
    CatalogSources sources;
    sources.added = {"/added", "/added/150"};
    const std::vector<CatalogEntry> entries = readCatalog(sources, files);
    QCOMPARE(rowsOf(entries), wanted);
    QVERIFY(std::ranges::none_of(entries, [](const CatalogEntry &entry) { return entry.error().has_value(); }));
    QCOMPARE(files.reads, onceEach);
}

QTEST_APPLESS_MAIN(CatalogTest)
#include "CatalogTest.moc"
