#include "widgets/table/PanelChoice.h"

#include "models/settings/Settings.h"

#include <algorithm>

namespace table {

namespace {

constexpr int Least = 160;
constexpr int Most = 4000;

} // namespace

PanelChoice PanelChoice::of(const settings::Settings &settings)
{
    PanelChoice choice;
    choice.isShown = settings.value(Section, "shown").asBoolean();
    choice.isBelow = settings.value(Section, "place").text() == "below";
    const std::int64_t size = settings.value(Section, choice.isBelow ? "height" : "width").asInteger();
    choice.size = size > 0 ? static_cast<int>(std::clamp<std::int64_t>(size, Least, Most)) : 0;
    return choice;
}

void PanelChoice::remember(settings::Settings &settings) const
{
    settings.set(Section, "shown", isShown ? text::Value::boolean(true) : text::Value());
    settings.set(Section, "place", isBelow ? text::Value::string("below") : text::Value());
    if (size > 0)
        settings.set(Section, isBelow ? "height" : "width", text::Value::number(static_cast<std::int64_t>(size)));
}

} // namespace table
