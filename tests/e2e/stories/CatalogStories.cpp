#include "tests/e2e/stories/CatalogStories.h"

#include "widgets/catalog/ImportDialog.h"
#include "widgets/catalog/ImportVerdict.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TablePage.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace stories {

QLineEdit *CatalogStories::switchFilter()
{
    if (!QApplication::activePopupWidget()) {
        m_window->activateWindow();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    }
    QWidget *popup = QApplication::activePopupWidget();
    return popup ? popup->findChild<QLineEdit *>() : nullptr;
}

void CatalogStories::aContextIsOpenedFromTheCatalogByKeysAlone()
{
    QLineEdit *filter = nullptr;
    // Without a window manager the window may lose the keyboard for a moment; a person would press again.
    QTRY_VERIFY_WITH_TIMEOUT((filter = switchFilter()), Patience);
    filter->setText(QStringLiteral("one")); // keys that come while the popup takes the keyboard may be doubled or lost
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->connected().size(), 1U, Patience);
    table::TablePage *pods = tableOf(m_clusters->connected().front());
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), (QStringList{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}), Patience);
    QTest::keyClicks(&pods->grid(), QStringLiteral("bet"));
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), QStringList{QStringLiteral("beta")}, Patience);
    QCOMPARE(pods->model().counts().all, 3U);
}

void CatalogStories::aKubeconfigThatIsEditedIsReadAgain()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    table::TablePage *pods = tableOf(one);
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods).size(), 3, Patience);
    const QString file = m_kubeconfigs + QStringLiteral("/one");
    const QByteArray good = contentOf(file);

    writeFile(file, "clusters: [");
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->problems().size(), 1U, Patience);
    QVERIFY2(m_clusters->find(cluster::EntryId::of(one->entry())), "what the file last said well is kept");
    QCOMPARE(names(pods).size(), 3);

    writeFile(file, QByteArray(good).replace("127.0.0.1", "localhost"));
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->problems().size(), 0U, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(one->settings().server.starts_with("https://localhost:"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods).size(), 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(one->health().state), static_cast<int>(cluster::Health::State::Live), Patience);
    writeFile(m_kubeconfigs + QStringLiteral("/three"), QByteArray(good).replace("name: one,", "name: three,"));
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->entries().size(), 4U, Patience);
}

/// What a student does with /etc/rancher/k3s/k3s.yaml, on a server whose certificate does not name the address typed first.
void CatalogStories::aK3sFileWithAWrongAddressIsImportedTestedSavedAndConnected()
{
    QByteArray text = contentOf(m_first.kubeconfig(QStringLiteral("admin")));
    for (const char *name : {"name: real", "cluster: real", "user-admin", "name: admin", "current-context: admin"})
        text.replace(name, QByteArray(name).replace("real", "default").replace("user-admin", "default").replace("admin", "default"));
    const qsizetype host = text.indexOf("127.0.0.1:") + qsizetype(strlen("127.0.0.1:"));
    const QString port = QString::fromLatin1(text.mid(host, text.indexOf('"', host) - host));
    const auto import = std::ranges::find(m_registry->commands(), QStringLiteral("paste-kubeconfig"), &base::Command::name);
    QVERIFY(import != m_registry->commands().end());
    import->run();
    auto *form = m_window->findChild<catalog::ImportDialog *>();
    QVERIFY(form);
    const auto named = [form](const QString &name) {
        const auto all = form->findChildren<QWidget *>();
        const auto found = std::ranges::find_if(all, [&](QWidget *widget) { return widget->accessibleName() == name && widget->isVisibleTo(form); });
        return found == all.end() ? nullptr : *found;
    };
    const auto type = [&](const char *field, const QString &what) {
        auto *edit = qobject_cast<QLineEdit *>(named(QLatin1String(field)));
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, what);
    };
    QSignalSpy tested(form, &catalog::ImportDialog::tested);
    const auto test = [&] {
        tested.clear();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Test the connection"))->isEnabled(), Patience);
        QTest::mouseClick(named(QStringLiteral("Test the connection")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, Patience);
    };
    form->findChild<QPlainTextEdit *>()->setPlainText(QString::fromUtf8(text));
    QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Name")), Patience);
    type("Name", QStringLiteral("course"));
    type("Server address", QStringLiteral("wrong.localhost:") + port);
    test();
    const auto verdicts = form->findChildren<catalog::ImportVerdict *>();
    const auto verdict = std::ranges::find_if(verdicts, &QWidget::isVisible);
    QVERIFY(verdict != verdicts.end());
    QCOMPARE((*verdict)->title(), QStringLiteral("The server's certificate is not for wrong.localhost"));
    QVERIFY2((*verdict)->accessibleDescription().contains(QStringLiteral("kubernetes.default.svc")) && (*verdict)->accessibleDescription().contains(QStringLiteral("127.0.0.1")),
             qPrintable((*verdict)->accessibleDescription()));
    QVERIFY(named(QStringLiteral("Copy: tls-san:\n  - wrong.localhost")));
    type("Server address", QStringLiteral("localhost:") + port);
    test();
    QVERIFY2((*verdict)->title().startsWith(QStringLiteral("Connected: v1.")), qPrintable((*verdict)->title()));
    QTest::mouseClick(named(QStringLiteral("Save and connect")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->connected().size(), 1U, Patience);
    QCOMPARE(QString::fromStdString(m_clusters->connected().front()->entry().context.context), QStringLiteral("course"));
    const QString saved = m_folder.path() + QStringLiteral("/nowhere/.kube/config-course");
    QCOMPARE(QFileInfo(saved).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    table::TablePage *pods = tableOf(m_clusters->connected().front());
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), (QStringList{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}), Patience);
    m_first.run(variable("KUBECTL"), {QStringLiteral("--kubeconfig"), saved, QStringLiteral("--context"), QStringLiteral("course"), QStringLiteral("get"), QStringLiteral("pods")});
    QFile::remove(saved);
}

} // namespace stories
