#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"

#include <functional>
#include <memory>

namespace promql {

/// Asks by `start`, which calls back on another thread, and tells on the executor's own; letting go cancels both. The executor outlives the job.
template<typename T>
base::Job asked(base::Executor &executor, const std::function<base::Job(std::function<void(base::Result<T>)>)> &start, std::function<void(base::Result<T>)> done)
{
    auto work = std::make_shared<base::Job>();
    auto [job, token] = base::Job::make([work] { work->cancel(); });
    *work = start([&executor, token = token, done = std::move(done)](base::Result<T> result) {
        auto shared = std::make_shared<base::Result<T>>(std::move(result));
        executor.post([token, shared, done] { token.finish([&] { done(std::move(*shared)); }); });
    });
    return std::move(job);
}

} // namespace promql
