#include "app/Application.h"

#include "app/Features.h"
#include "app/Launch.h"
#include "app/Screenshot.h"
#include "app/WindowStart.h"
#include "app/headless/Cluster.h"
#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/platform/EarlyFonts.h"
#include "models/platform/Paths.h"
#include "widgets/base/Appearance.h"
#include "widgets/base/KindWords.h"
#include "widgets/base/Theme.h"
#include "widgets/base/Trace.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/WindowMemory.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

#include <optional>

namespace {

constexpr int Misused = 2;

void translate(QApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    for (const auto &[name, folder] : {std::pair(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
                                       std::pair(QStringLiteral("wheelhouse"), QStringLiteral(":/translations"))}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    }
    base::sayKindWords();
}

/// As the person chose it, but for what the command line says of this start.
base::Appearance appearanceOf(const headless::WindowFlags &flags, const settings::Settings &settings)
{
    base::Appearance appearance = base::Appearance::of(settings);
    if (!flags.theme.empty())
        appearance.theme = base::themeNamed(QString::fromStdString(flags.theme));
    if (!flags.language.empty())
        appearance.language = QString::fromStdString(flags.language);
    return appearance;
}

cluster::Network::Settings networkSettings(const headless::Invocation &invocation)
{
    cluster::Network::Settings settings;
    settings.stateFolder = platform::Paths::ofUser(invocation.dataFolder).state();
    settings.access = invocation.window.readOnly ? kube::Access::ReadOnly : kube::Access::ReadWrite;
    settings.trust = invocation.trustExec ? kube::ExecTrust::Scope::EverythingNow : kube::ExecTrust::Scope::Remembered;
    return settings;
}

/// Marks when the window was painted for the first time. What a start need not wait for comes after it.
class FirstPaint final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QMetaObject::invokeMethod(this, &FirstPaint::finish, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void finish()
    {
        base::Trace::instance().mark({"window-painted", {}, {}, 0});
        QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/wheelhouse.svg")));
    }
};

} // namespace

int Application::run(int &argc, char **argv, const headless::Invocation &invocation)
{
    base::Trace::instance().mark({"start", {}, {}, 0});
    base::Registry registry;
    const auto features = allFeatures();
    for (const auto &feature : features)
        feature->addTo(registry);
    const auto launch = launchOf(invocation, registry);
    if (!launch) {
        QTextStream(stderr) << QString::fromStdString(launch.error().message) << Qt::endl;
        return Misused;
    }

    std::optional<platform::EarlyFonts> fonts(std::in_place);
    QApplication application(argc, argv);
    fonts.reset();
    QApplication::setApplicationName(QStringLiteral("wheelhouse"));
    QApplication::setApplicationVersion(QStringLiteral(WHEELHOUSE_VERSION));
    base::EventLoopExecutor executor;
    cluster::Clusters clusters({headless::kubeConfigPlaces(invocation), {}, {}}, networkSettings(invocation), executor);
    if (launch->resetsLayout)
        shell::WindowMemory::forget(clusters.settings());
    const base::Appearance appearance = appearanceOf(invocation.window, clusters.settings());
    translate(application, appearance.language);
    base::Theme::instance().apply(appearance.theme);
    base::Trace::instance().watchStalls();

    WindowStart start(*launch, clusters);
    registry.addCommand(base::Command::make(QStringLiteral("demo"), {"Application", QT_TRANSLATE_NOOP("Application", "Show the demo cluster")}, {}, [&start] { start.startDemo(); }));
    shell::MainWindow window(clusters, registry);
    QObject::connect(&start, &WindowStart::failed, &window, &shell::MainWindow::tell);
    FirstPaint firstPaint;
    window.centralWidget()->installEventFilter(&firstPaint);
    std::optional<shell::WindowMemory> memory; // a picture's size is no place to come back to
    if (launch->screenshot.isEmpty()) {
        memory.emplace(window, clusters, launch->restores() ? shell::WindowMemory::Wish::Everything : shell::WindowMemory::Wish::PlaceOnly);
        memory->restorePlace();
    } else if (launch->size) {
        window.resize(*launch->size);
    }
    window.showCatalog(); // before it is shown, so that it is laid out once
    window.show();
    start.begin(window);
    if (memory)
        memory->restoreClusters();
    std::optional<Screenshot> screenshot;
    if (!launch->screenshot.isEmpty())
        screenshot.emplace(window, launch->screenshot, [&start] { return start.hasBegun(); });
    return QApplication::exec();
}
