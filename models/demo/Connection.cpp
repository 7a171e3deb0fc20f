#include "models/demo/Connection.h"

#include "models/demo/Refusal.h"
#include "models/text/Time.h"

#include <QTimer>

#include <algorithm>

namespace demo {

using Act = Misbehaviour::Act;

namespace {

constexpr qint64 mostWaiting = 1024 * 1024;   // bytes given to the socket and not yet sent

std::string chunk(const std::string &bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string length;
    for (std::size_t rest = bytes.size(); rest > 0; rest /= 16)
        length.insert(length.begin(), digits[rest % 16]);
    return length + "\r\n" + bytes + "\r\n";
}

HttpAnswer htmlPage()
{
    HttpAnswer answer;
    answer.contentType = "text/html; charset=utf-8";
    answer.body
        = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>Sign in to continue</form></body></html>\n";
    return answer;
}

} // namespace

Connection::Connection(QTcpSocket *socket, Service &service) : m_socket(socket), m_service(&service)
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QObject::connect(m_socket, &QTcpSocket::readyRead, m_socket, [this] { read(); });
    QObject::connect(m_socket, &QTcpSocket::bytesWritten, m_socket, [this] { feed(); });
}

Connection::~Connection()
{
    m_socket->disconnect();
    abort();
    delete m_socket;
}

void Connection::abort()
{
    m_watch.reset();
    m_out.clear();
    m_socket->abort();
}

void Connection::read()
{
    m_in += m_socket->readAll().toStdString();
    handle();
}

/// Starts the next request unless one is under way; its end calls this again.
void Connection::handle()
{
    if (m_isBusy)
        return;
    auto request = takeRequest(m_in);
    if (!request) {
        m_isBusy = true;
        m_socket->write(QByteArray::fromStdString(answerHead(refusal(400, request.error().message), "", 0)));
        m_socket->disconnectFromHost();
        return;
    }
    if (!*request)
        return;
    m_isBusy = true;
    m_request = std::move(**request);
    const bool admitted = m_service->admit(m_request);
    m_faults = m_service->misbehaviours().take(m_request, false);
    if (!admitted)
        return sendWhole(refusal(401, "Unauthorized"));
    const Misbehaviour *delay = findAct(m_faults, Act::Delay);
    if (!delay)
        return answer();
    QTimer::singleShot(delay->delay, m_socket, [this] { answer(); });
}

void Connection::answer()
{
    if (findAct(m_faults, Act::Drop))
        return abort();
    if (findAct(m_faults, Act::Silence))
        return;
    if (findAct(m_faults, Act::Html))
        return sendWhole(htmlPage());
    if (const Misbehaviour *wish = findAct(m_faults, Act::Refuse)) {
        HttpAnswer refused = refusal(wish->code, "the server was told to refuse this");
        refused.headers = wish->headers;
        return sendWhole(std::move(refused));
    }
    Api::Reply reply = m_service->reply(m_request);
    if (auto *watch = std::get_if<std::unique_ptr<Watch>>(&reply))
        return beginWatch(std::move(*watch));
    HttpAnswer whole = std::get<HttpAnswer>(std::move(reply));
    whole.body = toldWhole(std::move(whole.body), m_faults);
    sendWhole(std::move(whole));
}

void Connection::sendWhole(HttpAnswer answer)
{
    const std::string head
        = answerHead(answer, httpDate(text::Time::from(m_service->clock().now()).seconds), std::int64_t(answer.body.size()));
    m_headBytes = head.size();
    m_isLast = answer.code == 101;
    send(head + answer.body);
}

void Connection::beginWatch(std::unique_ptr<Watch> watch)
{
    m_watch = std::move(watch);
    const std::string head = answerHead({}, httpDate(text::Time::from(m_service->clock().now()).seconds), -1);
    m_headBytes = head.size();
    send(head);
    feed();
}

void Connection::feed()
{
    if (!m_watch || m_socket->bytesToWrite() > mostWaiting || m_out.size() > std::size_t(mostWaiting))
        return;
    auto lines = m_watch->take(m_service->clock().steady());
    const auto faults = m_service->misbehaviours().take(m_request, true);
    if (findAct(faults, Act::Drop))
        return abort();
    std::string bytes;
    for (const std::string &line : told(std::move(lines), faults))
        bytes += chunk(line);
    if (!bytes.empty())
        send(std::move(bytes));
    const bool isCut = !m_watch;
    if (!isCut && (findAct(faults, Act::ExpireWatch) || m_watch->isEnded()))
        finishWatch();
}

void Connection::finishWatch()
{
    m_watch.reset();
    send("0\r\n\r\n");
}

std::optional<base::SteadyTime> Connection::nextDue() const
{
    return m_watch ? std::optional(m_watch->nextDue()) : std::nullopt;
}

void Connection::send(std::string bytes)
{
    m_out += bytes;
    if (!m_isPumping)
        pump();
}

/// How much of m_out may go now.
std::size_t Connection::allowance() const
{
    std::size_t allowed = m_out.size();
    if (const Misbehaviour *cut = findAct(m_faults, Act::Cut))
        allowed = std::min(allowed, m_headBytes + cut->bytes - std::min(m_sent, m_headBytes + cut->bytes));
    if (const Misbehaviour *slow = findAct(m_faults, Act::Slow))
        allowed = std::min(allowed, std::max<std::size_t>(1, slow->bytes / 10));
    if (findAct(m_faults, Act::HalfLines) && !m_isPumping && m_sent >= m_headBytes)
        allowed = std::min(allowed, std::max<std::size_t>(1, m_out.size() - m_out.size() / 3));
    return allowed;
}

void Connection::pump()
{
    const std::size_t allowed = allowance();
    m_isPumping = false;
    m_socket->write(m_out.data(), qint64(allowed));
    m_out.erase(0, allowed);
    m_sent += allowed;
    const Misbehaviour *cut = findAct(m_faults, Act::Cut), *half = findAct(m_faults, Act::HalfLines);
    if (cut && m_sent >= m_headBytes + cut->bytes) {
        m_watch.reset();
        m_out.clear();
        return m_socket->disconnectFromHost();
    }
    if (m_out.empty())
        return endIfDone();
    m_isPumping = true;
    QTimer::singleShot(half ? half->delay : std::chrono::milliseconds(100), m_socket, [this] { pump(); });
}

/// The request is done when nothing of it waits; then the next one begins, in a turn of its own.
void Connection::endIfDone()
{
    if (!m_isBusy || m_watch || m_headBytes == 0)
        return;
    if (m_isLast)
        return m_socket->disconnectFromHost();
    m_isBusy = false;
    m_sent = m_headBytes = 0;
    m_faults.clear();
    if (!m_in.empty())
        QTimer::singleShot(0, m_socket, [this] { handle(); });
}

} // namespace demo
