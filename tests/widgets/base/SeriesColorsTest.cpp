#include "widgets/base/SeriesColors.h"

#include "widgets/base/Theme.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace base;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

double linear(double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); }
Triple linear(const QColor &color) { return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())}; }

Triple times(const Matrix &matrix, const Triple &value)
{
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * value[column];
    return result;
}

/// How people see who have no cones of one kind (Machado, Oliveira, Fernandes 2009), and everybody else.
constexpr Matrix everybody{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

/// CIE L*a*b*.
Triple lab(const Triple &rgb)
{
    constexpr Matrix toXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    const Triple xyz = times(toXyz, rgb);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const QColor &one, const QColor &other, const Matrix &eyes)
{
    const Triple a = lab(times(eyes, linear(one))), b = lab(times(eyes, linear(other)));
    return std::sqrt(std::pow(a[0] - b[0], 2) + std::pow(a[1] - b[1], 2) + std::pow(a[2] - b[2], 2));
}

double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) { const Triple rgb = linear(color); return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]; };
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

/// The colours of lines.
class SeriesColorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyCanTellAnyTwoApart_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::Light);
        QTest::newRow("dark") << int(ThemeChoice::Dark);
    }

    void everybodyCanTellAnyTwoApart()
    {
        QFETCH(int, choice);
        Theme::instance().apply(ThemeChoice(choice));
        for (const auto &[name, eyes] : {std::pair("everybody", everybody), std::pair("protan", protan), std::pair("deutan", deutan), std::pair("tritan", tritan)})
            for (int one = 0; one < SeriesColorCount; ++one)
                for (int other = 0; other < one; ++other) {
                    const double apart = difference(seriesColor(one), seriesColor(other), eyes);
                    QVERIFY2(apart > 15, qPrintable(QStringLiteral("%1: %2 and %3 differ by %4").arg(QString::fromUtf8(name)).arg(one).arg(other).arg(apart)));
                }
    }

    void eachStandsOutFromTheSurface()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            Theme::instance().apply(choice);
            for (int i = 0; i < SeriesColorCount; ++i)
                QVERIFY2(contrast(seriesColor(i), Theme::instance().color(Meaning::Surface)) >= 3, qPrintable(QString::number(i)));
        }
    }
};

QTEST_MAIN(SeriesColorsTest)
#include "SeriesColorsTest.moc"
