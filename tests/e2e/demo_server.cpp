#include "models/demo/DemoServer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

// Serves the demo cluster until it is killed: demo_server DATA-FOLDER KUBECONFIG-TO-WRITE [--still]. Prints the path of the kubeconfig.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    demo::Options options;
    options.dataFolder = arguments[1].toStdString();
    options.kubeconfigFile = QFileInfo(arguments[2]).absoluteFilePath().toStdString();
    options.isLiving = !arguments.contains(QStringLiteral("--still"));
    demo::DemoServer server(base::Clock::system(), options);
    const auto access = server.start();
    if (!access) {
        std::fprintf(stderr, "%s\n", access.error().message.c_str());
        return 1;
    }
    std::printf("%s\n", options.kubeconfigFile.c_str());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
