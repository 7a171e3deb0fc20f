#pragma once

#include "models/base/Job.h"
#include "models/base/Result.h"

#include <functional>
#include <future>
#include <memory>

namespace headless {

/// Starts work that calls back once, on any thread, and waits for it: a verb has nothing else to do meanwhile.
template<typename T>
base::Result<T> waitFor(const std::function<base::Job(std::function<void(base::Result<T>)>)> &start)
{
    auto promise = std::make_shared<std::promise<base::Result<T>>>();
    auto future = promise->get_future();
    const base::Job job = start([promise](base::Result<T> result) { promise->set_value(std::move(result)); });
    return future.get();
}

} // namespace headless
