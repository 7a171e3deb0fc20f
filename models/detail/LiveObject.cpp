#include "models/detail/LiveObject.h"

#include "models/text/Json.h"

#include <algorithm>

namespace detail {

namespace {

using Phase = ObjectState::Phase;

bool mayNotRead(const base::Error &error)
{
    return error.kind == base::ErrorKind::Forbidden || error.kind == base::ErrorKind::Unauthorized;
}

} // namespace

LiveObject::LiveObject(kube::Api &api, base::Executor &consumer, ObjectName name, std::function<void()> changed)
    : m_api(api), m_consumer(consumer), m_name(std::move(name)), m_changed(std::move(changed))
{
    m_state.since = now();
    if (m_name.type.verbs.empty() || m_name.type.can("list"))
        watch();
    else
        poll();
}

void LiveObject::keep(std::shared_ptr<const text::Value> object, ObjectState state)
{
    m_object = std::move(object);
    if (!m_object)
        return;
    m_state = std::move(state);
    if (m_state.phase == Phase::Live || m_state.phase == Phase::Polling)
        m_state = {Phase::Stale, now()};
}

void LiveObject::watch()
{
    kube::Collection collection;
    collection.type = m_name.type;
    collection.namespaceName = m_name.namespaceName;
    collection.fieldSelector = "metadata.name=" + m_name.name;
    m_list = std::make_unique<LiveList>(m_api, m_consumer, std::move(collection), [this] { take(); });
}

void LiveObject::retryNow()
{
    if (m_list)
        m_list->retryNow();
    else
        poll();
}

void LiveObject::take()
{
    const LiveList::Content content = m_list->take();
    const kube::SyncState &sync = content.state;
    // Who may not list may still be allowed to get this one.
    if (sync.error && mayNotRead(*sync.error) && !content.isComplete) {
        m_list.reset();
        return poll();
    }
    const auto found = std::ranges::find_if(content.objects, [this](const auto &entry) { return (*entry.second)["metadata"]["name"].text() == m_name.name; });
    if (found != content.objects.end())
        m_object = found->second;
    else if (content.isComplete)
        return gone(sync.error);
    switch (sync.phase) {
    case kube::SyncState::Phase::Live:
    case kube::SyncState::Phase::Polling:
        if (content.isComplete)
            set({sync.phase == kube::SyncState::Phase::Live ? Phase::Live : Phase::Polling, sync.since});
        return;
    case kube::SyncState::Phase::Stale:
        return set({Phase::Stale, sync.since, sync.error, sync.nextAttempt});
    default:
        break;
    }
    if (sync.error && sync.error->kind == base::ErrorKind::NotFound)
        return gone(sync.error);
    if (m_object)
        return set({Phase::Stale, m_state.phase == Phase::Stale ? m_state.since : now(), sync.error, sync.nextAttempt});
    set({Phase::Connecting, m_state.since, sync.error, sync.nextAttempt});
}

void LiveObject::gone(std::optional<base::Error> error)
{
    const Phase phase = m_object ? Phase::Deleted : Phase::NotFound;
    set({phase, m_state.phase == phase ? m_state.since : now(), std::move(error)});
}

void LiveObject::poll()
{
    kube::ApiRequest request;
    request.path = kube::objectPath(m_name.type, m_name.namespaceName, m_name.name);
    m_again.cancel();
    // The token of the outer job keeps what is delivered later from reaching an object that is gone.
    auto [job, token] = base::Job::make();
    m_request = std::move(job);
    m_again = m_api.fetch(std::move(request), [this, token = token, &consumer = m_consumer](base::Result<kube::ApiAnswer> answer) {
        token.deliver([&] {
            consumer.post([this, token, answer = std::move(answer)] { token.finish([&] { polled(answer); }); });
        });
    });
}

void LiveObject::polled(const base::Result<kube::ApiAnswer> &answer)
{
    if (answer)
        return readAnswer(answer->body);
    const base::Error &error = answer.error();
    const std::chrono::milliseconds pause = mayNotRead(error) ? std::chrono::milliseconds(RefusedPause) : std::chrono::milliseconds(PollInterval);
    if (error.kind == base::ErrorKind::NotFound)
        gone(error);
    else
        set(failed(error, pause));
    m_again = m_consumer.after(pause, [this] { poll(); });
}

void LiveObject::readAnswer(const std::string &body)
{
    auto object = text::parseJson(body);
    if (object) {
        m_object = std::make_shared<const text::Value>(std::move(*object));
        set({Phase::Polling, now()});
    } else {
        set(failed(object.error(), PollInterval));
    }
    m_again = m_consumer.after(PollInterval, [this] { poll(); });
}

ObjectState LiveObject::failed(const base::Error &error, std::chrono::milliseconds pause) const
{
    const base::SystemTime next = now() + pause;
    if (!m_object)
        return {mayNotRead(error) ? Phase::Refused : Phase::Connecting, m_state.since, error, next};
    return {Phase::Stale, m_state.phase == Phase::Polling || m_state.phase == Phase::Stale ? m_state.since : now(), error, next};
}

void LiveObject::set(ObjectState state)
{
    m_state = std::move(state);
    m_changed();
}

} // namespace detail
