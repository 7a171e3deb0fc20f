#pragma once

#include "models/base/Result.h"
#include "models/rbac/Identity.h"
#include "models/rbac/Request.h"

#include <string_view>
#include <vector>

namespace rbac {

/// Something that was really asked, and by whom.
struct ObservedRequest
{
    Identity identity;
    Request request;

    bool operator==(const ObservedRequest &) const = default;
};

/// Reads an API server's audit log: JSON lines, or an EventList. A request counts once for all its stages, and for whom it was made in
/// the name of; lines that are no events are passed over, a log without any is an error. Of a create the name in the log is that of
/// the answer, so it is left out as it was in the request.
base::Result<std::vector<ObservedRequest>> readAuditLog(std::string_view bytes);

} // namespace rbac
