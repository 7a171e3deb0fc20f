#include "models/platform/Aside.h"

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace platform {

namespace {

/// The threads that run aside; finished ones are joined when the next one starts, the last at the end of the program.
class Threads
{
public:
    ~Threads()
    {
        for (Entry &entry : m_entries)
            entry.thread.join();
    }

    void start(base::Task work)
    {
        const std::lock_guard lock(m_mutex);
        joinFinished();
        Entry &entry = m_entries.emplace_back();
        entry.thread = std::thread([work = std::move(work), &finished = entry.finished]() mutable {
            std::exchange(work, {})();
            finished = true;
        });
    }

private:
    struct Entry
    {
        std::thread thread;
        std::atomic<bool> finished = false;
    };

    void joinFinished()
    {
        for (auto entry = m_entries.begin(); entry != m_entries.end();) {
            if (!entry->finished) {
                ++entry;
                continue;
            }
            entry->thread.join();
            entry = m_entries.erase(entry);
        }
    }

    std::mutex m_mutex;
    std::list<Entry> m_entries;
};

Threads &threads()
{
    static Threads instance;
    return instance;
}

} // namespace

base::Job runAside(base::Executor &executor, AsideWork work)
{
    auto [job, token] = base::Job::make();
    threads().start([token = token, &executor, work = std::move(work)] {
        base::Task answer = work(token.stopToken());
        token.deliver([&] {
            executor.post([token, answer = std::move(answer)] { token.finish(answer); });
        });
    });
    return std::move(job);
}

} // namespace platform
