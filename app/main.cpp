#include "app/Application.h"
#include "app/headless/Run.h"

int main(int argc, char **argv)
{
    return argc > 1 ? headless::run(argc, argv) : Application::run(argc, argv);
}
