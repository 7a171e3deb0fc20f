#pragma once

#include "models/base/Executor.h"
#include "models/kube/Api.h"
#include "models/platform/Aside.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// Several requests that lead to one result. All steps run on the thread of the consumer; answers are read aside.
class Errand : public std::enable_shared_from_this<Errand>
{
public:
    /// The consumer outlives it.
    explicit Errand(base::Executor &consumer) : m_consumer(consumer) { }
    virtual ~Errand() = default;
    Errand(const Errand &) = delete;
    Errand &operator=(const Errand &) = delete;

    /// Any thread. Once the job is let go no further step begins.
    static base::Job run(std::shared_ptr<Errand> errand);

protected:
    virtual void begin() = 0;

    bool isLetGo() const { return m_token->isCancelled(); }
    base::Executor &consumer() const { return m_consumer; }
    /// Runs f unless nobody waits any more, and is done.
    void finish(const std::function<void()> &f) { m_token->finish(f); }
    /// A request of this errand: it ends with it.
    void keep(base::Job job) { m_jobs.push_back(std::move(job)); }

    /// Computes a value aside and goes on with it.
    template<typename T>
    void compute(std::function<T()> work, std::function<void(T)> next)
    {
        keep(platform::runAside(m_consumer, [self = weak_from_this(), work = std::move(work), next = std::move(next)](std::stop_token) -> base::Task {
            auto value = std::make_shared<T>(work());
            return [self, value, next] {
                if (const auto alive = self.lock(); alive && !alive->isLetGo())
                    next(std::move(*value));
            };
        }));
    }

    /// Hands a value that comes on another thread to the next step.
    template<typename T>
    std::function<void(T)> bring(std::function<void(T)> next)
    {
        return [self = weak_from_this(), &consumer = m_consumer, next = std::move(next)](T value) {
            consumer.post([self, next, kept = std::make_shared<T>(std::move(value))] {
                if (const auto alive = self.lock(); alive && !alive->isLetGo())
                    next(std::move(*kept));
            });
        };
    }

    /// Asks, reads the answer aside and goes on with what was read.
    template<typename T>
    void fetch(kube::Api &api, kube::ApiRequest request, std::function<base::Result<T>(const std::string &)> read, std::function<void(base::Result<T>)> next)
    {
        using Fetched = base::Result<kube::ApiAnswer>;
        keep(api.fetch(std::move(request), bring<Fetched>([this, read = std::move(read), next = std::move(next)](Fetched answer) {
            if (!answer)
                return next(answer.error());
            compute<base::Result<T>>([read, body = std::make_shared<std::string>(std::move(answer->body))] { return read(*body); }, next);
        })));
    }

private:
    base::Executor &m_consumer;
    std::optional<base::JobToken> m_token;
    std::vector<base::Job> m_jobs;
};

} // namespace metrics
