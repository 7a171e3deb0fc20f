#include "widgets/base/ClusterColor.h"

#include "widgets/base/Theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <iterator>

namespace base {

namespace {

/// At least 3:1 on every surface of its theme: they mark, and are never text.
struct ClusterColorEntry
{
    std::string_view word;
    const char *name;
    QRgb light;
    QRgb dark;
};

constexpr ClusterColorEntry entries[] = {
    {"red", QT_TRANSLATE_NOOP("base::ClusterColor", "red"), 0xFFC62828, 0xFFEF6A60},       {"orange", QT_TRANSLATE_NOOP("base::ClusterColor", "orange"), 0xFFC75B00, 0xFFF09A4A},
    {"yellow", QT_TRANSLATE_NOOP("base::ClusterColor", "yellow"), 0xFF9A7600, 0xFFE3C04E}, {"green", QT_TRANSLATE_NOOP("base::ClusterColor", "green"), 0xFF1B7440, 0xFF66CB8D},
    {"teal", QT_TRANSLATE_NOOP("base::ClusterColor", "teal"), 0xFF0B6E6E, 0xFF5CC7C2},     {"blue", QT_TRANSLATE_NOOP("base::ClusterColor", "blue"), 0xFF1B5A9E, 0xFF74B4F3},
    {"purple", QT_TRANSLATE_NOOP("base::ClusterColor", "purple"), 0xFF6546A3, 0xFFB79DEB}, {"grey", QT_TRANSLATE_NOOP("base::ClusterColor", "grey"), 0xFF56616E, 0xFFA7B3C0},
};

const ClusterColorEntry *find(std::string_view word)
{
    const auto found = std::ranges::find(entries, word, &ClusterColorEntry::word);
    return found == std::end(entries) ? nullptr : &*found;
}

} // namespace

std::vector<std::string_view> clusterColors()
{
    std::vector<std::string_view> words;
    std::ranges::transform(entries, std::back_inserter(words), &ClusterColorEntry::word);
    return words;
}

QString clusterColorName(std::string_view word)
{
    const ClusterColorEntry *entry = find(word);
    return entry ? QCoreApplication::translate("base::ClusterColor", entry->name) : QString();
}

QColor clusterColor(std::string_view word)
{
    const ClusterColorEntry *entry = find(word);
    return entry ? QColor::fromRgb(Theme::instance().isDark() ? entry->dark : entry->light) : QColor();
}

QIcon clusterSwatch(std::string_view word)
{
    const QColor color = clusterColor(word);
    if (!color.isValid())
        return {};
    QPixmap picture(24, 24);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(2, 2, 20, 20, Theme::Radius, Theme::Radius);
    return picture;
}

} // namespace base
