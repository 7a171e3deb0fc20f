#pragma once

#include "models/rbac/Request.h"

#include <optional>
#include <string>
#include <string_view>

namespace rbac {

/// Who was refused what, as a server's words say it. Groups are not in them.
struct Refusal
{
    std::string user;
    Request request;
};

/// Finds the first refusal in a text such as: pods "x" is forbidden: User "u" cannot get resource "pods/log" in API group "" in the
/// namespace "a" (apiserver pkg/endpoints/handlers/responsewriters/errors.go), or that of a kubelet (pkg/kubelet/server). The text may be
/// a log line, JSON in which quotes are escaped, or wrapped and curled by a program it came through. Nothing when there is none.
std::optional<Refusal> readRefusal(std::string_view text);

} // namespace rbac
