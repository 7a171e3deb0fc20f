#include "widgets/base/SeriesColors.h"

#include "widgets/base/Theme.h"

#include <array>

namespace base {

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
};

/// Found from the colours of Okabe and Ito by making the most alike pair, to any eyes, as different as it could be.
constexpr std::array<Shades, SeriesColorCount> shades{{
    {0xff0072b2, 0xff56b4e9},   // blue
    {0xffe32b00, 0xffe78528},   // vermilion
    {0xff04a573, 0xff2fe89c},   // green
    {0xff923955, 0xffdc9db6},   // wine
    {0xff8e8b29, 0xfff2dc5b},   // yellow
    {0xff254123, 0xffe7fef0},   // ink
    {0xff5a96b3, 0xff7280a8},   // slate
}};

} // namespace

QColor seriesColor(int number)
{
    const Shades &pair = shades[static_cast<std::size_t>(number < 0 ? 0 : number % SeriesColorCount)];
    return QColor::fromRgb(Theme::instance().isDark() ? pair.dark : pair.light);
}

} // namespace base
