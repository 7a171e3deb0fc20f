#include "widgets/shell/RailTile.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/ClusterColor.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

namespace shell {

using base::Meaning;
using base::Theme;

RailTile::RailTile(cluster::Clusters &clusters, cluster::ConnectedCluster &cluster, QWidget *parent) : QAbstractButton(parent), m_clusters(clusters), m_cluster(cluster)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(sizeHint());
    connect(&cluster, &cluster::ConnectedCluster::healthChanged, this, &RailTile::describe);
    connect(&cluster, &cluster::ConnectedCluster::accessChanged, this, &RailTile::describe);
    connect(&clusters, &cluster::Clusters::marksChanged, this, &RailTile::describe);
    connect(&Theme::instance(), &Theme::changed, this, &RailTile::describe);
    describe();
}

void RailTile::describe()
{
    const cluster::EntryId id = cluster::EntryId::of(m_cluster.entry());
    const cluster::ClusterMarks marks = m_clusters.marks(id);
    m_name = base::sessionName(m_clusters, m_cluster);
    m_color = base::clusterColor(marks.colour);
    const base::HealthText health = base::describe(m_cluster.health());
    const bool isReadOnly = m_cluster.access() == kube::Access::ReadOnly;
    const QString state = isReadOnly ? tr("%1, read-only").arg(health.word) : health.word;
    const QString color = base::clusterColorName(marks.colour);
    setAccessibleName(tr("%1, %2").arg(m_name, color.isEmpty() ? state : state + QStringLiteral(", ") + color));
    const QString context = base::oneLine(id.context);
    base::setPlainToolTip(this, m_name + (context == m_name ? QString() : u'\n' + context) + u'\n' + state + (health.tip().isEmpty() ? QString() : u'\n' + health.tip()));
    update();
}

void RailTile::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_cluster.viewedAs().isEmpty() ? tr("Disconnect") : tr("Stop viewing as")), &QAction::triggered, this, &RailTile::disconnectRequested, Qt::QueuedConnection);
    connect(menu->addAction(tr("Connect anew")), &QAction::triggered, this, [this] { m_cluster.reconnect(); });
    menu->popup(event->globalPos());
}

/// The sign of the bar above its pages, in the corner that is free.
void RailTile::paintViewed(QPainter &painter) const
{
    const QPointF corner(width() - 2.0, 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().color(Meaning::Warning));
    painter.drawPolygon(QPolygonF{corner + QPointF(-6, 0), corner + QPointF(-11, 9), corner + QPointF(-1, 9)});
}

void RailTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool marked = isChecked() || hasFocus(), isViewed = !m_cluster.viewedAs().isEmpty();
    painter.setPen(QPen(theme.color(marked ? Meaning::Accent : isViewed ? Meaning::Warning : Meaning::Border), marked || isViewed ? 2 : 1));
    painter.setBrush(theme.color(isChecked() ? Meaning::Selection : Meaning::Surface));
    painter.drawRoundedRect(box, Theme::Radius, Theme::Radius);
    if (hasFocus() && isChecked()) {        // its frame says that it is shown
        constexpr double inner = 3;
        painter.setPen(QPen(theme.color(Meaning::Text), 1));
        painter.drawRoundedRect(box.adjusted(inner, inner, -inner, -inner), Theme::Radius - 1, Theme::Radius - 1);
    }

    QFont font = theme.tableFont();
    font.setWeight(base::strongWeight());
    painter.setFont(font);
    painter.setPen(theme.color(isChecked() ? Meaning::Accent : Meaning::Text));
    painter.drawText(box, Qt::AlignCenter, m_name.left(2));
    if (m_color.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawRoundedRect(QRectF(3.5, 5, 4, height() - 10), 2, 2);
    }

    if (isViewed)
        paintViewed(painter);
    painter.setPen(QPen(theme.color(Meaning::Background), 2));
    painter.setBrush(theme.color(base::describe(m_cluster.health()).meaning));
    painter.drawEllipse(QPointF(width() - 5.5, height() - 5.5), 4.5, 4.5);
}

} // namespace shell
