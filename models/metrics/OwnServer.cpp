#include "models/metrics/OwnServer.h"

#include "models/metrics/PrometheusAnswer.h"
#include "models/metrics/RememberedServer.h"

namespace metrics {

using base::ErrorKind;
using base::Result;
using text::Value;

namespace {

constexpr const char *person = "person";
constexpr const char *typedMore = "hasSecrets";

base::Error lostError(base::Error error)
{
    error.reason = reason::SecretsLost;
    return error;
}

std::string placeOf(const DirectServer &server)
{
    const auto route = routeTo(server);
    return route ? route->place : std::string();
}

} // namespace

bool hasSecrets(const DirectServer &server)
{
    const DirectServer bare{server.url};
    const auto route = routeTo(bare);
    return server != bare || (route && !route->headers.empty());
}

OwnServer::OwnServer(Memory memory, base::Executor &consumer, std::optional<DirectServer> named, base::Task changed)
    : m_memory(std::move(memory)), m_consumer(consumer), m_changed(std::move(changed)), m_server(std::move(named))
{
    if (m_server || m_memory.key.empty())
        return;
    const Value &said = m_memory.settings.value(Section, m_memory.key)[person];
    if (const auto remembered = readCandidate(said)) {
        m_server = remembered->direct;
        m_isIncomplete = m_server && said[typedMore].asBoolean();
    }
}

std::string OwnServer::secretsName() const
{
    return std::string(Section) + '\n' + m_memory.key;
}

OwnServer::Keeping OwnServer::keeping() const
{
    if (m_memory.key.empty())
        return Keeping::Nothing;
    return m_memory.secrets && m_memory.secrets->isOffered() ? Keeping::Everything : Keeping::Place;
}

void OwnServer::name(std::optional<DirectServer> server)
{
    m_reading.cancel();
    m_server = std::move(server);
    m_isIncomplete = false;
    m_lost.reset();
    m_notKept.reset();
    remember();
    keep();
}

void OwnServer::remember()
{
    if (m_memory.key.empty())
        return;
    Value said;
    if (m_server) {
        Value place = writeCandidate(Candidate{Origin::Person, {}, {}, {}, m_server}, Way::Direct);
        if (place.isMap() && hasSecrets(*m_server))
            place.set(typedMore, Value::boolean(true));
        said = Value::map();
        said.set(person, std::move(place));
    }
    m_memory.settings.set(Section, m_memory.key, std::move(said));
}

void OwnServer::keep()
{
    if (keeping() != Keeping::Everything)
        return;
    const std::string name = secretsName();
    const auto done = [this](const Result<void> &result) {
        if (!result) {
            m_notKept = result.error();
            m_changed();
        }
    };
    ServerSecrets &secrets = *m_memory.secrets;
    m_keeping = m_server && hasSecrets(*m_server) ? secrets.keep(m_consumer, name, *m_server, done) : secrets.forget(m_consumer, name, done);
}

void OwnServer::read(base::Task done)
{
    m_lost.reset();
    if (keeping() != Keeping::Everything) {
        m_lost = lostError(base::makeError(ErrorKind::Unsupported, "it was kept only until the program ended"));
        return done();
    }
    m_reading = m_memory.secrets->fetch(m_consumer, secretsName(), [this, done = std::move(done)](const Result<DirectServer> &kept) {
        take(kept);
        done();
    });
}

/// What was kept for another place goes nowhere.
void OwnServer::take(const Result<DirectServer> &kept)
{
    if (kept && placeOf(*kept) == placeOf(*m_server)) {
        m_server = *kept;
        m_isIncomplete = false;
    } else {
        m_lost = lostError(kept ? base::makeError(ErrorKind::NotFound, "what is kept belongs to another address") : kept.error());
    }
}

} // namespace metrics
