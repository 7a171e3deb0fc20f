#include "app/Application.h"
#include "app/headless/Run.h"

int main(int argc, char **argv)
{
    const std::optional<int> exitCode = headless::run(argc, argv);
    return exitCode ? *exitCode : Application::run(argc, argv);
}
