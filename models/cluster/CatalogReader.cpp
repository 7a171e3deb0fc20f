#include "models/cluster/CatalogReader.h"

#include "models/base/EventLoopExecutor.h"

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <mutex>

namespace cluster {

class CatalogReader::Thread final : public QThread
{
public:
    Thread(kube::CatalogSources sources, base::Executor &consumer, std::function<void(CatalogSnapshot)> read)
        : m_sources(std::move(sources)), m_consumer(consumer), m_read(std::move(read))
    {
        std::tie(m_job, m_token) = makeJob();
        start();
    }

    ~Thread() override
    {
        m_job.cancel();
        quit();
        wait();
    }

    void setSources(kube::CatalogSources sources)
    {
        const std::lock_guard lock(m_mutex);
        m_sources = std::move(sources);
        if (m_context)
            QMetaObject::invokeMethod(m_context, [this] { reread(); }, Qt::QueuedConnection);
    }

private:
    static std::pair<base::Job, std::shared_ptr<base::JobToken>> makeJob()
    {
        auto [job, token] = base::Job::make();
        return {std::move(job), std::make_shared<base::JobToken>(token)};
    }

    void run() override
    {
        base::EventLoopExecutor executor;
        QObject context;
        kube::CatalogSources sources;
        {
            const std::lock_guard lock(m_mutex);
            m_context = &context;
            sources = m_sources;
        }
        CatalogWatcher watcher(std::move(sources), executor, [this](const CatalogNews &news) { tell(news.problems); });
        m_watcher = &watcher;
        tell(watcher.catalog().problems());
        exec();
        const std::lock_guard lock(m_mutex);
        m_context = nullptr;
    }

    void reread()
    {
        std::unique_lock lock(m_mutex);
        kube::CatalogSources sources = m_sources;
        lock.unlock();
        m_watcher->setSources(std::move(sources));
        tell({});
    }

    void tell(std::vector<CatalogProblem> newProblems)
    {
        CatalogSnapshot snapshot{m_watcher->catalog().entries(), m_watcher->catalog().problems(), std::move(newProblems)};
        m_consumer.post([token = m_token, read = m_read, snapshot = std::move(snapshot)]() mutable {
            token->deliver([&] { read(std::move(snapshot)); });
        });
    }

    std::mutex m_mutex;
    kube::CatalogSources m_sources;
    base::Executor &m_consumer;
    std::function<void(CatalogSnapshot)> m_read;
    base::Job m_job;
    std::shared_ptr<base::JobToken> m_token;
    QObject *m_context = nullptr;
    CatalogWatcher *m_watcher = nullptr;        ///< on this thread only
};

CatalogReader::CatalogReader(kube::CatalogSources sources, base::Executor &consumer, std::function<void(CatalogSnapshot)> read)
    : m_thread(std::make_unique<Thread>(std::move(sources), consumer, std::move(read)))
{
}

CatalogReader::~CatalogReader() = default;

void CatalogReader::setSources(kube::CatalogSources sources)
{
    m_thread->setSources(std::move(sources));
}

} // namespace cluster
