#include "widgets/graph/BaseLayer.h"

#include "widgets/base/Theme.h"
#include "widgets/graph/ScenePainter.h"

#include <QPainter>

#include <cmath>

namespace graph {

namespace {

bool isWhole(double value) { return std::abs(value - std::round(value)) < 1e-6; }

} // namespace

const QPixmap &BaseLayer::picture(const std::shared_ptr<const Scene> &scene, const Camera &camera, const QSize &size, double ratio)
{
    const bool isSame = m_scene == scene && m_picture.size() == (QSizeF(size) * ratio).toSize() && m_picture.devicePixelRatio() == ratio;
    if (isSame && m_camera == camera)
        return m_picture;
    if (isSame && move(camera))
        return m_picture;
    if (!isSame)
        m_picture = QPixmap((QSizeF(size) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_scene = scene;
    m_camera = camera;
    paint(QRect(QPoint(), size));
    return m_picture;
}

/// False: everything has to be painted anew.
bool BaseLayer::move(const Camera &camera)
{
    const double ratio = m_picture.devicePixelRatio();
    const QPointF delta = QPointF(camera.offset() - m_camera.offset()) * ratio;
    if (camera.scale() != m_camera.scale() || !isWhole(delta.x()) || !isWhole(delta.y()))
        return false;
    if (std::abs(delta.x()) >= m_picture.width() || std::abs(delta.y()) >= m_picture.height())
        return false;
    QRegion exposed;
    m_picture.scroll(qRound(delta.x()), qRound(delta.y()), m_picture.rect(), &exposed);
    m_camera = camera;
    for (const QRect &area : exposed)
        paint(QRectF(QPointF(area.topLeft()) / ratio, QSizeF(area.size()) / ratio).toAlignedRect());
    return true;
}

void BaseLayer::paint(const QRect &area)
{
    QPainter painter(&m_picture);
    painter.setClipRect(area);
    painter.fillRect(area, base::Theme::instance().color(base::Meaning::Background));
    painter.translate(m_camera.offset());
    painter.scale(m_camera.scale(), m_camera.scale());
    const QRectF seen = m_camera.toScene(QRectF(area).adjusted(-3, -3, 3, 3));
    ScenePainter scene(painter, *m_scene, m_camera.scale());
    scene.paintSpans(m_scene->spans(), seen, ScenePainter::Emphasis::None);
    scene.paintLines(m_scene->linesNear(seen), ScenePainter::Emphasis::None);
    scene.paintBoxes(m_scene->boxesNear(seen), ScenePainter::Emphasis::None);
}

} // namespace graph
