#include "models/kube/KubeConfigLoader.h"
#include "models/platform/NativePath.h"
#include "tests/support/MemoryFiles.h"

#include <QSysInfo>
#include <QTest>

using kube::KubeConfigPlaces;
using kube::kubeHome;

namespace {

bool isWindows()
{
    return QSysInfo::kernelType() == QLatin1String("winnt");
}

} // namespace

/// Where kubectl looks for kubeconfigs (client-go util/homedir, tools/clientcmd).
class KubeHomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_files = {}; }
    void theFirstFolderWithAKubeconfigIsTheHome();
    void withoutOneTheFirstFolderThatExistsIs();
    void withoutAnyTheFirstThatIsNamedIs();
    void theFileIsBelowTheHome();
    void aListNamesSeveralFiles();

private:
    const std::vector<std::string> m_all{"HOME=/h", "USERPROFILE=/profile", "HOMEDRIVE=/d", "HOMEPATH=/p"};
    tests::MemoryFiles m_files;
};

void KubeHomeTest::theFirstFolderWithAKubeconfigIsTheHome()
{
    m_files.files = {{"/profile/.kube/config", ""}, {"/h/.kube/other", ""}};
    QCOMPARE(kubeHome(m_all, m_files), std::string(isWindows() ? "/profile" : "/h"));
    m_files.files["/d/p/.kube/config"] = "";
    QCOMPARE(kubeHome(m_all, m_files), std::string(isWindows() ? "/d/p" : "/h"));
    m_files.files["/h/.kube/config"] = "";
    QCOMPARE(kubeHome(m_all, m_files), std::string("/h"));
}

void KubeHomeTest::withoutOneTheFirstFolderThatExistsIs()
{
    m_files.files = {{"/d/p/x", ""}};
    QCOMPARE(kubeHome(m_all, m_files), std::string(isWindows() ? "/d/p" : "/h"));
    m_files.files["/profile/x"] = "";
    QCOMPARE(kubeHome(m_all, m_files), std::string(isWindows() ? "/profile" : "/h"));
}

void KubeHomeTest::withoutAnyTheFirstThatIsNamedIs()
{
    QCOMPARE(kubeHome(m_all, m_files), std::string("/h"));
    QCOMPARE(kubeHome({"USERPROFILE=C:\\Users\\나"}, m_files), std::string(isWindows() ? "C:\\Users\\나" : ""));
    QCOMPARE(kubeHome({}, m_files), std::string());
}

void KubeHomeTest::theFileIsBelowTheHome()
{
    KubeConfigPlaces places;
    places.home = isWindows() ? "C:/Users/나" : "/home/나";
    QCOMPARE(places.folder(), places.home + "/.kube");
    QCOMPARE(places.files(), std::vector<std::string>{places.home + "/.kube/config"});
    places.home = "C:\\Users\\나";
    QCOMPARE(places.files(), std::vector<std::string>{isWindows() ? "C:\\Users\\나\\.kube\\config" : "C:\\Users\\나/.kube/config"});
}

void KubeHomeTest::aListNamesSeveralFiles()
{
    const std::string separator(1, platform::listSeparator());
    KubeConfigPlaces places;
    places.environment = isWindows() ? "C:\\a b\\한글;;\"D:\\c;d\";C:\\a b\\한글" : "/a b/한글::/c;d:/a b/한글";
    QCOMPARE(places.files(), isWindows() ? (std::vector<std::string>{"C:\\a b\\한글", "D:\\c;d"}) : (std::vector<std::string>{"/a b/한글", "/c;d"}));
    places.environment = separator;
    QVERIFY(places.files().empty());
}

QTEST_APPLESS_MAIN(KubeHomeTest)
#include "KubeHomeTest.moc"
