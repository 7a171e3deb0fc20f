#pragma once

#include "app/headless/CommandLine.h"

/// The program with a window.
class Application
{
public:
    /// Shows the window until it is closed; returns the exit code. What is not built or makes no sense is refused before.
    static int run(int &argc, char **argv, const headless::Invocation &invocation);
};
