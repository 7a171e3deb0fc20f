#include "widgets/graph/SceneImage.h"

#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/ScenePainter.h"

#include <QPainter>

#include <algorithm>
#include <numeric>
#include <vector>

namespace graph {

using base::Meaning;
using base::Theme;

namespace {

constexpr double Margin = 24;
constexpr double HeadingHeight = 28;
constexpr double UsualScale = 2;
constexpr double GreatestSide = 12000;

void paintHeadings(QPainter &painter, const Scene &scene, double top)
{
    const Theme &theme = Theme::instance();
    QFont font = theme.captionFont();
    font.setWeight(base::strongWeight());
    painter.setFont(font);
    painter.setPen(theme.color(Meaning::Secondary));
    for (const Scene::Column &column : scene.columns())
        painter.drawText(QPointF(column.x, top), column.heading);
}

std::vector<int> allOf(std::size_t count)
{
    std::vector<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

} // namespace

QImage imageOf(const Scene &scene)
{
    const QRectF whole = scene.bounds().adjusted(-Margin, -Margin - HeadingHeight, Margin, Margin);
    const double scale = std::min({UsualScale, GreatestSide / std::max(1.0, whole.width()), GreatestSide / std::max(1.0, whole.height())});
    QImage image((whole.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.fill(Theme::instance().color(Meaning::Background));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-whole.topLeft());
    ScenePainter words(painter, scene, scale);
    words.paintSpans(scene.spans(), whole, ScenePainter::Emphasis::None);
    words.paintLines(allOf(scene.links().size()), ScenePainter::Emphasis::None);
    words.paintBoxes(allOf(scene.nodes().size()), ScenePainter::Emphasis::None);
    paintHeadings(painter, scene, whole.top() + HeadingHeight / 2);
    return image;
}

} // namespace graph
