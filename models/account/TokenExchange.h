#pragma once

#include "models/base/Executor.h"
#include "models/kube/TokenRequest.h"

#include <cstdint>
#include <functional>

namespace account {

/// One question for a token at a time. Letting go of it, or asking anew, silences the one before. On the consumer's thread.
class TokenExchange
{
public:
    using Done = std::function<void(base::Result<kube::IssuedToken>)>;

    /// The consumer outlives it; what was posted to it and has not run by then is not run.
    explicit TokenExchange(base::Executor &consumer) : m_consumer(consumer) { }

    void ask(kube::Api &api, const kube::TokenWish &wish, Done done);
    void cancel();
    bool isRunning() const { return m_isRunning; }

private:
    base::Executor &m_consumer;
    std::uint64_t m_number = 0;     ///< of the question that counts
    bool m_isRunning = false;
    base::Job m_job;
};

} // namespace account
