#include "widgets/base/Appearance.h"

#include "models/settings/Settings.h"

namespace base {

namespace {

const char *const section = "appearance";

QString textOf(const settings::Settings &settings, std::string_view key)
{
    return QString::fromStdString(settings.value(section, key).text());
}

} // namespace

Appearance Appearance::of(const settings::Settings &settings)
{
    const QString language = textOf(settings, "language");
    const bool isKnown = language == QLatin1String("ko") || language == QLatin1String("en");
    return {themeNamed(textOf(settings, "theme")), isKnown ? language : QString()};
}

void Appearance::remember(settings::Settings &settings) const
{
    settings.set(section, "theme", theme == ThemeChoice::System ? text::Value() : text::Value::string(nameOf(theme).toStdString()));
    settings.set(section, "language", language.isEmpty() ? text::Value() : text::Value::string(language.toStdString()));
}

ThemeChoice themeNamed(const QString &name)
{
    return name == QLatin1String("light") ? ThemeChoice::Light : name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

QString nameOf(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    case ThemeChoice::System: break;
    }
    return QStringLiteral("system");
}

} // namespace base
