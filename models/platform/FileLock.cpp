#include "models/platform/FileLock.h"

#include <memory>

namespace platform {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds RetryEvery{100};

/// One wait for a lock; the next task on the executor keeps it alive.
struct Waiting : std::enable_shared_from_this<Waiting>
{
    Waiting(base::Executor &executor_, FileCalls &calls_, base::JobToken token_)
        : executor(executor_), calls(calls_), token(std::move(token_)) { }

    void attempt()
    {
        auto lock = FileLock::tryLock(path, calls);
        if (!lock && lock.error().kind == base::ErrorKind::Conflict) {
            if (left >= RetryEvery)
                return tryAgain();
            lock = base::makeError(base::ErrorKind::Timeout, "another program is writing " + path + ": " + path
                                   + ".lock exists; if none is, delete that file");
        }
        token.finish([&] { done(std::move(lock)); });
    }

    void tryAgain()
    {
        left -= RetryEvery;
        timer = executor.after(RetryEvery, [self = shared_from_this()] { self->attempt(); });
    }

    base::Executor &executor;
    FileCalls &calls;
    base::JobToken token;
    std::string path;
    milliseconds left{0};
    std::function<void(base::Result<FileLock>)> done;
    base::Job timer;
};

} // namespace

FileLock::FileLock(FileLock &&other) noexcept : m_calls(other.m_calls), m_lockPath(std::exchange(other.m_lockPath, {})) { }

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    if (this != &other) {
        release();
        m_calls = other.m_calls;
        m_lockPath = std::exchange(other.m_lockPath, {});
    }
    return *this;
}

FileLock::~FileLock()
{
    release();
}

void FileLock::release()
{
    if (!m_lockPath.empty())
        static_cast<void>(m_calls->remove(m_lockPath));
    m_lockPath.clear();
}

base::Result<FileLock> FileLock::tryLock(const std::string &path, FileCalls &calls)
{
    const std::string lockPath = path + ".lock";
    auto file = calls.create(lockPath, 0);
    if (!file)
        return std::move(file).error();
    static_cast<void>(calls.close(*file));
    return FileLock(calls, lockPath);
}

base::Job FileLock::lock(base::Executor &executor, std::string path, milliseconds limit,
                         std::function<void(base::Result<FileLock>)> done, FileCalls &calls)
{
    const auto current = std::make_shared<std::weak_ptr<Waiting>>();
    auto [job, token] = base::Job::make([current] {
        if (const auto self = current->lock())
            self->timer.cancel();
    });
    auto waiting = std::make_shared<Waiting>(executor, calls, token);
    *current = waiting;
    waiting->path = std::move(path);
    waiting->left = limit;
    waiting->done = std::move(done);
    executor.post([waiting] { waiting->token.deliver([&] { waiting->attempt(); }); });
    return std::move(job);
}

} // namespace platform
