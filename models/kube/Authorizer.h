#pragma once

#include "models/base/Job.h"
#include "models/base/Result.h"
#include "models/http/Request.h"

#include <functional>
#include <memory>
#include <vector>

namespace kube {

/// What a request needs to be let in: headers with credentials, and the connection they may travel on.
struct Authorization
{
    std::vector<http::Header> headers;
    std::shared_ptr<const http::Connection> connection;
};

/// Hands out authorizations for one kubeconfig entry. All calls on the I/O thread.
class Authorizer
{
public:
    virtual ~Authorizer() = default;

    /// The callback comes on the I/O thread, perhaps before this returns.
    virtual base::Job authorize(std::function<void(base::Result<Authorization>)> done) = 0;

    /// The server answered 401 to it: the next one must be fresh.
    virtual void rejected(const Authorization &authorization) = 0;
};

} // namespace kube
