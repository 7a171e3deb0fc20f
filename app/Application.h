#pragma once

// The program with a window.
class Application
{
public:
    // Shows the main window until it is closed; returns the exit code. Says on standard output which verbs need no window.
    static int run(int &argc, char **argv);
};
