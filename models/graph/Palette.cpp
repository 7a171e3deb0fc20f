#include "models/graph/Palette.h"

namespace graph {

Palette Palette::light()
{
    return {.background = "#F4F6F8", .surface = "#FFFFFF", .border = "#CBD3DC", .text = "#17202B", .secondary = "#4F5C6A",
            .accent = "#1B5A9E", .ok = "#1B7440", .okSurface = "#CFE4D8", .error = "#B3261E", .warning = "#8A5500", .group = "#0B6E6E",
            .binding = "#6546A3", .role = "#80610F"};
}

Palette Palette::dark()
{
    return {.background = "#11161C", .surface = "#181F27", .border = "#3A4754", .text = "#E6EBF0", .secondary = "#A7B3C0",
            .accent = "#74B4F3", .ok = "#66CB8D", .okSurface = "#28443A", .error = "#F48D84", .warning = "#E8B653", .group = "#5CC7C2",
            .binding = "#B79DEB", .role = "#DDBB68"};
}

const std::string &Palette::of(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return secondary;
    case Tone::Accent: return accent;
    case Tone::Group: return group;
    case Tone::Binding: return binding;
    case Tone::Role: return role;
    case Tone::Warning: return warning;
    }
    return secondary;
}

} // namespace graph
