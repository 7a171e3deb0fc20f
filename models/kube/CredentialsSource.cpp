#include "models/kube/CredentialsSource.h"

namespace kube {

namespace {

constexpr int TriesToStop = 2;
constexpr std::chrono::seconds FreshFor{30};

} // namespace

CredentialsSource::CredentialsSource(base::Executor &executor, Renew renew) : m_executor(executor), m_renew(std::move(renew)) { }

bool CredentialsSource::isGood() const
{
    return m_current && (!m_current->expires || m_executor.clock().now() <= *m_current->expires);
}

bool CredentialsSource::hasStopped() const
{
    return m_failures >= TriesToStop || m_refusals >= TriesToStop;
}

base::Result<std::shared_ptr<const Credential>> CredentialsSource::answer() const
{
    if (isGood())
        return m_current;
    return m_error.value_or(base::makeError(base::ErrorKind::Unauthorized, "no credentials"));
}

base::Job CredentialsSource::fetch(Done done)
{
    auto [job, token] = base::Job::make();
    if (isGood() || hasStopped()) {
        m_executor.post([token = token, done = std::move(done), result = answer()] { token.finish([&] { done(result); }); });
        return std::move(job);
    }
    m_waiters.push_back({token, std::move(done)});
    if (!m_running.isRunning())
        start();
    return std::move(job);
}

void CredentialsSource::start()
{
    ++m_renewals;
    m_running = m_renew([this](base::Result<Credential> result) { finish(std::move(result)); });
}

void CredentialsSource::finish(base::Result<Credential> result)
{
    m_running = {};
    const auto waiters = std::exchange(m_waiters, {});
    base::Result<std::shared_ptr<const Credential>> told = std::shared_ptr<const Credential>();
    if (result) {
        // The one before was not refused but has expired.
        if (m_current)
            m_refusals = 0;
        m_failures = 0;
        m_current = std::make_shared<const Credential>(std::move(*result));
        m_made = m_executor.clock().steady();
        // Given to those who waited even if it has expired already: the server decides, as with kubectl.
        told = m_current;
    } else {
        m_current.reset();
        m_error = result.error();
        m_failures += m_error->kind != base::ErrorKind::Untrusted;
        told = *m_error;
    }
    for (const Waiter &waiter : waiters)
        m_executor.post([waiter, told] { waiter.token.finish([&] { waiter.done(told); }); });
}

bool CredentialsSource::rejected(const std::shared_ptr<const Credential> &credential)
{
    if (hasStopped())
        return false;
    if (!credential || credential != m_current)
        return true;
    const bool fresh = m_executor.clock().steady() - m_made < FreshFor;
    m_refusals = fresh ? m_refusals + 1 : 1;
    m_current.reset();
    m_error = base::makeError(base::ErrorKind::Unauthorized, "the server refused the credentials, and renewed ones as well (401)");
    return !hasStopped();
}

void CredentialsSource::retry()
{
    m_failures = 0;
    m_refusals = 0;
    m_error.reset();
}

} // namespace kube
