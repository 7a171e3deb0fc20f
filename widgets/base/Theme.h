#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

namespace base {

/// What a colour stands for. Widgets ask for a meaning; how it looks is decided in one place.
enum class Meaning {
    Background, Surface, Raised, Stripe, Selection, Border, Text, Secondary, Accent,
    Ok, Progress, Warning, Error, Unknown,
    Group, Binding, Role,
};
inline constexpr int MeaningCount = static_cast<int>(Meaning::Role) + 1;

enum class ThemeChoice { System, Light, Dark };

/// The colours, fonts and sizes of the whole program. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    static Theme &instance();

    /// Styles the application; again when the choice or the system changes. Before it, colours are the light ones.
    void apply(ThemeChoice choice);

    QColor color(Meaning meaning) const;
    bool isDark() const { return m_dark; }

    QFont bodyFont() const;
    QFont tableFont() const;        ///< tabular figures
    QFont captionFont() const;
    QFont titleFont() const;
    QFont machineFont() const;      ///< monospace, for what a machine reads

    /// The sign that stands before the word of a state: ✓ ↻ ▲ ✕ ○; empty for what is no state.
    static QString sign(Meaning meaning);

    static constexpr int RowHeight = 24;
    static constexpr int HeaderHeight = 26;
    static constexpr int ControlHeight = 28;
    static constexpr int Step = 4;
    static constexpr int Radius = 5;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Theme() = default;
    bool systemIsDark() const;
    bool systemHasHighContrast() const;
    void restyle();

    ThemeChoice m_choice = ThemeChoice::System;
    QPalette m_systemPalette;
    bool m_systemKnown = false;
    bool m_dark = false;
    bool m_highContrast = false;
};

} // namespace base
