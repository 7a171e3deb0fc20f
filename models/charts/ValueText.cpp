#include "models/charts/ValueText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace charts {

namespace {

/// A size from which on values are told in it.
struct Scale
{
    double size;
    const char *suffix;
};

constexpr double Ki = 1024, Mi = Ki * Ki, Gi = Mi * Ki, Ti = Gi * Ki, Pi = Ti * Ki;
constexpr std::array bytes{Scale{Pi, " PiB"}, Scale{Ti, " TiB"}, Scale{Gi, " GiB"}, Scale{Mi, " MiB"}, Scale{Ki, " KiB"}, Scale{1, " B"}};
constexpr std::array bytesPerSecond{Scale{Pi, " PiB/s"}, Scale{Ti, " TiB/s"}, Scale{Gi, " GiB/s"}, Scale{Mi, " MiB/s"}, Scale{Ki, " KiB/s"}, Scale{1, " B/s"}};
constexpr std::array cores{Scale{1, ""}, Scale{1e-3, "m"}};
constexpr std::array ratio{Scale{1e-2, " %"}};
constexpr std::array seconds{Scale{86400, " d"}, Scale{3600, " h"}, Scale{60, " min"}, Scale{1, " s"}, Scale{1e-3, " ms"}, Scale{1e-6, " µs"}};
constexpr std::array count{Scale{1e12, "T"}, Scale{1e9, "G"}, Scale{1e6, "M"}, Scale{1e4, "k"}, Scale{1, ""}};
constexpr std::array perSecond{Scale{1e12, "T/s"}, Scale{1e9, "G/s"}, Scale{1e6, "M/s"}, Scale{1e3, "k/s"}, Scale{1, "/s"}};

std::span<const Scale> scalesOf(Unit unit)
{
    switch (unit) {
    case Unit::Cores: return cores;
    case Unit::Bytes: return bytes;
    case Unit::BytesPerSecond: return bytesPerSecond;
    case Unit::Ratio: return ratio;
    case Unit::Seconds: return seconds;
    case Unit::Count: return count;
    case Unit::PerSecond: return perSecond;
    }
    return count;
}

/// The largest that is not above the value; "10k" stands for 10 000 although k is a thousand.
Scale scaleFor(Unit unit, double value)
{
    const std::span<const Scale> scales = scalesOf(unit);
    const auto fitting = std::ranges::find_if(scales, [&](const Scale &scale) { return std::abs(value) >= scale.size * (1 - 1e-9); });
    Scale scale = fitting != scales.end() ? *fitting : scales.back();
    if (unit == Unit::Count && scale.size == 1e4)
        scale.size = 1e3;
    return scale;
}

std::string fixed(double value, int decimals)
{
    std::array<char, 64> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    if (error != std::errc())
        return "–";
    std::string_view written(text.data(), static_cast<std::size_t>(end - text.data()));
    if (written.find('.') != std::string_view::npos) {
        written.remove_suffix(written.size() - 1 - written.find_last_not_of('0'));
        written.remove_suffix(written.back() == '.' ? 1 : 0);
    }
    return written == "-0" ? "0" : std::string(written);
}

int decimalsForThreeDigits(double value)
{
    const double size = std::abs(value);
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
}

/// Zero has no size of its own: it is told in the plain unit.
std::string_view zeroSuffix(Unit unit)
{
    switch (unit) {
    case Unit::Bytes: return " B";
    case Unit::BytesPerSecond: return " B/s";
    case Unit::Ratio: return " %";
    case Unit::Seconds: return " s";
    case Unit::PerSecond: return "/s";
    default: return {};
    }
}

/// As many as the scaled step has, at most three.
int decimalsOf(double step)
{
    for (int decimals = 0; decimals < 3; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6)
            return decimals;
    }
    return 3;
}

} // namespace

std::string valueText(Unit unit, double value)
{
    if (!std::isfinite(value))
        return "–";
    if (value == 0)
        return "0" + std::string(zeroSuffix(unit));
    const Scale scale = scaleFor(unit, value);
    const double scaled = value / scale.size;
    const std::string text = fixed(scaled, decimalsForThreeDigits(scaled));
    return text == "0" ? (value > 0 ? "<0.01" : ">-0.01") + std::string(scale.suffix) : text + scale.suffix;
}

std::string tickText(Unit unit, double value, double step)
{
    if (std::abs(value) < std::abs(step) * 1e-6)
        return "0";
    Scale scale = scaleFor(unit, value);
    if (unit == Unit::Count && step >= 1e3 && scale.size == 1)
        scale = {1e3, "k"};     // beside "10k"
    return fixed(value / scale.size, decimalsOf(step / scale.size)) + scale.suffix;
}

} // namespace charts
