#include "models/disk/KubeletSettings.h"

#include "models/text/Duration.h"
#include "models/text/Json.h"
#include "models/text/Numbers.h"
#include "models/text/Quantity.h"

#include <array>
#include <limits>

namespace disk {

using text::Value;

namespace {

constexpr std::array<std::string_view, 6> signals{"nodefs.available", "nodefs.inodesFree", "imagefs.available", "imagefs.inodesFree", "containerfs.available", "containerfs.inodesFree"};

constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();

std::optional<std::int64_t> numberOf(const Value &value)
{
    const std::int64_t number = value.type() == Value::Type::Number ? value.asInteger(none) : none;
    return number == none ? std::nullopt : std::optional(number);
}

std::optional<std::int64_t> percentOf(const Value &value)
{
    const auto number = numberOf(value);
    return number && *number >= 0 && *number <= 100 ? number : std::nullopt;
}

void addEvictions(const Value &settings, const Value &graces, EvictionSetting::Kind kind, std::vector<EvictionSetting> &out)
{
    for (const std::string_view signal : signals)
        if (const Value *value = settings.find(signal); value && value->isString())
            out.push_back({kind, std::string(signal), value->text(), graces[signal].text()});
}

/// In single precision, as the kubelet keeps a percentage.
std::optional<float> fractionOf(const std::string &percent)
{
    const auto number = text::parseDouble(std::string_view(percent).substr(0, percent.size() - 1));
    return number && *number > 0 && *number < 100 ? std::optional(static_cast<float>(*number) / 100) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> EvictionSetting::limitOf(std::int64_t whole) const
{
    if (value.ends_with('%')) {
        const auto fraction = fractionOf(value);
        return fraction ? std::optional(static_cast<std::int64_t>(static_cast<double>(whole) * static_cast<double>(*fraction))) : std::nullopt;
    }
    const auto quantity = text::Quantity::parse(value);
    return quantity && quantity->sign() > 0 ? std::optional(quantity->value()) : std::nullopt;
}

bool KubeletSettings::collectsWhenFull() const
{
    const auto oldest = text::parseDuration(maximumAge);
    return highPercent && (*highPercent < 100 || (oldest && oldest->count() != 0));
}

base::Result<KubeletSettings> readConfigz(std::string_view json)
{
    const auto value = text::parseJson(json);
    if (!value)
        return value.error();
    const Value &config = (*value)["kubeletconfig"];
    if (!config.isMap())
        return base::makeError(base::ErrorKind::BadInput, "the kubelet's answer holds no configuration");
    KubeletSettings out;
    out.highPercent = percentOf(config["imageGCHighThresholdPercent"]);
    out.lowPercent = percentOf(config["imageGCLowThresholdPercent"]);
    out.minimumAge = config["imageMinimumGCAge"].text();
    out.maximumAge = config["imageMaximumGCAge"].text();
    addEvictions(config["evictionHard"], Value(), EvictionSetting::Kind::Hard, out.evictions);
    addEvictions(config["evictionSoft"], config["evictionSoftGracePeriod"], EvictionSetting::Kind::Soft, out.evictions);
    out.mostImages = numberOf(config["nodeStatusMaxImages"]);
    out.largestLog = config["containerLogMaxSize"].text();
    out.logFiles = numberOf(config["containerLogMaxFiles"]);
    out.logFolder = config["podLogsDir"].text();
    return out;
}

std::int64_t percentOf(std::int64_t whole, std::int64_t percent)
{
    return whole / 100 * percent + whole % 100 * percent / 100;
}

} // namespace disk
