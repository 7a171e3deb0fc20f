// The program without its window: what its verbs do, from a third of the libraries. It starts in a fraction of the time.

#include "app/headless/Run.h"

int main(int argc, char **argv)
{
    headless::Invocation invocation;
    return headless::run(argc, argv, invocation).value_or(2);
}
