#pragma once

#include "widgets/base/Command.h"

namespace settings {
class Settings;
}

namespace base {

class Registry;

/// Which keys do what: what the person chose, before what a command brings along. Kept in the section "shortcuts", by command.
class Shortcuts
{
public:
    static constexpr const char *Section = "shortcuts";

    /// Both outlive it.
    Shortcuts(settings::Settings &settings, const Registry &registry) : m_settings(settings), m_registry(registry) { }

    /// Empty when nothing does it.
    QKeySequence of(const Command &command) const;
    /// By its name.
    QKeySequence of(const QString &command) const;
    bool isChosen(const Command &command) const;
    /// The other command that has these keys; null when they are free.
    const Command *ownerOf(const QKeySequence &keys, const Command &except) const;

    /// Empty keys take the shortcut away.
    void bind(const Command &command, const QKeySequence &keys);
    void reset(const Command &command);
    void resetAll();

private:
    settings::Settings &m_settings;
    const Registry &m_registry;
};

} // namespace base
