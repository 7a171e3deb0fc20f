#include "models/kube/PodStreams.h"

#include "models/http/Meta.h"
#include "models/kube/ApiUrl.h"
#include "models/kube/CredentialsHeaders.h"
#include "models/kube/ReadOnly.h"
#include "models/kube/Status.h"

namespace kube {

using base::ErrorKind;

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        (text += text.empty() ? "" : ", ") += word;
    return text;
}

std::optional<base::Error> refusalOf(const ApiRequest &request, Access access)
{
    if (leadsElsewhere(request.path))
        return base::makeError(ErrorKind::Invalid, "no name may be \".\" or \"..\"");
    return access == Access::ReadOnly ? refusalOfReadOnly(request) : std::nullopt;
}

/// Answers of servers and proxies that know nothing of the upgrade. What a Status says is meant for us.
bool meansUnsupported(int status, const std::string &body)
{
    Status read;
    const bool isKnown = status == 400 || status == 404 || status == 405 || status == 426 || status == 501 || status < 300;
    return isKnown && !parseStatus(body, &read);
}

} // namespace

PodStreams::PodStreams(std::string server, http::Streams &streams, base::Executor &executor, Authorizer &authorizer)
    : m_core(new Core{std::move(server), streams, executor, &authorizer})
{
}

PodStreams::~PodStreams()
{
    m_core->authorizer = nullptr;
}

void PodStreams::setAccess(Access access)
{
    m_core->access = access;
}

ApiWebSocket::ApiWebSocket(std::shared_ptr<PodStreams::Core> core, ApiRequest request, std::vector<std::string> protocols, std::string purpose,
    http::WebSocketLimits limits, http::MessageReceiver &receiver)
    : m_core(std::move(core)), m_request(std::move(request)), m_protocols(std::move(protocols)), m_purpose(std::move(purpose)), m_limits(limits), m_receiver(receiver)
{
    if (const auto refusal = refusalOf(m_request, m_core->access))
        fail(*refusal);
    else
        authorize();
}

ApiWebSocket::~ApiWebSocket() = default;

/// Never from inside the call that found it out.
void ApiWebSocket::fail(const base::Error &error)
{
    m_core->executor.post([this, error, alive = std::weak_ptr(m_alive)] {
        if (!alive.expired())
            m_receiver.ended(error);
    });
}

void ApiWebSocket::authorize()
{
    if (!m_core->authorizer)
        return fail(base::makeError(ErrorKind::Cancelled, "the connection was closed"));
    m_work = m_core->authorizer->fetch([this](base::Result<Authorization> authorization) { dial(std::move(authorization)); });
}

void ApiWebSocket::dial(base::Result<Authorization> authorization)
{
    if (!authorization)
        return fail(authorization.error());
    m_authorization = std::move(*authorization);
    http::WebSocketWish wish;
    wish.url = urlOf(m_core->server, m_request);
    wish.headers = m_authorization.headers;
    if (const auto good = checkHeaders(wish.headers); !good)
        return fail(good.error());
    wish.headers.push_back({"User-Agent", ApiClient::userAgent()});
    wish.connection = m_authorization.connection;
    wish.protocols = m_protocols;
    m_socket.reset(new http::WebSocket(m_core->streams, m_core->executor, std::move(wish), m_limits, *this));
}

base::Error ApiWebSocket::unsupported(const std::string &answer) const
{
    const std::string words = answer.empty() ? "" : " (it answered: " + answer + ")";
    return base::makeError(ErrorKind::Unsupported, "the server offers none of the ways of " + m_purpose + " over WebSocket that this program speaks: " + joined(m_protocols) + words);
}

void ApiWebSocket::opened(const std::string &protocol)
{
    if (!protocol.empty())
        return m_receiver.opened(protocol);
    m_socket->abort(http::closecode::ProtocolError, unsupported("a connection without a protocol"));
}

void ApiWebSocket::refused(const http::ResponseHead &head, const std::string &body)
{
    if (const auto target = http::redirectTarget(head))
        return m_receiver.ended(base::makeError(ErrorKind::Server, "the server redirects to " + *target + "; redirects are not followed, because they would carry the credentials along"));
    if (meansUnsupported(head.status, body)) {
        base::Error error = unsupported("HTTP " + std::to_string(head.status) + (body.empty() ? "" : ", " + errorFromAnswer(400, body).message));
        error.code = head.status;
        return m_receiver.ended(error);
    }
    const base::Error error = errorFromAnswer(head.status, body);
    if (error.kind == ErrorKind::Unauthorized && m_core->authorizer && m_core->authorizer->rejected(m_authorization) && !std::exchange(m_hasRenewed, true)) {
        // The socket that tells this is let go of when its call has returned.
        m_core->executor.post([this, alive = std::weak_ptr(m_alive)] {
            if (!alive.expired())
                authorize();
        });
        return;
    }
    m_receiver.ended(error);
}

void ApiWebSocket::send(std::string_view message)
{
    if (m_socket)
        m_socket->send(message);
}

void ApiWebSocket::abort(int code, base::Error error)
{
    if (m_socket)
        m_socket->abort(code, std::move(error));
    else
        fail(error);
}

void ApiWebSocket::pause()
{
    if (m_socket)
        m_socket->pause();
}

void ApiWebSocket::resume()
{
    if (m_socket)
        m_socket->resume();
}

} // namespace kube
