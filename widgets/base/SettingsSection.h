#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace settings {
class Settings;
}

namespace base {

/// A part of the settings page, with what a feature lets a person choose. Sections stand in the order of their rank.
struct SettingsSection
{
    std::function<QString()> title;
    int rank = 0;
    /// A choice counts at once, without a button that accepts it.
    std::function<QWidget *(settings::Settings &settings, QWidget *parent)> make;
};

} // namespace base
