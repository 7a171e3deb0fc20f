// What people do in the window, told on two real clusters: window_stories [STORY] [QtTest arguments].
// Environment: FIRST and SECOND, folders of tests/controlplane/cluster.sh; CONTROLPLANE, the folder of that script; KUBECTL; PYTHON; ROWS, of a
// large table. The display is a real one; the driver starts Xvfb.

#include "tests/e2e/stories/AccessStories.h"
#include "tests/e2e/stories/AccountStories.h"
#include "tests/e2e/stories/CatalogStories.h"
#include "tests/e2e/stories/ClusterStories.h"
#include "tests/e2e/stories/LargeTableStories.h"
#include "tests/e2e/stories/RiskStories.h"
#include "tests/e2e/stories/SwitchingStories.h"
#include "tests/e2e/stories/ViewAsStories.h"
#include "tests/e2e/stories/WhatIfStories.h"

#include <QApplication>

namespace {

/// All of them, or the one that is named.
template<typename Stories>
int tell(int argc, char **argv)
{
    Stories stories;
    const bool isNamed = argc > 1 && *argv[1] != '-';
    if (isNamed && stories.metaObject()->indexOfSlot(QByteArray(argv[1]) + "()") < 0)
        return 0;
    return QTest::qExec(&stories, argc, argv);
}

} // namespace

/// The large table stays in its cluster, so it comes last.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    int failed = 0;
    for (const auto stories : {tell<stories::CatalogStories>, tell<stories::ClusterStories>, tell<stories::AccessStories>, tell<stories::AccountStories>, tell<stories::RiskStories>,
                               tell<stories::WhatIfStories>, tell<stories::SwitchingStories>, tell<stories::ViewAsStories>, tell<stories::LargeTableStories>})
        failed += stories(argc, argv);
    return failed;
}
