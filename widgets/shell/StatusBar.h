#pragma once

#include <QPointer>
#include <QWidget>

class QPushButton;
class QTimer;

namespace base {
class PlainLabel;
}
namespace cluster {
class ConnectedCluster;
}

namespace shell {

class NoticeList;

/// How fresh the cluster is, how much is watched, and the kubectl command that equals the page.
class StatusBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Height = 24;

    explicit StatusBar(QWidget *parent = nullptr);

    void setCluster(cluster::ConnectedCluster *cluster);
    void setCommand(const QString &command);
    const QString &command() const { return m_commandText; }
    void copyCommand();
    void setApiCall(const QString &call);
    const QString &apiCall() const { return m_apiCall; }
    void copyApiCall();
    /// A word that is gone after some seconds, and stands among the notices from then on.
    void tell(const QString &text);
    void openNotices();
    int noticeCount() const;

Q_SIGNALS:
    /// What goes over the wire was asked for.
    void connectionRequested();

private:
    void update();
    void clearNotice();

    QPointer<cluster::ConnectedCluster> m_cluster;
    base::PlainLabel *m_health;
    QPushButton *m_watches;
    base::PlainLabel *m_notice;
    QPushButton *m_past;
    NoticeList *m_notices;
    base::PlainLabel *m_command;
    QPushButton *m_copy;
    QPushButton *m_api;
    QTimer *m_noticeTime;
    QString m_commandText;
    QString m_apiCall;
};

} // namespace shell
