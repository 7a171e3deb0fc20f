#include "app/Application.h"
#include "app/headless/Run.h"

int main(int argc, char **argv)
{
    headless::Invocation invocation;
    const std::optional<int> exitCode = headless::run(argc, argv, invocation);
    return exitCode ? *exitCode : Application::run(argc, argv, invocation);
}
