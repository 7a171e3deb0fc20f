#include "widgets/shell/RailTile.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

namespace shell {

using base::Meaning;
using base::Theme;

RailTile::RailTile(cluster::ConnectedCluster &cluster, QWidget *parent) : QAbstractButton(parent), m_cluster(cluster)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(sizeHint());
    connect(&cluster, &cluster::ConnectedCluster::healthChanged, this, &RailTile::describe);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void RailTile::describe()
{
    const QString name = base::oneLine(m_cluster.entry().context.context);
    const base::HealthText health = base::describe(m_cluster.health());
    setAccessibleName(tr("%1, %2").arg(name, health.word));
    base::setPlainToolTip(this, name + u'\n' + health.word + (health.tip().isEmpty() ? QString() : u'\n' + health.tip()));
    update();
}

void RailTile::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Disconnect")), &QAction::triggered, this, &RailTile::disconnectRequested, Qt::QueuedConnection);
    connect(menu->addAction(tr("Connect anew")), &QAction::triggered, this, [this] { m_cluster.reconnect(); });
    menu->popup(event->globalPos());
}

void RailTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool marked = isChecked() || hasFocus();
    painter.setPen(QPen(theme.color(marked ? Meaning::Accent : Meaning::Border), marked ? 2 : 1));
    painter.setBrush(theme.color(isChecked() ? Meaning::Selection : Meaning::Surface));
    painter.drawRoundedRect(box, Theme::Radius, Theme::Radius);

    QFont font = theme.tableFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme.color(isChecked() ? Meaning::Accent : Meaning::Text));
    painter.drawText(box, Qt::AlignCenter, base::oneLine(m_cluster.entry().context.context).left(2));

    painter.setPen(QPen(theme.color(Meaning::Background), 2));
    painter.setBrush(theme.color(base::describe(m_cluster.health()).meaning));
    painter.drawEllipse(QPointF(width() - 5.5, height() - 5.5), 4.5, 4.5);
}

} // namespace shell
