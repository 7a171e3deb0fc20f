#pragma once

#include "models/http/HttpThread.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

namespace fault {

/// Keeps what a receiver was told, and lets a test wait for it.
class Collector final : public http::Receiver
{
public:
    void head(const http::ResponseHead &head) override
    {
        const std::lock_guard lock(m_mutex);
        m_head = head;
        m_changed.notify_all();
    }
    void bytes(std::string_view chunk) override
    {
        const std::lock_guard lock(m_mutex);
        m_body.append(chunk.substr(0, m_keepsBody ? chunk.size() : 0));
        m_size += static_cast<std::int64_t>(chunk.size());
        m_changed.notify_all();
    }
    void done(const base::Result<void> &result) override
    {
        const std::lock_guard lock(m_mutex);
        m_result = result;
        ++m_timesDone;
        m_changed.notify_all();
    }

    void keepNoBody() { m_keepsBody = false; }
    bool wait(std::chrono::milliseconds limit = std::chrono::seconds(20)) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, limit, [this] { return m_timesDone > 0; });
    }
    bool waitForBytes(std::int64_t count) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return m_size >= count; });
    }
    http::ResponseHead head() const { const std::lock_guard lock(m_mutex); return m_head; }
    std::string body() const { const std::lock_guard lock(m_mutex); return m_body; }
    std::int64_t size() const { const std::lock_guard lock(m_mutex); return m_size; }
    int timesDone() const { const std::lock_guard lock(m_mutex); return m_timesDone; }
    bool succeeded() const { const std::lock_guard lock(m_mutex); return m_timesDone == 1 && m_result; }
    base::Error error() const
    {
        const std::lock_guard lock(m_mutex);
        return m_timesDone == 1 && !m_result ? m_result.error() : base::makeError(base::ErrorKind::Io, "no error");
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    http::ResponseHead m_head;
    std::string m_body;
    std::int64_t m_size = 0;
    bool m_keepsBody = true;
    base::Result<void> m_result;
    int m_timesDone = 0;
};

/// A GET of this URL, with nothing from the environment.
inline http::Request get(const std::string &url, http::Connection connection = {})
{
    http::Request request;
    request.url = url;
    request.connection = std::make_shared<http::Connection>(std::move(connection));
    return request;
}

/// Settings that no proxy of the machine disturbs.
inline http::HttpSettings settings()
{
    http::HttpSettings result;
    result.proxies = {};
    return result;
}

/// One exchange from its beginning to its end.
class Exchange
{
public:
    Exchange(http::HttpThread &thread, http::Request request) : m_job(thread.send(std::move(request), m_collector)) { }

    Collector *operator->() const { return m_collector.get(); }
    void letGo() { m_job = base::Job(); }

private:
    std::shared_ptr<Collector> m_collector = std::make_shared<Collector>();
    base::Job m_job;
};

} // namespace fault
