#include "widgets/table/GaugePainter.h"

#include "tests/widgets/table/Grid.h"
#include "widgets/table/CellLook.h"

#include <QPainter>
#include <QTest>

using namespace table;
using base::Meaning;

namespace {

constexpr QRect cell(10, 0, 100, rowHeight);
constexpr int onBar = rowHeight - 3;

QImage painted(const tables::Gauge &gauge)
{
    QImage image(120, rowHeight, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    paintGauge(painter, cell, gauge);
    return image;
}

QColor colorOf(Meaning meaning) { return QColor(base::Theme::instance().color(meaning).rgb()); }

/// Half of what is allowed is used, a quarter was requested.
class Halves final : public tables::AddedCells
{
public:
    kinds::Health meaning = kinds::Health::NotTold;

    const std::vector<tables::AddedColumn> &columns() const override
    {
        static const std::vector<tables::AddedColumn> all{{"CPU", "CPU", true, true, {}, true}, {"Plain", "Plain", true, true, {}}};
        return all;
    }
    void want(const std::vector<char> &) override { }
    void read(std::string_view, std::vector<std::string> &texts) const override { texts.insert(texts.end(), {"50m", "1"}); }
    std::string explain(const tables::ListedRow &, std::size_t) const override { return {}; }
    std::optional<tables::Gauge> gauge(const tables::ListedRow &row, std::size_t) const override
    {
        return row.key() == "team-a/web-0" ? std::optional(tables::Gauge{0.5, 0.25, 1.0, meaning}) : std::nullopt;
    }
};

} // namespace

/// The bar below a number: how much is used, and marks for what was requested and what is allowed.
class GaugeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBarIsAsLongAsWhatIsUsed()
    {
        const QImage image = painted({0.25});
        QCOMPARE(image.pixelColor(11, onBar), colorOf(Meaning::Accent));
        QCOMPARE(image.pixelColor(33, onBar), colorOf(Meaning::Accent));
        QCOMPARE(image.pixelColor(36, onBar), colorOf(Meaning::Border));
        QCOMPARE(image.pixelColor(109, onBar), colorOf(Meaning::Border));
        QCOMPARE(image.pixelColor(111, onBar), QColor(Qt::magenta));
        QCOMPARE(image.pixelColor(30, 10), QColor(Qt::magenta));
    }

    void moreThanEverythingFillsTheBarAndNothingIsEmpty()
    {
        QCOMPARE(painted({3.5}).pixelColor(109, onBar), colorOf(Meaning::Accent));
        QCOMPARE(painted({0}).pixelColor(10, onBar), colorOf(Meaning::Border));
        QCOMPARE(painted({0.0001}).pixelColor(10, onBar), colorOf(Meaning::Accent));
    }

    void marksStandOverTheBarInsideOfIt()
    {
        const QImage image = painted({0.1, 0.5, 1.0, kinds::Health::Failing});
        QCOMPARE(image.pixelColor(11, onBar), colorOf(Meaning::Error));
        QCOMPARE(image.pixelColor(60, onBar), colorOf(Meaning::Secondary));
        QCOMPARE(image.pixelColor(60, onBar - 3), colorOf(Meaning::Secondary));
        QCOMPARE(image.pixelColor(109, onBar - 4), colorOf(Meaning::Text));
        QCOMPARE(image.pixelColor(111, onBar), QColor(Qt::magenta));
    }

    void aNumberThatMeansSomethingSaysSoWithASignAndAColour()
    {
        Halves halves;
        halves.meaning = kinds::Health::NotReady;
        Fixture f(1);
        f.model.setAdded({&halves});
        CellLook look;
        readCell(f.model, 0, static_cast<int>(f.model.source().columnNamed("CPU").value()), f.model.now(), look);
        QCOMPARE(look.color, Meaning::Warning);
        QCOMPARE(QString::fromStdString(look.text), base::Theme::sign(Meaning::Warning) + QStringLiteral(" 50m"));
    }

    void aTableShowsItWhereAFeatureTellsOne()
    {
        Halves halves;
        Fixture f(2);
        f.model.setAdded({&halves});
        const int column = static_cast<int>(f.model.source().columnNamed("CPU").value());
        const auto hasBar = [&](int row, int at) {
            const QRect place = f.view.cellRect(row, at);
            const QImage image = f.view.viewport()->grab().toImage();
            for (int x = place.left() + 1; x < place.right(); ++x)
                if (image.pixelColor(x, place.top() + onBar) == colorOf(Meaning::Accent))
                    return true;
            return false;
        };
        QVERIFY(hasBar(0, column));
        QVERIFY(!hasBar(1, column));
        QVERIFY(!hasBar(0, column + 1));
        QVERIFY(f.view.cellRect(0, column).width() >= GaugeWidth);
    }
};

QTEST_MAIN(GaugeTest)
#include "GaugeTest.moc"
