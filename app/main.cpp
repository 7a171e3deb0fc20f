#include "app/Application.h"
#include "app/headless/Run.h"
#include "models/platform/ProgramStart.h"

int main(int argc, char **argv)
{
    platform::ProgramStart start(argc, argv);
    headless::Invocation invocation;
    const std::optional<int> exitCode = headless::run(start.count(), start.arguments(), invocation);
    return start.end(exitCode ? *exitCode : Application::run(start.count(), start.arguments(), invocation));
}
