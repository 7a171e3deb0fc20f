#include "models/http/ProxyFinder.h"

namespace http {

namespace {

/// All that a search is told: paths and users are nobody's business.
std::string serverOf(const Url &url)
{
    return url.scheme + "://" + url.address() + '/';
}

} // namespace

ProxyFinder::ProxyFinder(ProxyEnvironment environment, std::shared_ptr<TaskQueue> queue)
    : m_environment(std::move(environment)), m_queue(std::move(queue))
{
}

bool ProxyFinder::isSearched(const Url &url) const
{
    return m_environment.search && !url.isLoopback();
}

bool ProxyFinder::isKnown(const Url &url, base::SteadyTime now)
{
    if (!isSearched(url))
        return true;
    const std::string server = serverOf(url);
    Entry &entry = (*m_entries)[server];
    if (!entry.isAsked && (!entry.answer || now - entry.askedAt >= Fresh))
        ask(server, entry, now);
    return isSettled(url, now);
}

bool ProxyFinder::isSettled(const Url &url, base::SteadyTime now) const
{
    if (!isSearched(url))
        return true;
    const auto found = m_entries->find(serverOf(url));
    return found != m_entries->end() && (found->second.answer || now - found->second.askedAt >= m_environment.patience);
}

void ProxyFinder::ask(const std::string &server, Entry &entry, base::SteadyTime now)
{
    entry.isAsked = true;
    entry.askedAt = now;
    entry.wake = m_queue->after(m_environment.patience, [] { });
    const auto take = [entries = std::weak_ptr(m_entries), server](base::Result<std::string> answer) {
        if (const auto alive = entries.lock()) {
            Entry &asked = (*alive)[server];
            asked.isAsked = false;
            asked.answer = std::move(answer);
        }
    };
    m_environment.search(server, [queue = std::weak_ptr(m_queue), take](base::Result<std::string> answer) {
        if (const auto alive = queue.lock())
            alive->post([take, answer = std::move(answer)] { take(answer); });
    });
}

const base::Result<std::string> *ProxyFinder::answerFor(const Url &url) const
{
    const auto found = isSearched(url) ? m_entries->find(serverOf(url)) : m_entries->end();
    return found != m_entries->end() && found->second.answer ? &*found->second.answer : nullptr;
}

std::string ProxyFinder::proxyFor(const Url &url) const
{
    const auto *answer = answerFor(url);
    return answer && *answer ? **answer : http::proxyFor(url, m_environment);
}

std::string ProxyFinder::trouble(const Url &url) const
{
    const auto *answer = answerFor(url);
    return answer && !*answer && answer->error().kind != base::ErrorKind::NotFound ? answer->error().message : std::string();
}

} // namespace http
