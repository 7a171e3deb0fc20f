#include "models/platform/Aside.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace platform {

namespace {

constexpr std::chrono::seconds LastWait{3};

/// The threads that run aside; finished ones are joined when the next one starts, the last at the end of the program.
class Threads
{
public:
    void start(base::Task work)
    {
        const std::lock_guard lock(m_mutex);
        joinFinished();
        Entry &entry = m_entries.emplace_back();
        entry.thread = std::thread([this, work = std::move(work), &entry]() mutable {
            std::exchange(work, {})();
            const std::lock_guard finishing(m_mutex);
            entry.isFinished = true;
            m_finished.notify_all();
        });
    }

    /// At most for that long.
    void wait(std::chrono::seconds longest)
    {
        std::unique_lock lock(m_mutex);
        m_finished.wait_for(lock, longest, [this] { return std::ranges::all_of(m_entries, &Entry::isFinished); });
        joinFinished();
    }

private:
    struct Entry
    {
        std::thread thread;
        bool isFinished = false;
    };

    void joinFinished()
    {
        std::erase_if(m_entries, [](Entry &entry) {
            if (entry.isFinished)
                entry.thread.join();
            return entry.isFinished;
        });
    }

    std::mutex m_mutex;
    std::condition_variable m_finished;
    std::list<Entry> m_entries;
};

// Never destroyed: what is left behind at the end still uses it.
Threads &threads()
{
    static auto *instance = new Threads;
    static const struct End
    {
        ~End() { instance->wait(LastWait); }
    } end;
    return *instance;
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

void runAside(base::Task work)
{
    threads().start(std::move(work));
}

} // namespace platform
