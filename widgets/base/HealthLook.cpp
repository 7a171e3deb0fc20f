#include "widgets/base/HealthLook.h"

#include <QCoreApplication>

#include <array>

namespace base {

namespace {

struct Look
{
    Meaning meaning;
    const char *word;
};

/// In the order of Health.
constexpr std::array<Look, kinds::HealthCount> looks{{
    {Meaning::Error, QT_TRANSLATE_NOOP("base", "failing")},
    {Meaning::Warning, QT_TRANSLATE_NOOP("base", "not ready")},
    {Meaning::Unknown, QT_TRANSLATE_NOOP("base", "unknown")},
    {Meaning::Progress, QT_TRANSLATE_NOOP("base", "starting or ending")},
    {Meaning::Ok, QT_TRANSLATE_NOOP("base", "running")},
    {Meaning::Unknown, QT_TRANSLATE_NOOP("base", "completed")},
    {Meaning::Text, QT_TRANSLATE_NOOP("base", "no state")},
}};

const Look &lookOf(kinds::Health health) { return looks[static_cast<std::size_t>(health)]; }

} // namespace

Meaning meaningOf(kinds::Health health) { return lookOf(health).meaning; }

QString wordOf(kinds::Health health) { return QCoreApplication::translate("base", lookOf(health).word); }

QString chipStyle(Meaning meaning)
{
    const Theme &theme = Theme::instance();
    return QStringLiteral("QToolButton { border: 1px solid %1; border-radius: 10px; padding: 0 8px; min-height: 18px; color: %2; font-size: 12px; }"
                          "QToolButton:checked { background: %3; border-color: %2; } QToolButton:focus { border: 2px solid %4; padding: 0 7px; }")
        .arg(theme.color(Meaning::Border).name(), theme.color(meaning).name(), theme.color(Meaning::Selection).name(), theme.color(Meaning::Accent).name());
}

} // namespace base
