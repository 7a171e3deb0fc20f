#pragma once

#include "models/base/Job.h"
#include "models/base/Result.h"
#include "models/http/Request.h"

#include <functional>
#include <memory>
#include <vector>

namespace kube {

struct Credential;

/// What a request to the server needs besides its own words.
struct Authorization
{
    std::vector<http::Header> headers;                      ///< Authorization and Impersonate-*; never logged
    std::shared_ptr<const http::Connection> connection;     ///< the same object as long as nothing changed
    std::shared_ptr<const Credential> credential;           ///< what rejected() compares; null without a plugin or provider
};

/// Hands out authorizations for one kubeconfig entry. Belongs to the executor's thread.
class Authorizer
{
public:
    using Done = std::function<void(base::Result<Authorization>)>;

    virtual ~Authorizer() = default;

    /// Calls back on the executor, not before this returns.
    virtual base::Job fetch(Done done) = 0;

    /// The server answered 401. Returns whether another fetch() may give other credentials, so that the request is worth
    /// sending again.
    virtual bool rejected(const Authorization &authorization) = 0;

    /// What was given up after failures may be tried again.
    virtual void retry() { }
};

} // namespace kube
