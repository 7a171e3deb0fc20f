#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <memory>
#include <optional>
#include <vector>

namespace kube {

/// What a plugin or an identity provider hands out: a token, a certificate with its key, or both.
struct Credential
{
    base::SecretText token;
    std::string clientCertificatePem;
    base::SecretText clientKeyPem;
    std::optional<base::SystemTime> expires;   ///< none: good until the server refuses it

    bool operator==(const Credential &) const = default;
};

/// Keeps one credential and renews it once for all who ask at the same time.
///
/// After two renewals in a row that failed, or two credentials in a row that the server refused (each within half a minute after
/// it was made), nothing is tried any more and everybody gets the error, until a person asks for it with retry(). Errors of the
/// kind Untrusted do not count: nothing was tried. Belongs to the executor's thread.
class CredentialsSource
{
public:
    using Done = std::function<void(base::Result<std::shared_ptr<const Credential>>)>;
    using Renewed = std::function<void(base::Result<Credential>)>;
    /// Starts to make a new credential and calls back once, on the executor's thread, not before it returns.
    using Renew = std::function<base::Job(Renewed)>;

    CredentialsSource(base::Executor &executor, Renew renew);

    /// Calls back on the executor, not before this returns.
    base::Job fetch(Done done);

    /// The server said 401 to it. Returns whether the next fetch() tries again; true as well when it was replaced meanwhile.
    bool rejected(const std::shared_ptr<const Credential> &credential);

    /// Forgets failures and the refused credential.
    void retry();

    /// The number of renewals started, for tests and for people who wonder.
    int renewals() const { return m_renewals; }

private:
    struct Waiter { base::JobToken token; Done done; };

    bool isGood() const;
    base::Result<std::shared_ptr<const Credential>> answer() const;
    void start();
    void finish(base::Result<Credential> result);
    bool hasStopped() const;

    base::Executor &m_executor;
    Renew m_renew;
    std::shared_ptr<const Credential> m_current;
    base::SteadyTime m_made;
    std::optional<base::Error> m_error;
    int m_failures = 0;      ///< renewals in a row
    int m_refusals = 0;      ///< credentials in a row
    int m_renewals = 0;
    std::vector<Waiter> m_waiters;
    base::Job m_running;
};

} // namespace kube
