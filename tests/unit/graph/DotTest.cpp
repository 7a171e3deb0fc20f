#include "models/graph/Dot.h"

#include "tests/unit/graph/Samples.h"

#include <QtTest>

using namespace graph;

class DotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallDrawingIsWrittenByteForByte()
    {
        Drawing drawing;
        drawing.title = "t";
        drawing.boxes.push_back({"sa", 0, "front", "ServiceAccount", Tone::Accent, true, {.onPath = true}, {}});
        drawing.boxes.push_back({"role", 1, "view", "ClusterRole", Tone::Role, false, {.clusterWide = true, .unknown = true}, {}});
        drawing.boxes.push_back({"may", 2, "May do", "", Tone::Neutral, false, {},
                                 Matrix{{"get", "list"}, {{"pods", {Matrix::Cell::Yes, Matrix::Cell::NamedOnly}}, {"none", {}}}, "here"}});
        drawing.lines.push_back({"sa", "role", "subject", Tone::Binding, {.onPath = true}, {}});
        drawing.lines.push_back({"role", "may", "", Tone::Role, {}, 0});
        drawing.lines.push_back({"role", "sa", "", Tone::Role, {.implied = true, .dangling = true}, {}});
        QCOMPARE(writeDot(drawing), samples::file("small.dot"));
    }

    void hostileWordsStayInTheirQuotes()
    {
        Drawing drawing;
        drawing.title = "\"; a -> b; \"";
        drawing.boxes.push_back({"x\\\"\\", 0, "back\\slash\nnew \\N line\x1b[0m", "", Tone::Neutral, false, {}, {}});
        QCOMPARE(writeDot(drawing), samples::file("hostile.dot"));
    }
};

QTEST_APPLESS_MAIN(DotTest)
#include "DotTest.moc"
