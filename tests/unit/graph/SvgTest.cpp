#include "models/graph/Svg.h"

#include "models/graph/TextWidth.h"
#include "tests/unit/graph/Samples.h"

#include <QtTest>
#include <QXmlStreamReader>

using namespace graph;

namespace {

std::string svgOf(const Drawing &drawing, const Palette &palette = Palette::light())
{
    return writeSvg(drawing, layOut(graphOf(drawing)), palette);
}

/// All words of a document, each text element in brackets; or what is wrong with it.
QString wordsIn(const std::string &svg)
{
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    QString words;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
            words += u'[' + reader.readElementText() + u']';
    return reader.hasError() ? reader.errorString() : words;
}

Drawing oneBox(const Marks &marks)
{
    Drawing drawing;
    drawing.boxes.push_back({"a", 0, "one", "Role · shop", Tone::Role, false, marks, {}});
    return drawing;
}

Drawing small()
{
    Drawing drawing;
    drawing.title = "Who <reads>";
    drawing.headings = {{0, "Identity"}, {1, "Roles"}};
    drawing.boxes.push_back({"sa", 0, "front", "ServiceAccount", Tone::Accent, true, {.onPath = true}, {}});
    drawing.boxes.push_back({"role", 1, "view", "ClusterRole", Tone::Role, false, {.clusterWide = true}, {}});
    drawing.lines.push_back({"sa", "role", "subject", Tone::Binding, {.onPath = true}, {}});
    return drawing;
}

} // namespace

class SvgTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallDrawingIsWrittenByteForByte()
    {
        QCOMPARE(svgOf(small()), samples::file("small.svg"));
    }

    void eachMarkHasAShapeAndAWord_data()
    {
        QTest::addColumn<int>("mark");
        QTest::addColumn<std::string>("shape");
        QTest::addColumn<std::string>("word");
        const auto row = [](const char *name, int mark, const char *shape, const char *word) {
            QTest::newRow(name) << mark << std::string(shape) << std::string(word);
        };
        row("dashed", 0, "stroke-dasharray=\"5 4\"", "implied by the server");
        row("double", 1, "<rect x=\"3\" y=\"3\"", "cluster-wide");
        row("dotted", 2, "stroke-dasharray=\"1 4\"", "dangling");
        row("hatched", 3, "M7 0 L0 7", "unknown");
        row("thick", 4, "stroke-width=\"2.4\"", "on the path");
        row("corner", 5, ">!</text>", "risk");
        row("lock", 6, "a2.5 2.5", "confirmed by the server");
    }

    void eachMarkHasAShapeAndAWord()
    {
        QFETCH(int, mark);
        QFETCH(std::string, shape);
        QFETCH(std::string, word);
        Marks marks;
        bool *const all[] = {&marks.implied, &marks.clusterWide, &marks.dangling, &marks.unknown, &marks.onPath, &marks.risk,
                             &marks.confirmed};
        QVERIFY(svgOf(oneBox(marks)).find(shape) == std::string::npos);
        QVERIFY(svgOf(oneBox(marks)).find(word) == std::string::npos);
        *all[mark] = true;
        QVERIFY2(svgOf(oneBox(marks)).find(shape) != std::string::npos, svgOf(oneBox(marks)).c_str());
        QVERIFY(svgOf(oneBox(marks)).find(", " + word + "</title>") != std::string::npos);
    }

    void identitiesAreRounded()
    {
        Drawing drawing = oneBox({});
        const std::string square = svgOf(drawing);
        drawing.boxes[0].rounded = true;
        QVERIFY(square.find("rx=\"5\"") != std::string::npos);
        QVERIFY(svgOf(drawing).find("rx=\"14.67\"") != std::string::npos);
    }

    void theWholePictureHoldsAllItsWords()
    {
        const QString words = wordsIn(svgOf(samples::access()));
        for (const char *word : {"[Pods]", "[May do]", "[+ 1 more pod]", "[system:discovery +2]", "[subject]", "[workflows]", "[watch]",
                                 "[(✓)]", "[?]", "[in kubeflow only · nothing cluster-wide]", "[RoleBinding · kubeflow]"})
            QVERIFY2(words.contains(QString::fromUtf8(word)), qPrintable(QString::fromUtf8(word) + words));
    }

    void hostileWordsStayWords()
    {
        Drawing drawing = oneBox({});
        const std::string hostile = "</text><script>alert(\"1\")</script>&amp;\x1b[31m\xff\x01";
        drawing.title = drawing.boxes[0].title = drawing.boxes[0].caption = drawing.boxes[0].id = hostile;
        drawing.headings = {{0, hostile}};
        drawing.boxes[0].matrix = Matrix{{hostile}, {{hostile, {Matrix::Cell::Yes}}}, hostile};
        drawing.lines.push_back({hostile, hostile, hostile, Tone::Neutral, {}, {}});
        const std::string svg = svgOf(drawing);
        QVERIFY(svg.find("<script") == std::string::npos);
        QVERIFY(wordsIn(svg).contains(QStringLiteral("[</text><script>alert(\"1\")</script>&amp;\uFFFD]")));
    }

    void coloursComeFromThePalette()
    {
        const std::string light = svgOf(samples::access());
        std::string dark = svgOf(samples::access(), Palette::dark());
        QVERIFY(light != dark);
        for (const std::string &colour : {Palette::light().background, Palette::light().text, Palette::light().binding})
            QVERIFY(light.find(colour) != std::string::npos && dark.find(colour) == std::string::npos);
    }

    void boxesOfAColumnAreEquallyWide()
    {
        const Layout layout = layOut(graphOf(samples::access()));
        for (const Place &place : layout.places)
            for (const Strip &strip : layout.strips)
                if (strip.column == place.column)
                    QCOMPARE(place.width, strip.width);
    }

    void aLineGoesToItsRowOfTheMatrix()
    {
        const Drawing drawing = samples::access();
        const Layout layout = layOut(graphOf(drawing));
        const Place &matrix = *layout.find("may");
        const double head = metricsOf(*drawing.boxes.back().matrix).headHeight;
        QCOMPARE(layout.routes.back().points.back().y, matrix.y + head + 3.5 * MatrixMetrics::RowHeight);
    }

    void aNoteIsHardlyWiderThanItsTable()
    {
        Matrix matrix{{"get"}, {{"pods", {Matrix::Cell::Yes}}}, ""};
        const MatrixMetrics bare = metricsOf(matrix);
        matrix.note = "in the whole cluster · 3 more rows are not shown · 18 rows everybody has · in namespace shop";
        const MatrixMetrics noted = metricsOf(matrix);
        QVERIFY(noted.note.size() > 1 && noted.width < textWidth(matrix.note, 11.5));
        QCOMPARE(noted.height, bare.height + MatrixMetrics::RowHeight + static_cast<double>(noted.note.size() - 1) * MatrixMetrics::NoteHeight);
        std::string whole;
        for (const std::string &line : noted.note)
            whole += (whole.empty() ? "" : " · ") + line;
        QCOMPARE(whole, matrix.note);
    }

    void longNamesAreShortenedInTheMiddle()
    {
        QCOMPARE(shortened("short", 12, 100), std::string("short"));
        const std::string text = shortened("ml-pipeline-ui-7c9f8d5b4-x2k4q", 12, 120);
        QVERIFY(text.starts_with("ml-p") && text.ends_with("k4q") && text.find("…") != std::string::npos);
        QVERIFY(textWidth(text, 12) <= 120);
        const std::string korean = shortened("아주아주아주아주긴이름", 12, 60);
        QVERIFY(korean.starts_with("아") && korean.ends_with("름"));
        QCOMPARE(shortened("wide", 12, 1), std::string("…"));
        QCOMPARE(textWidth("", 12), 0.0);
    }
};

QTEST_APPLESS_MAIN(SvgTest)
#include "SvgTest.moc"
