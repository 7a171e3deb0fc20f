#include "widgets/shell/StatusBar.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/shell/NoticeList.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

namespace shell {

using base::Meaning;
using base::Theme;

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_health(new base::PlainLabel(this))
    , m_watches(new QPushButton(this))
    , m_notice(new base::PlainLabel(this))
    , m_past(new QPushButton(this))
    , m_notices(new NoticeList(this))
    , m_command(new base::PlainLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_api(new QPushButton(tr("API call"), this))
    , m_noticeTime(new QTimer(this))
{
    setFixedHeight(Height);
    setAccessibleName(tr("Status"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(4 * Theme::Step);
    layout->addWidget(m_health);
    layout->addWidget(m_watches);
    layout->addWidget(m_past);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_command);
    layout->addWidget(m_copy);
    layout->addWidget(m_api);
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long one does not widen the window
    m_copy->setAccessibleName(tr("Copy the kubectl command"));
    for (QPushButton *button : {m_copy, m_api, m_watches, m_past}) {
        button->setFlat(true);
        button->setStyleSheet(QStringLiteral("QPushButton { border: none; min-height: 0; padding: 0 4px; background: transparent; } QPushButton:focus { border: 1px solid; padding: 0 3px; }"));
    }
    base::setPlainToolTip(m_watches, tr("Show the connection: live lists, requests, bytes"));
    base::setPlainToolTip(m_past, tr("Show what was said here"));
    m_past->hide();
    connect(m_past, &QPushButton::clicked, this, &StatusBar::openNotices);
    connect(m_watches, &QPushButton::clicked, this, &StatusBar::connectionRequested);
    m_noticeTime->setSingleShot(true);
    m_noticeTime->setInterval(std::chrono::seconds(6));
    connect(m_noticeTime, &QTimer::timeout, m_notice, [this] { clearNotice(); });
    connect(m_copy, &QPushButton::clicked, this, &StatusBar::copyCommand);
    connect(m_api, &QPushButton::clicked, this, &StatusBar::copyApiCall);
    connect(&Theme::instance(), &Theme::changed, this, &StatusBar::update);
    clearNotice();
    setCommand({});
    setApiCall({});
    update();
}

void StatusBar::setCluster(cluster::ConnectedCluster *cluster)
{
    if (m_cluster)
        disconnect(m_cluster, nullptr, this, nullptr);
    m_cluster = cluster;
    if (cluster) {
        connect(cluster, &cluster::ConnectedCluster::healthChanged, this, &StatusBar::update);
        connect(cluster, &cluster::ConnectedCluster::rowsChanged, this, &StatusBar::update);
    }
    update();
}

void StatusBar::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_commandText);
    const auto lines = static_cast<int>(m_commandText.count(u'\n')) + 1;
    tell(lines == 1 ? tr("Copied the command") : tr("Copied %n commands", nullptr, lines));
}

void StatusBar::copyApiCall()
{
    QGuiApplication::clipboard()->setText(m_apiCall);
    const auto lines = static_cast<int>(m_apiCall.count(u'\n')) + 1;
    tell(lines == 1 ? tr("Copied %1").arg(m_apiCall) : tr("Copied %n requests", nullptr, lines));
}

void StatusBar::setApiCall(const QString &call)
{
    m_apiCall = call;
    m_api->setVisible(!call.isEmpty());
    base::setPlainToolTip(m_api, tr("Copy the request to the API server: %1").arg(call));
}

void StatusBar::setCommand(const QString &command)
{
    m_commandText = command;
    m_command->setFont(Theme::instance().machineFont());
    const QString first = QFontMetrics(m_command->font()).elidedText(command.section(u'\n', 0, 0), Qt::ElideMiddle, 640);
    const auto more = command.count(u'\n');
    m_command->show(more == 0 ? first : tr("%1 and %2 more").arg(first, QString::number(more)));
    base::setPlainToolTip(m_command, command);
    m_copy->setVisible(!command.isEmpty());
}

void StatusBar::clearNotice()
{
    m_notice->show(QString());
    m_notice->setAccessibleName({});
    base::setPlainToolTip(m_notice, {});
}

void StatusBar::tell(const QString &text)
{
    const QString line = base::oneLine(text);
    m_notice->show(isVisible() ? m_notice->fontMetrics().elidedText(line, Qt::ElideMiddle, m_notice->width()) : line);
    m_notice->setAccessibleName(line);
    base::setPlainToolTip(m_notice, line);
    m_noticeTime->start();
    m_notices->add(line);
    m_past->setText(tr("Notices: %1").arg(m_notices->count()));
    m_past->show();
}

void StatusBar::openNotices()
{
    m_notices->openAbove(*this);
}

int StatusBar::noticeCount() const
{
    return m_notices->count();
}

void StatusBar::update()
{
    QString health, watches;
    QPalette palette;
    if (m_cluster) {
        const base::HealthText text = base::describe(m_cluster->health());
        health = Theme::sign(text.meaning) + u' ' + text.word;
        palette.setColor(QPalette::WindowText, Theme::instance().color(text.meaning));
        base::setPlainToolTip(m_health, text.tip());
        watches = tr("Watched lists: %1").arg(m_cluster->openCollections());
    }
    // A label that is given its text again would be laid out again.
    if (m_health->text() != health)
        m_health->show(health);
    m_watches->setVisible(!watches.isEmpty());
    if (m_watches->text() != watches)
        m_watches->setText(watches);
    m_health->setPalette(palette);
}

} // namespace shell
