#include "models/palette/KnownNames.h"

#include <algorithm>

namespace palette {

KnownNames::KnownNames(base::Executor &consumer, std::function<void()> changed) : m_consumer(consumer), m_changed(std::move(changed)) { }

bool KnownNames::isFresh(const Entry &entry) const
{
    const auto age = m_consumer.clock().steady() - entry.heard;
    switch (entry.kind.state) {
    case State::Known: return age < Kept;
    case State::Refused: return age < RefusalKept;
    case State::Failed: return age < FailureKept;
    default: return false;
    }
}

void KnownNames::use(kube::Api &api)
{
    if (m_api == &api)
        return;
    stop();
    m_kinds.clear();
    m_api = &api;
}

void KnownNames::want(kube::Api &api, const std::vector<kube::ResourceType> &types)
{
    use(api);
    m_waiting.clear();
    for (const kube::ResourceType &type : types) {
        Entry &entry = m_kinds[type.qualifiedName()];
        if (entry.fetch || isFresh(entry))
            continue;
        entry.kind.state = State::Waiting;
        m_waiting.push_back(type);
    }
    fetchMore();
}

void KnownNames::fetchMore()
{
    auto running = static_cast<std::size_t>(std::ranges::count_if(m_kinds, [](const auto &each) { return each.second.fetch != nullptr; }));
    for (; running < AtOnce && !m_waiting.empty(); ++running) {
        const kube::ResourceType type = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        const std::string key = type.qualifiedName();
        m_kinds[key].fetch = std::make_unique<NameFetch>(*m_api, m_consumer, type, [this, key](const auto &answer) { answered(key, answer); });
    }
}

void KnownNames::answered(const std::string &key, const base::Result<std::shared_ptr<const NameList>> &answer)
{
    Entry &entry = m_kinds[key];
    const std::unique_ptr<NameFetch> done = std::move(entry.fetch); // it is what calls
    entry.heard = m_consumer.clock().steady();
    if (answer) {
        entry.kind = {State::Known, *answer, {}};
    } else {
        entry.kind.state = answer.error().kind == base::ErrorKind::Forbidden ? State::Refused : State::Failed;
        entry.kind.reason = answer.error().message;
    }
    fetchMore();
    m_changed();
}

void KnownNames::stop()
{
    m_waiting.clear();
    for (auto &[key, entry] : m_kinds) {
        entry.fetch.reset();
        if (entry.kind.state == State::Waiting)
            entry.kind.state = entry.kind.names ? State::Known : State::NotAsked;
    }
}

const KnownNames::Kind &KnownNames::kind(const kube::ResourceType &type) const
{
    static const Kind none;
    const auto found = m_kinds.find(type.qualifiedName());
    return found == m_kinds.end() ? none : found->second.kind;
}

} // namespace palette
