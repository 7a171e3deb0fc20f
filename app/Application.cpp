#include "app/Application.h"

#include "widgets/shell/MainWindow.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>

int Application::run(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("wheelhouse"));
    QApplication::setApplicationVersion(QStringLiteral(WHEELHOUSE_VERSION));

    QTextStream(stdout) << "Verbs that need no window: contexts, get. `wheelhouse --help` tells more." << Qt::endl;

    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/wheelhouse.svg")));
    shell::MainWindow window;
    window.show();
    return QApplication::exec();
}
