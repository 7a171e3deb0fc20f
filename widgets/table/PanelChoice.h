#pragma once

namespace settings {
class Settings;
}

namespace table {

/// Whether and where tables show their selected object, for all tables; remembered.
struct PanelChoice
{
    static constexpr const char *Section = "object panel";
    static constexpr int Width = 330;
    static constexpr int Height = 260;

    bool isShown = false;
    bool isBelow = false;
    int size = 0;               ///< what a person gave it; 0: as it is at first

    static PanelChoice of(const settings::Settings &settings);
    void remember(settings::Settings &settings) const;
    int pixels() const { return size > 0 ? size : isBelow ? Height : Width; }
};

} // namespace table
