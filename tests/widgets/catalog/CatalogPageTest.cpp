#include "tests/widgets/catalog/Catalog.h"

#include "widgets/catalog/CatalogPage.h"

#include <QTableView>

using namespace tests;
using catalog::CatalogPage;

/// The page of contexts found, as a person uses it.
class CatalogPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void screenshots();
};

void CatalogPageTest::screenshots()
{
    Home home;
    home.write("config", kubeConfig({{"k3s-course"}, {"prod-eu", "https://127.0.0.1:1", "    insecure-skip-tls-verify: true\n", "    token: abc\n"},
        {"eks-staging", "https://ABCDEF0123456789ABCDEF.gr7.ap-northeast-2.eks.invalid", "", "    exec:\n      apiVersion: client.authentication.k8s.io/v1\n      command: aws\n      args: [eks, get-token, --cluster-name, staging]\n      interactiveMode: Never\n"}}));
    home.write("broken.yaml", "apiVersion: v1\nkind: Config\nclusters: [\n");
    home.write("halfgood.yaml", "apiVersion: v1\nkind: Config\ncontexts:\n- name: lost\n  context: {cluster: nowhere, user: nobody}\n");
    auto clusters = home.open();
    base::Theme::instance().apply(base::ThemeChoice::Light);
    CatalogPage page(*clusters);
    page.resize(1390, 800);
    for (const auto theme : {base::ThemeChoice::Light, base::ThemeChoice::Dark}) {
        base::Theme::instance().apply(theme);
        page.show();
        QCoreApplication::processEvents();
        page.setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(page.isSettled(), 20000);
        QVERIFY(page.grab().save(QStringLiteral("/tmp/catalog-%1.png").arg(int(theme))));
    }
}

QTEST_MAIN(CatalogPageTest)
#include "CatalogPageTest.moc"
