#pragma once

#include "widgets/graph/Camera.h"
#include "widgets/graph/Scene.h"

#include <QPixmap>

#include <memory>

namespace graph {

/// A scene painted without light and focus. When it is moved only what comes into sight is painted.
class BaseLayer
{
public:
    /// Of that size and that many pixels for each of them.
    const QPixmap &picture(const std::shared_ptr<const Scene> &scene, const Camera &camera, const QSize &size, double ratio);
    /// The colours are others.
    void forget() { m_scene = nullptr; }

private:
    bool move(const Camera &camera);
    void paint(const QRect &area);

    std::shared_ptr<const Scene> m_scene;
    Camera m_camera;
    QPixmap m_picture;
};

} // namespace graph
