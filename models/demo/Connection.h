#pragma once

#include "models/demo/Api.h"
#include "models/demo/Misbehaviour.h"

#include <QTcpSocket>

#include <functional>
#include <memory>

namespace demo {

/// What a connection needs of its server.
class Service
{
public:
    virtual ~Service() = default;
    /// The reply to a request whose path has lost what stands before the API.
    virtual Api::Reply reply(const HttpRequest &request) = 0;
    /// Takes the secret off the path; false: whoever asks may see nothing but the version.
    virtual bool admit(HttpRequest &request) const = 0;
    virtual Misbehaviours &misbehaviours() = 0;
    virtual const base::Clock &clock() const = 0;
};

/// One client: reads requests one after the other, answers, and feeds its watch while there is one.
class Connection
{
public:
    Connection(QTcpSocket *socket, Service &service);
    ~Connection();

    /// Writes what its watch has to say by now.
    void feed();
    /// Ends it hard, whatever is under way.
    void abort();
    bool isGone() const { return m_socket->state() == QAbstractSocket::UnconnectedState; }
    /// When feed() has something to do even if nothing changes; nothing without a watch.
    std::optional<base::SteadyTime> nextDue() const;

private:
    void read();
    void handle();
    void answer();
    void beginWatch(std::unique_ptr<Watch> watch);
    void finishWatch();
    void sendWhole(HttpAnswer answer);
    void send(std::string bytes);
    void pump();
    void endIfDone();
    std::size_t allowance() const;

    QTcpSocket *m_socket;
    Service *m_service;
    std::string m_in;
    std::string m_out;                     // not yet given to the socket
    HttpRequest m_request;
    std::vector<Misbehaviour> m_faults;    // that the present request suffers
    std::unique_ptr<Watch> m_watch;
    std::size_t m_headBytes = 0;           // of m_out or already sent that a cut does not count
    std::size_t m_sent = 0;
    bool m_isBusy = false;                 // with a request
    bool m_isPumping = false;
    bool m_isLast = false;                 // nothing of HTTP follows
};

} // namespace demo
