#include "House.h"
#include "tests/support/Folders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace house;

// The includes of this repository follow the arrows of its layer() lines; and if they did not, this would show it.
class ArrowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisHouseKeepsItsArrowsAndDoors();
    void theseArrowsPointDownAndNeverInACircle();
    void arrowsThatPointUpOrInACircleAreReported();
    void aPlantedIncludeIsReported_data();
    void aPlantedIncludeIsReported();
};

namespace {

std::string readFile(const std::string &path)
{
    std::ifstream stream(path);
    return { std::istreambuf_iterator<char>(stream), {} };
}

Arrows realArrows() { return readArrows(readFile(folders::build("layers.txt"))); }

QByteArray joined(const Violations &violations)
{
    std::string text;
    for (const auto &violation : violations)
        text += violation + "\n";
    return QByteArray::fromStdString(text);
}

const char *const plantedLayers = "models/base:  | Qt6::Core\n"
                                  "models/text: models/base | yaml-cpp\n"
                                  "models/http: models/base | CURL::libcurl\n"
                                  "models/kube: models/http | \n"
                                  "widgets/table: models/kube | Qt6::Widgets\n"
                                  "app/headless: models/kube | \n"
                                  "app: app/headless widgets/table | \n";

} // namespace

void ArrowsTest::thisHouseKeepsItsArrowsAndDoors()
{
    QVERIFY(realArrows().count("models/base"));
    QCOMPARE(joined(badIncludes(folders::source(""), realArrows())), QByteArray());
}

void ArrowsTest::theseArrowsPointDownAndNeverInACircle() { QCOMPARE(joined(badArrows(realArrows())), QByteArray()); }

void ArrowsTest::arrowsThatPointUpOrInACircleAreReported()
{
    QCOMPARE(joined(badArrows(readArrows(plantedLayers))), QByteArray());
    QCOMPARE(joined(badArrows(readArrows("models/a: models/b |\nmodels/b: models/a |\n"))),
             QByteArray("models/a is part of a circle\nmodels/b is part of a circle\n"));
    QCOMPARE(joined(badArrows(readArrows("models/a: widgets/b |\nwidgets/b: |\n"))),
             QByteArray("models/a uses widgets/b, which lies above it\n"));
    QCOMPARE(badArrows(readArrows("models/demo: models/kube |\nmodels/kube: |\n")).size(), std::size_t(1));
}

void ArrowsTest::aPlantedIncludeIsReported_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("report"); // empty: it is allowed

    const auto row = [](const char *name, const char *file, const char *line, const char *report) {
        QTest::newRow(name) << std::string(file) << std::string(line) << std::string(report);
    };
    row("own layer", "models/text/A.cpp", "#include \"models/text/Yaml.h\"", "");
    row("along an arrow", "models/text/A.cpp", "#include \"models/base/Result.h\"", "");
    row("a folder inside a layer", "models/text/tables/A.inc", "#include \"models/text/Yaml.h\"", "");
    row("what moc made", "models/base/A.cpp", "#include \"A.moc\"", "");
    row("only in a comment", "models/base/A.cpp", "// #include \"models/kube/Api.h\"", "");
    row("no arrow", "models/http/A.cpp", "#include \"models/text/Yaml.h\"", "does not use models/text");
    row("spaces", "models/http/A.cpp", "  # include  \"models/text/Yaml.h\"", "does not use models/text");
    row("two arrows away", "models/kube/A.h", "#include \"models/base/Result.h\"", "does not use models/base");
    row("upwards", "models/kube/A.cpp", "#include \"widgets/table/Table.h\"", "does not use widgets/table");
    row("relative", "models/kube/A.cpp", "#include \"../text/Yaml.h\"", "no path into a layer");
    row("no layer", "models/lost/A.cpp", "#include <vector>", "belongs to no layer");
    row("door", "models/http/A.cpp", "#include <curl/curl.h>", "");
    row("past the door", "models/kube/A.cpp", "#include <curl/curl.h>", "past its door models/http");
    row("past another", "models/http/A.h", "#include <yaml-cpp/yaml.h>", "past its door models/text");
    row("nobody's", "models/http/A.cpp", "#include <QNetworkAccessManager>", "past its door");
    row("charts", "widgets/table/A.cpp", "#include <QtCharts/QChart>", "past its door widgets/charts");
    row("a widget in a model", "models/base/A.cpp", "#include <QtWidgets/QLabel>", "models draw nothing");
    row("its short name", "models/base/A.cpp", "#include <QPixmap>", "models draw nothing");
    row("Qt's core in a model", "models/base/A.cpp", "#include <QString>", "");
    row("a widget", "widgets/table/A.cpp", "#include <QLabel>", "");
}

void ArrowsTest::aPlantedIncludeIsReported()
{
    QFETCH(std::string, file);
    QFETCH(std::string, line);
    QFETCH(std::string, report);
    const QTemporaryDir tree;
    const std::filesystem::path path = tree.path().toStdString() + "/" + file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << "#pragma once\n" << line << "\n";

    const auto found = badIncludes(tree.path().toStdString(), readArrows(plantedLayers));

    QCOMPARE(found.size(), std::size_t(report.empty() ? 0 : 1));
    if (!report.empty())
        QVERIFY2(startsWith(found[0], file + ":2: ") && found[0].find(report) != std::string::npos, found[0].c_str());
}

QTEST_APPLESS_MAIN(ArrowsTest)
#include "ArrowsTest.moc"
