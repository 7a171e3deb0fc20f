#include "models/metrics/Errand.h"

namespace metrics {

/// It is kept by its job alone, and ends where its steps run.
base::Job Errand::run(std::shared_ptr<Errand> errand)
{
    base::Executor &consumer = errand->m_consumer;
    auto [job, token] = base::Job::make([&consumer, errand]() mutable { consumer.post([kept = std::move(errand)] { }); });
    errand->m_token.emplace(token);
    consumer.post([self = std::weak_ptr(errand)] {
        if (const auto alive = self.lock(); alive && !alive->isLetGo())
            alive->begin();
    });
    return std::move(job);
}

} // namespace metrics
