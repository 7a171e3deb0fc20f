#pragma once

#include "widgets/graph/BaseLayer.h"
#include "widgets/graph/Camera.h"
#include "widgets/graph/Scene.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace graph {

/// Whether a server said the same as a cell.
enum class Sign { None, Confirmed, Contradicted, Unknown };
using Proofs = std::vector<std::vector<Sign>>;

/// A graph that is looked at: panned by dragging and the wheel, zoomed with Ctrl, walked through with the arrows. What the pointer or the
/// focus is on lights its path; everything else stays where it is, also when the graph becomes another.
class GraphView final : public QWidget
{
    Q_OBJECT

public:
    /// The boxes through which a cell of a table comes; none: only its own.
    using CellWay = std::function<std::vector<std::string>(const Spot &cell)>;

    explicit GraphView(const QString &name, QWidget *parent = nullptr);

    /// The first one is shown as large as its words need; later ones where the eye is.
    void showScene(std::shared_ptr<const Scene> scene);
    /// Never null.
    const std::shared_ptr<const Scene> &scene() const { return m_scene; }
    /// The next one is the first of another graph: nothing is selected, and it is looked at from its beginning.
    void beginAnew();
    void setCellWay(CellWay way);
    /// A cell of the table by the name of its row and its verb, "*" for all of them.
    using NamedCell = std::pair<std::string, std::string>;
    /// The boxes on the path that answers a question, the lines between them, and where the table has the answer; empty: none.
    void setPath(const std::vector<std::string> &ids, std::vector<NamedCell> cells = {});

    /// What somebody looks for: lit while the pointer is on nothing; empty: nothing is looked for.
    void setFound(const std::vector<std::string> &ids, std::vector<NamedCell> cells = {});
    /// The cells with a ring: of the answer, then of what is looked for.
    const std::vector<Spot> &pathCells() const { return m_pathCells.spots; }
    const std::vector<Spot> &foundCells() const { return m_foundCells.spots; }
    /// The signs of the cells of the table, by row and column; empty: none.
    void setProofs(Proofs proofs);
    /// What has the focus of the keys, and is selected.
    const Spot &current() const { return m_current; }
    void setCurrent(const Spot &spot);
    const Spot &hovered() const { return m_hovered; }
    /// What is lit now.
    const Light &light() const { return m_light; }
    const Light &path() const { return m_path; }

    const Camera &camera() const { return m_camera; }
    void zoomBy(double factor);
    /// All of it, or at its own size.
    void showAll();
    void showFullSize();
    /// Where it is in the widget.
    QRect rectOf(const Spot &spot) const { return m_camera.toView(m_scene->frameOf(spot)).toAlignedRect(); }

    QSize sizeHint() const override { return {900, 420}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void currentChanged();
    /// Enter, or a double click.
    void activated(const graph::Spot &spot);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Cells
    {
        std::vector<NamedCell> names;
        std::vector<Spot> spots;        ///< as far as the scene has them

        void find(const Scene &scene);
    };

    void begin();
    void moved();
    void reveal(const Spot &spot);
    void panBy(const QPoint &delta);
    void hover(const QPointF &point);
    void setHovered(const Spot &spot);
    void updateLight();
    Light lightOf(const Spot &spot) const;
    bool zoomByKey(int key);
    void showTip(const QPoint &point, const QPoint &global);
    void paintLight(QPainter &painter, const Light &light, bool veils);
    void paintCells(QPainter &painter, const QPixmap &picture, const Cells &cells);
    void paintFocus(QPainter &painter);
    void paintProofs(QPainter &painter);
    void paintHeadings(QPainter &painter);
    void paintVerbs(QPainter &painter);
    void paintReach(QPainter &painter);

    struct Drag
    {
        QPoint last;
        QPoint begin;
        bool isPan = false;
    };

    std::shared_ptr<const Scene> m_scene;
    Camera m_camera;
    BaseLayer m_layer;
    CellWay m_cellWay;
    Proofs m_proofs;
    std::vector<std::string> m_pathIds;
    std::vector<std::string> m_foundIds;
    Cells m_pathCells;
    Cells m_foundCells;
    Light m_path;
    Light m_light;
    Spot m_current;
    Spot m_hovered;
    std::optional<Drag> m_drag;
    Camera m_firstCamera;       ///< as begun
    bool m_isBegun = false;         ///< the camera was set for what is shown
};

} // namespace graph
