#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/demo/DemoServer.h"
#include "tests/support/Folders.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/catalog/CatalogFeature.h"
#include "widgets/connection/ConnectionFeature.h"
#include "widgets/detail/DetailFeature.h"
#include "widgets/palette/PaletteFeature.h"
#include "widgets/shell/ClusterPane.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/WindowMemory.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TableFeature.h"
#include "widgets/table/TablePage.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace fault {

/// For slow machines; no test takes it as a measure.
constexpr int patience = 30'000;

/// The sample cluster as it stands: nothing changes in it but what a test does.
class Demo
{
public:
    explicit Demo(const base::Clock &clock = base::Clock::system()) : server(clock, options()), access(server.start()) { }

    demo::DemoServer server;
    base::Result<demo::Access> access;

private:
    static demo::Options options()
    {
        demo::Options options;
        options.dataFolder = folders::source("resources/demo");
        options.isLiving = false;
        return options;
    }
};

/// A kubeconfig of one context; user and cluster hold more members, each with a comma before it.
inline std::string kubeConfig(const std::string &context, const std::string &server, const std::string &cluster = {}, const std::string &user = {})
{
    return "{apiVersion: v1, kind: Config, current-context: " + context + ", clusters: [{name: c, cluster: {server: \"" + server + "\"" + cluster
        + "}}], users: [{name: u, user: {" + user + "}}], contexts: [{name: " + context + ", context: {cluster: c, user: u}}]}\n";
}

/// What a notice on screen says and offers.
struct Shown
{
    QString title;
    QString detail;
    QStringList steps;

    bool says(const QString &word) const { return title.contains(word) || detail.contains(word); }
    QByteArray text() const { return (title + QStringLiteral(" | ") + detail + QStringLiteral(" | ") + steps.join(u'/')).toUtf8(); }
};

/// The whole window as a person meets it, over a folder with kubeconfigs of the test's.
class Window
{
public:
    explicit Window(kube::ExecTrust::Scope trust = kube::ExecTrust::Scope::EverythingNow) : Window(trust, std::make_shared<QTemporaryDir>()) { }
    /// A second program with the same files.
    explicit Window(const Window &first) : Window(first.m_trust, first.m_folder) { }
    Window(kube::ExecTrust::Scope trust, std::shared_ptr<QTemporaryDir> folder) : m_trust(trust), m_folder(std::move(folder))
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        QDir(m_folder->path()).mkpath(QStringLiteral("configs"));
        catalog::CatalogFeature().addTo(m_registry);
        connection::ConnectionFeature().addTo(m_registry);
        detail::DetailFeature().addTo(m_registry);
        palette::PaletteFeature().addTo(m_registry);
        table::TableFeature().addTo(m_registry);
        makeClusters();
    }

    std::string folder() const { return m_folder->path().toStdString(); }
    std::string config(const std::string &name) const { return folder() + "/configs/" + name; }
    /// Replaces a file in one step, as careful programs do, and not even its beginning is seen in a folder that is watched.
    static void put(const std::string &path, const std::string &content)
    {
        const QString fresh = QString::fromStdString(path.substr(0, path.rfind('/')) + ".new");
        QFile file(fresh);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content.data(), qint64(content.size())), qint64(content.size()));
        file.close();
        QCOMPARE(std::rename(fresh.toUtf8().constData(), path.c_str()), 0);
    }

    cluster::Clusters &clusters() { return *m_clusters; }
    base::Registry &registry() { return m_registry; }
    shell::MainWindow &window() { return *m_window; }

    /// Shows the catalog, once everything that was put there is read.
    void show()
    {
        m_window = std::make_unique<shell::MainWindow>(*m_clusters, m_registry);
        m_window->resize(1200, 760);
        m_window->show();
        m_window->showCatalog();
        QVERIFY(QTest::qWaitFor([this] { return m_clusters->isRead() && !m_clusters->entries().empty(); }, patience));
    }
    /// The same as the program does it: with what was open the last time.
    void start()
    {
        m_window = std::make_unique<shell::MainWindow>(*m_clusters, m_registry);
        m_memory = std::make_unique<shell::WindowMemory>(*m_window, *m_clusters, shell::WindowMemory::Wish::Everything);
        m_memory->restorePlace();
        m_window->showCatalog();
        m_window->show();
        m_memory->restoreClusters();
        QVERIFY(QTest::qWaitFor([this] { return m_clusters->isRead() && !m_clusters->entries().empty(); }, patience));
    }
    void stop()
    {
        m_memory.reset();
        m_window.reset();
        m_clusters.reset();
    }
    /// Crash: nothing that is done at an end is done.
    enum class End { Clean, Crash };
    void restart(End end = End::Clean)
    {
        const std::string settings = folder() + "/state/settings.json";
        QByteArray left;
        if (end == End::Crash) {
            const auto isWritten = [&] {
                QFile file(QString::fromStdString(settings));
                left = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                const auto written = settings::Document::parse(left.toStdString());
                return written && std::ranges::all_of(std::array{"last", "early ends"}, [&](const char *key) {
                    return written->value("window", key) == m_clusters->settings().value("window", key);
                });
            };
            QVERIFY(QTest::qWaitFor(isWritten, patience));
        }
        stop();
        if (end == End::Crash)
            put(settings, left.toStdString());
        makeClusters();
        start();
    }
    /// Connects to a context of those files and shows it, with its pods.
    cluster::ConnectedCluster *connectTo(const std::string &context)
    {
        for (const kube::CatalogEntry &entry : m_clusters->entries()) {
            if (entry.context.context != context)
                continue;
            cluster::ConnectedCluster *cluster = m_clusters->connectTo(cluster::EntryId::of(entry));
            if (cluster)
                m_window->showCluster(cluster);
            return cluster;
        }
        return nullptr;
    }
    /// The same in one call, for a window with one cluster.
    cluster::ConnectedCluster *open(const std::string &kubeconfig, const std::string &context = "demo")
    {
        put(config("one"), kubeconfig);
        show();
        const auto isRead = [&] { return std::ranges::any_of(m_clusters->entries(), [&](const kube::CatalogEntry &entry) { return entry.context.context == context; }); };
        (void)QTest::qWaitFor(isRead, patience); // files that lay there before may be read sooner
        return connectTo(context);
    }

    table::TablePage *table(const QString &kind = QStringLiteral("pods"))
    {
        table::TablePage *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (auto *page : m_window->findChildren<table::TablePage *>()) {
                if (page->address().place == kind)
                    found = page;
            }
            return found != nullptr;
        }, patience);
        return found;
    }
    shell::ClusterPane *pane() { return m_window->findChild<shell::ClusterPane *>(); }

    /// The notice that a person sees there; empty without one.
    static Shown notice(QWidget *in)
    {
        QCoreApplication::sendPostedEvents(); // buttons that were just made are shown by one
        for (const auto *each : in->findChildren<base::StateNotice *>()) {
            if (!each->isVisible())
                continue;
            Shown shown{each->accessibleName(), each->accessibleDescription(), {}};
            for (const auto *button : each->findChildren<QPushButton *>()) {
                if (button->isVisible())
                    shown.steps << button->text();
            }
            return shown;
        }
        return {};
    }
    static bool press(QWidget *in, const QString &step)
    {
        for (auto *button : in->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == step) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    }
    /// Words anywhere on screen, as a person reads them.
    static QStringList words(QWidget *in)
    {
        QStringList all;
        for (const auto *label : in->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                all << label->text();
        }
        return all;
    }
    static QString allWords(QWidget *in) { return words(in).join(u'\n'); }
    static bool isLive(table::TablePage *page) { return page->isSettled() && page->model().rowCount() > 0 && notice(page).title.isEmpty(); }
    static int dialogs()
    {
        return int(std::ranges::count_if(QApplication::topLevelWidgets(), [](const QWidget *widget) { return widget->isVisible() && qobject_cast<const QDialog *>(widget); }));
    }

private:
    void makeClusters()
    {
        kube::CatalogSources sources;
        sources.places.home = folder() + "/nowhere";
        sources.added = {folder() + "/configs"};
        cluster::Network::Settings network;
        network.stateFolder = folder() + "/state";
        network.trust = m_trust;
        m_clusters = std::make_unique<cluster::Clusters>(sources, std::move(network), m_executor);
    }

    kube::ExecTrust::Scope m_trust;
    std::shared_ptr<QTemporaryDir> m_folder;
    base::EventLoopExecutor m_executor;
    base::Registry m_registry;
    std::unique_ptr<cluster::Clusters> m_clusters;
    std::unique_ptr<shell::MainWindow> m_window;
    std::unique_ptr<shell::WindowMemory> m_memory;
};

/// Waits until a condition about the window is true; says what the notice of that page says if it never is.
#define TRY_SHOWN(page, ...) QTRY_VERIFY2_WITH_TIMEOUT((__VA_ARGS__), fault::Window::notice(page).text().constData(), fault::patience)

} // namespace fault
