#include "widgets/shell/Commands.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/Appearance.h"
#include "widgets/base/Feature.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/Theme.h"
#include "widgets/shell/ClusterPane.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/StatusBar.h"
#include "widgets/shell/TopBar.h"

#include <array>

namespace shell {

using base::Command;
using base::Words;

namespace {

QString noCluster(const MainWindow &window)
{
    return window.pane() ? QString() : MainWindow::tr("No cluster is shown");
}

QString noOtherPage(const MainWindow &window)
{
    if (!window.pane())
        return noCluster(window);
    return window.pane()->pageCount() > 1 ? QString() : MainWindow::tr("It is the only page");
}

void addPageCommands(base::Registry &registry, MainWindow &window)
{
    const auto otherPage = [&window] { return noOtherPage(window); };
    registry.addCommand(Command::make(QStringLiteral("close-page"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Close this page")}, Qt::CTRL | Qt::Key_W,
                                      [&window] { window.pane()->closeCurrentPage(); }, otherPage));
    registry.addCommand(Command::make(QStringLiteral("next-page"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Next page")}, Qt::CTRL | Qt::Key_PageDown,
                                      [&window] { window.pane()->stepPages(1); }, otherPage));
    registry.addCommand(Command::make(QStringLiteral("previous-page"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Previous page")},
                                      Qt::CTRL | Qt::Key_PageUp, [&window] { window.pane()->stepPages(-1); }, otherPage));
    const auto noWay = [&window](int by) {
        if (!window.pane())
            return noCluster(window);
        return window.pane()->canGo(by) ? QString() : by < 0 ? MainWindow::tr("There is no page before this one") : MainWindow::tr("There is no page after this one");
    };
    registry.addCommand(Command::make(QStringLiteral("back"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Back to the page before")}, Qt::ALT | Qt::Key_Left,
                                      [&window] { window.pane()->goThroughHistory(-1); }, [noWay] { return noWay(-1); }));
    registry.addCommand(Command::make(QStringLiteral("forward"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Forward again")}, Qt::ALT | Qt::Key_Right,
                                      [&window] { window.pane()->goThroughHistory(1); }, [noWay] { return noWay(1); }));
    registry.addCommand(Command::make(QStringLiteral("reload"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Try again now")}, Qt::Key_F5,
                                      [&window] { window.tryAgain(); }));
    registry.addCommand(Command::make(QStringLiteral("find"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Find on this page")}, QKeySequence::Find,
                                      [&window] { window.find(); }));
    registry.addCommand(Command::make(QStringLiteral("copy-command"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Copy the kubectl command of this page")},
                                      Qt::CTRL | Qt::SHIFT | Qt::Key_C, [&window] { window.statusBar().copyCommand(); },
                                      [&window] { return window.statusBar().command().isEmpty() ? MainWindow::tr("kubectl has none for this page") : QString(); }));
    registry.addCommand(Command::make(QStringLiteral("copy-api-call"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Copy the API call of this page")}, {},
                                      [&window] { window.statusBar().copyApiCall(); },
                                      [&window] { return window.statusBar().apiCall().isEmpty() ? MainWindow::tr("This page is no single request") : QString(); }));
}

void addNoticeCommand(base::Registry &registry, MainWindow &window)
{
    registry.addCommand(Command::make(QStringLiteral("notices"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Show what was said: notices")},
                                      Qt::CTRL | Qt::SHIFT | Qt::Key_M, [&window] { window.statusBar().openNotices(); },
                                      [&window] { return window.statusBar().noticeCount() == 0 ? MainWindow::tr("Nothing was said yet") : QString(); }));
}

void addClusterCommands(base::Registry &registry, MainWindow &window)
{
    const auto cluster = [&window] { return noCluster(window); };
    registry.addCommand(Command::make(QStringLiteral("switch-cluster"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Switch to another context…")},
                                      Qt::CTRL | Qt::Key_K, [&window] { window.topBar().openClusterSwitch(); }));
    registry.addCommand(Command::make(QStringLiteral("namespaces"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Choose namespaces…")},
                                      Qt::CTRL | Qt::SHIFT | Qt::Key_N, [&window] { window.topBar().openNamespaceChoice(); }, cluster));
    registry.addCommand(Command::make(QStringLiteral("all-namespaces"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Show all namespaces")}, {},
                                      [&window] { window.setNamespaces({}); }, [&window] {
                                          if (!window.pane())
                                              return noCluster(window);
                                          return window.view()->namespaces().isEmpty() ? MainWindow::tr("They are shown") : QString();
                                      }));
    registry.addCommand(Command::make(QStringLiteral("reconnect"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Connect anew to this cluster")}, {},
                                      [&window] { window.view()->cluster().reconnect(); }, cluster));
    registry.addCommand(Command::make(QStringLiteral("disconnect"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Disconnect from this cluster")}, {},
                                      [&window] { window.clusters().disconnectFrom(cluster::SessionId::of(window.view()->cluster())); }, cluster));
    registry.addCommand(Command::make(QStringLiteral("catalog"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Catalog of contexts")}, Qt::CTRL | Qt::Key_0,
                                      [&window] { window.showCatalog(); }));
}

/// Ctrl+1 is the first cluster in the rail, and so on.
void addClusterPlaces(base::Registry &registry, MainWindow &window)
{
    for (std::size_t i = 0; i < 9; ++i) {
        const auto found = [&window, i] {
            const auto connected = window.clusters().connected();
            return i < connected.size() ? connected[i] : nullptr;
        };
        Command command;
        command.name = QStringLiteral("cluster-%1").arg(i + 1);
        command.english = QStringLiteral("Show cluster %1").arg(i + 1);
        command.title = [&window, found, i] {
            const cluster::ConnectedCluster *cluster = found();
            return cluster ? MainWindow::tr("Show cluster %1: %2").arg(QString::number(i + 1), base::sessionName(window.clusters(), *cluster))
                           : MainWindow::tr("Show cluster %1").arg(i + 1);
        };
        command.shortcut = Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i));
        command.whyNot = [found] { return found() ? QString() : MainWindow::tr("Fewer clusters are connected"); };
        command.run = [&window, found] { window.bringToFront(*found()); };
        registry.addCommand(std::move(command));
    }
}

void addLooks(base::Registry &registry, MainWindow &window)
{
    struct Look
    {
        const char *name;
        const char *title;
        base::ThemeChoice choice;
    };
    static constexpr std::array looks{Look{"theme-light", QT_TRANSLATE_NOOP("shell::MainWindow", "Theme: light"), base::ThemeChoice::Light},
                                      Look{"theme-dark", QT_TRANSLATE_NOOP("shell::MainWindow", "Theme: dark"), base::ThemeChoice::Dark},
                                      Look{"theme-system", QT_TRANSLATE_NOOP("shell::MainWindow", "Theme: as the system"), base::ThemeChoice::System}};
    for (const Look &look : looks)
        registry.addCommand(Command::make(QString::fromLatin1(look.name), {"shell::MainWindow", look.title}, {}, [&window, choice = look.choice] {
            base::Appearance appearance = base::Appearance::of(window.clusters().settings());
            appearance.theme = choice;
            appearance.remember(window.clusters().settings());
            base::Theme::instance().apply(choice);
        }));
    registry.addCommand(Command::make(QStringLiteral("full-screen"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Full screen on or off")}, Qt::Key_F11,
                                      [&window] { window.setWindowState(window.windowState() ^ Qt::WindowFullScreen); }));
    registry.addCommand(Command::make(QStringLiteral("quit"), {"shell::MainWindow", QT_TRANSLATE_NOOP("shell::MainWindow", "Quit")}, Qt::CTRL | Qt::Key_Q,
                                      [&window] { window.close(); }));
}

} // namespace

void addCommands(base::Registry &registry, MainWindow &window)
{
    addPageCommands(registry, window);
    addNoticeCommand(registry, window);
    addClusterCommands(registry, window);
    addClusterPlaces(registry, window);
    addLooks(registry, window);
}

} // namespace shell
