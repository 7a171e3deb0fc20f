#pragma once

#include "models/charts/Chart.h"
#include "widgets/base/FileExport.h"
#include "widgets/base/StateNotice.h"
#include "widgets/charts/ChartFrame.h"
#include "widgets/charts/ChartGroup.h"
#include "widgets/charts/Legend.h"

#include <QPixmap>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QToolButton;

namespace base {
class PlainTable;
}

namespace charts {

/// One chart of a page: lines with their names and values, what bounds them, what happened; or as a table; or why there is nothing.
///
/// The pointer and the arrows move a crosshair, which all charts of the group share, as they share the part of time that is looked at: Ctrl and
/// the wheel, or dragging, make it smaller, Shift and dragging move it. The picture is drawn in a turn of the group, and only when it is on screen and
/// something in it is different.
class ChartView final : public QWidget
{
    Q_OBJECT

public:
    /// The group outlives it.
    ChartView(ChartGroup &group, const QString &title, QWidget *parent = nullptr);
    ~ChartView() override;

    const QString &title() const { return m_title; }
    /// Who measured what is shown: "Prometheus monitoring/prometheus-server".
    void setSource(const QString &source);
    /// The menu offers to say where the chart comes from.
    void setExplained(bool explained) { m_isExplained = explained; }

    /// What is equal to what is shown changes nothing.
    void showChart(std::shared_ptr<const Chart> chart);
    /// Null before the first one.
    const std::shared_ptr<const Chart> &chart() const { return m_chart; }
    /// In the place of the lines: why there are none, and what can be done.
    void showNotice(base::Meaning meaning, const QString &title, const QString &detail, const std::vector<base::StateNotice::Step> &steps = {});
    bool hasNotice() const { return m_notice && !m_notice->isHidden(); }

    /// What of the chart is looked at.
    Range range() const;
    const Hidden &hidden() const { return m_hidden; }
    void toggle(std::size_t line);
    enum class Form { Lines, Table };
    Form form() const { return m_form; }
    void setForm(Form form);

    void zoomBy(double factor, base::SystemTime around);
    void panBy(std::chrono::milliseconds way);
    void resetZoom() { m_group.setZoom({}); }

    /// In the turn of the group that is its own.
    void draw();
    /// What is on screen is what is known.
    bool isDrawn() const { return m_isDrawn; }
    /// How often it was drawn so far.
    int draws() const { return m_draws; }
    /// For comparison: every value is given to QtCharts.
    void drawEverything(bool everything) { m_drawsEverything = everything; }

    /// The whole of it as a picture, twice as fine as on screen.
    QImage image();
    /// Filled anew, for a menu.
    void fillMenu(QMenu &menu);
    void copyTable();
    QString summary() const;
    /// What is under the crosshair; empty: nothing.
    QString currentReading() const;

    QRect plot() const { return m_places.plot; }
    const std::vector<Legend::Entry> &legendEntries() const { return m_legend.entries(); }
    QSize sizeHint() const override { return {440, 240}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void drawn();
    void formChanged();
    void explanationRequested();
    void noticed(const QString &text);

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
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Drag
    {
        enum class Kind { Select, Pan };
        Kind kind = Kind::Select;
        int begin = 0;
        int now = 0;
        Range range;            ///< as it was
    };

    void outdate();
    void arrange();
    bool isStale() const;
    QPixmap pictureAt(double ratio);
    void paintGround(QPainter &painter, bool hasRing);
    void paintLines(QPainter &painter, const QPixmap &picture);
    void paintTitle(QPainter &painter);
    void paintCrosshair(QPainter &painter);
    void paintDrag(QPainter &painter);
    void moveCrosshair(int key);
    bool zoomByKey(int key);
    void pointAt(const QPoint &point);
    void followTable();
    void showMenu(const QPoint &place);
    void savePicture();
    void saveValues();
    QString fileStem() const;
    std::vector<const Event *> eventsAt(const QPoint &point) const;
    base::SystemTime timeAt(int x) const;
    Range whole() const;

    ChartGroup &m_group;
    QString m_title;
    QString m_source;
    std::shared_ptr<const Chart> m_chart;
    Hidden m_hidden;
    Places m_places;
    Scales m_scales;
    Legend m_legend;
    std::vector<QPen> m_pens;
    QPixmap m_picture;
    std::optional<Drag> m_drag;
    Form m_form = Form::Lines;
    bool m_isDrawn = false;
    bool m_isExplained = false;
    bool m_drawsEverything = false;
    int m_draws = 0;
    QToolButton *m_menuButton;
    base::StateNotice *m_notice = nullptr;
    base::PlainTable *m_table = nullptr;
    base::FileExport *m_file;
};

} // namespace charts
