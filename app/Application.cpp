#include "app/Application.h"

#include <QApplication>
#include <QMainWindow>
#include <QTextStream>

int Application::run(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("wheelhouse"));
    QApplication::setApplicationVersion(QStringLiteral(WHEELHOUSE_VERSION));

    QTextStream(stdout) << "Verbs that need no window: contexts, get. `wheelhouse --help` tells more." << Qt::endl;

    QMainWindow window;
    window.setWindowTitle(tr("Wheelhouse"));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
