#pragma once

#include "models/demo/Connection.h"
#include "models/demo/DemoServer.h"
#include "models/demo/Life.h"

#include <QTcpServer>
#include <QTimer>

#include <list>
#include <memory>

namespace demo {

/// The server as it lives in its thread: the socket, the connections, the cluster and its timer.
class Listener final : private Service
{
public:
    Listener(const base::Clock &clock, Options options, std::string secret);

    /// The port, or why there is none.
    base::Result<int> listen();
    /// Reads the sample cluster. Requests come in only after this.
    void load();

    void misbehave(std::vector<Misbehaviour> all);
    void dropConnections();
    void forgetHistory();
    void catchUp();
    int openConnections() const { return int(m_connections.size()); }

private:
    Api::Reply reply(const HttpRequest &request) override;
    bool admit(HttpRequest &request) const override;
    Misbehaviours &misbehaviours() override { return m_misbehaviours; }
    const base::Clock &clock() const override { return *m_clock; }

    void accept();
    void feedAll();
    void scheduleNext();

    const base::Clock *m_clock;
    Options m_options;
    std::string m_secret;
    Cluster m_cluster;
    Api m_api;
    Life m_life;
    Misbehaviours m_misbehaviours;
    base::Result<void> m_loaded;
    QTcpServer m_server;
    QTimer m_timer;
    bool m_isFeedPlanned = false;
    std::list<std::unique_ptr<Connection>> m_connections;
};

} // namespace demo
