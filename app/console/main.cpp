#include "app/headless/Run.h"
#include "models/platform/ProgramStart.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <iostream>

namespace {

constexpr int NotStarted = 1;

/// The program beside this one that has the window; the console is free again at once.
int startWindow(int &count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/wheelhouse.exe");
    if (QProcess::startDetached(program, QCoreApplication::arguments().mid(1)))
        return 0;
    std::cerr << "cannot start " << QDir::toNativeSeparators(program).toStdString() << '\n';
    return NotStarted;
}

} // namespace

/// The program for a console: everything that needs no window.
int main(int argc, char **argv)
{
    platform::ProgramStart start(argc, argv);
    headless::Invocation invocation;
    const std::optional<int> exitCode = headless::run(start.count(), start.arguments(), invocation);
    return start.end(exitCode ? *exitCode : startWindow(start.count(), start.arguments()));
}
