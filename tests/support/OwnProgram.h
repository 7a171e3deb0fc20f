#pragma once

#include "models/platform/ProgramStart.h"

#include <QCoreApplication>
#include <QTest>

#include <cstring>

namespace support {

/// What a test starts as another program is the test itself, with this word and what the child shall do: it is there on every system.
inline constexpr const char *asChild = "--as-child";

inline std::string ownProgram() { return QCoreApplication::applicationFilePath().toStdString(); }

/// main() of such a test. The child gets the arguments behind the word; its answer is the exit code.
template<typename Test>
int runTestOrChild(int argc, char **argv, int (*child)(char **words))
{
    platform::ProgramStart start(argc, argv);
    if (start.count() > 2 && std::strcmp(start.arguments()[1], asChild) == 0)
        return child(start.arguments() + 2);
    QCoreApplication application(start.count(), start.arguments());
    Test test;
    return QTest::qExec(&test, start.count(), start.arguments());
}

} // namespace support
