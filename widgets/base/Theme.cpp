#include "widgets/base/Theme.h"

#include "models/platform/SystemLook.h"
#include "widgets/base/FocusRing.h"
#include "widgets/base/StrongFont.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QIcon>
#include <QStyle>
#include <QStyleFactory>

#include <array>
#include <cmath>

namespace base {

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
};

/// In the order of Meaning. Every text colour has a contrast of at least 4.5 on surface, background, raised and selection.
constexpr std::array<Shades, MeaningCount> shades{{
    {0xfff4f6f8, 0xff11161c}, // Background
    {0xffffffff, 0xff181f27}, // Surface
    {0xffffffff, 0xff212a34}, // Raised
    {0xfff8fafb, 0xff1b232c}, // Stripe
    {0xffd6e6f7, 0xff23425f}, // Selection
    {0xffcbd3dc, 0xff3a4754}, // Border
    {0xff17202b, 0xffe6ebf0}, // Text
    {0xff4f5c6a, 0xffa7b3c0}, // Secondary
    {0xff1b5a9e, 0xff74b4f3}, // Accent
    {0xff1b7440, 0xff66cb8d}, // Ok
    {0xff1b5a9e, 0xff74b4f3}, // Progress
    {0xff8a5500, 0xffe8b653}, // Warning
    {0xffb3261e, 0xfff5968d}, // Error
    {0xff56616e, 0xffa7b3c0}, // Unknown
    {0xff0b6e6e, 0xff5cc7c2}, // Group
    {0xff6546a3, 0xffbba3ee}, // Binding
    {0xff80610f, 0xffddbb68}, // Role
}};

struct PaletteRole
{
    QPalette::ColorRole role;
    Meaning meaning;
};
constexpr std::array<PaletteRole, 19> paletteRoles{{
    {QPalette::Window, Meaning::Background}, {QPalette::WindowText, Meaning::Text}, {QPalette::Base, Meaning::Surface},
    {QPalette::AlternateBase, Meaning::Stripe}, {QPalette::Text, Meaning::Text}, {QPalette::Button, Meaning::Surface},
    {QPalette::ButtonText, Meaning::Text}, {QPalette::BrightText, Meaning::Error}, {QPalette::ToolTipBase, Meaning::Raised},
    {QPalette::ToolTipText, Meaning::Text}, {QPalette::Highlight, Meaning::Selection}, {QPalette::HighlightedText, Meaning::Text},
    {QPalette::PlaceholderText, Meaning::Secondary}, {QPalette::Link, Meaning::Accent}, {QPalette::LinkVisited, Meaning::Accent},
    {QPalette::Light, Meaning::Raised}, {QPalette::Midlight, Meaning::Border}, {QPalette::Mid, Meaning::Border},
    {QPalette::Dark, Meaning::Border},
}};

/// What a palette of the system's own gives for a meaning, where high contrast was asked for.
QPalette::ColorRole systemRole(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Background: return QPalette::Window;
    case Meaning::Surface:
    case Meaning::Raised:
    case Meaning::Stripe: return QPalette::Base;
    case Meaning::Selection: return QPalette::Highlight;
    case Meaning::Accent: return QPalette::Link;
    default: return QPalette::Text;
    }
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QString styleSheet(const Theme &theme)
{
    const auto name = [&theme](Meaning meaning) { return theme.color(meaning).name(); };
    return QStringLiteral(
               "QPushButton, QToolButton, QLineEdit, QComboBox { min-height: 20px; padding: 3px 9px; border: 1px solid %1; border-radius: 5px;"
               " background: %2; color: %3; }"
               "QPushButton:hover, QToolButton:hover { background: %4; }"
               "QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked { background: %5; }"
               "QPushButton:focus, QToolButton:focus, QLineEdit:focus, QComboBox:focus { border: 2px solid %6; padding: 2px 8px; }"
               "QPushButton:disabled, QToolButton:disabled { color: %7; }"
               "QLineEdit > QToolButton, QLineEdit > QToolButton:focus { min-height: 0; padding: 0; border: none; background: transparent; }"
               "QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }"
               "QComboBox::drop-down { border: none; width: 20px; } QComboBox::down-arrow { image: url(:/icons/down-%9.png); width: 10px; height: 10px; }"
               "QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid %7; border-radius: 3px; background: %2; }"
               "QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { border-color: %6; background: %6; image: url(:/icons/check-%9.png); }"
               "QCheckBox:focus { color: %6; }"
               "QTabBar::tab { padding: 5px 10px; border: 1px solid transparent; border-bottom: none; border-top-left-radius: 5px; border-top-right-radius: 5px;"
               " margin-left: 4px; color: %7; }"
               "QTabBar::tab:selected { background: %2; border-color: %1; color: %3; }"
               "QTabBar::tab:focus { color: %6; }"
               "QScrollBar:vertical { width: 11px; background: transparent; } QScrollBar:horizontal { height: 11px; background: transparent; }"
               "QScrollBar::handle { background: %1; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }"
               "QScrollBar::handle:hover { background: %7; }"
               "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; } QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
               "QToolTip { background: %8; color: %3; border: 1px solid %1; padding: 4px; }"
               "QMenu { background: %8; color: %3; border: 1px solid %1; padding: 4px; }"
               "QMenu::item { padding: 4px 20px; border-radius: 4px; } QMenu::item:selected { background: %5; }"
               "QMenu::item:disabled { color: %7; }")
        .arg(name(Meaning::Border), name(Meaning::Surface), name(Meaning::Text), name(Meaning::Stripe), name(Meaning::Selection),
             name(Meaning::Accent), name(Meaning::Secondary), name(Meaning::Raised), theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
}

/// The person's font, and those that have what it may lack.
QFont personsFont()
{
    QFont font = QGuiApplication::font();
    QStringList families = font.families();
    for (const std::string &name : platform::fontsBesides()) {
        if (const QString family = QString::fromStdString(name); !families.contains(family))
            families << family;
    }
    font.setFamilies(families);
    return font;
}

QFont systemsMachineFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (const std::string name = platform::machineFont(); !name.empty())
        font.setFamilies({QString::fromStdString(name), font.family()});
    return font;
}

QFont sized(double pixels, QFont font = personsFont())
{
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    return font;
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::apply(ThemeChoice choice)
{
    if (!m_systemKnown) {
        m_systemPalette = QGuiApplication::palette();
        m_systemKnown = true;
        qApp->installEventFilter(this);
    }
    m_choice = choice;
    restyle();
}

void Theme::restyle()
{
    m_highContrast = systemHasHighContrast();
    m_dark = m_highContrast || m_choice == ThemeChoice::System ? systemIsDark() : m_choice == ThemeChoice::Dark;
    QPalette palette = m_systemPalette;
    if (!m_highContrast) {
        for (const PaletteRole &role : paletteRoles)
            palette.setColor(role.role, color(role.meaning));
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(QPalette::Disabled, role, color(Meaning::Secondary));
    }
    static const bool styled = [] {
        QIcon::setThemeSearchPaths({QStringLiteral(":/icons")}); // ours everywhere; reading the desktop's would be a tenth of the start
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        FocusRing::install();
        return true;
    }();
    Q_UNUSED(styled)
    QApplication::setFont(bodyFont());
    QApplication::setPalette(palette);
    qApp->setStyleSheet(styleSheet(*this));
    Q_EMIT changed();
}

QColor Theme::color(Meaning meaning) const
{
    if (m_highContrast)
        return m_systemPalette.color(systemRole(meaning));
    const Shades &pair = shades[static_cast<std::size_t>(meaning)];
    return QColor::fromRgb(m_dark ? pair.dark : pair.light);
}

bool Theme::systemIsDark() const
{
    if (const auto isDark = platform::systemPrefersDark(); isDark && !m_highContrast)
        return *isDark;
    return luminance(m_systemPalette.color(QPalette::Window)) < luminance(m_systemPalette.color(QPalette::WindowText));
}

/// Nearly black on white, or the reverse: what no ordinary palette has for windows.
bool Theme::systemHasHighContrast() const
{
    return contrast(m_systemPalette.color(QPalette::Window), m_systemPalette.color(QPalette::WindowText)) > 20.5;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ThemeChange && m_choice == ThemeChoice::System) {
        m_systemPalette = QApplication::style()->standardPalette();
        restyle();
    }
    return QObject::eventFilter(watched, event);
}

QFont Theme::bodyFont() const { return sized(13); }
QFont Theme::captionFont() const { return sized(11.5); }

QFont Theme::tableFont() const
{
    return sized(12.5);
}

QFont Theme::titleFont() const
{
    QFont font = sized(16);
    font.setWeight(strongWeight());
    return font;
}

QFont Theme::machineFont() const
{
    return sized(12.5, systemsMachineFont());
}

QString Theme::sign(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Ok: return QStringLiteral("✓");
    case Meaning::Progress: return QStringLiteral("↻");
    case Meaning::Warning: return QStringLiteral("▲");
    case Meaning::Error: return QStringLiteral("✕");
    case Meaning::Unknown: return QStringLiteral("○");
    default: return {};
    }
}

} // namespace base
