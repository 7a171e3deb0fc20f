#pragma once

#include "models/demo/Http.h"

#include <string>
#include <string_view>

namespace demo {

/// What a refusal is about; empty where nothing is.
struct Subject
{
    std::string_view name;
    std::string_view group;
    std::string_view resource;
};

/// A Status object of kind Failure as JSON; the reason follows from the code (apimachinery pkg/apis/meta/v1).
std::string statusJson(int code, std::string_view message, const Subject &subject = {});

/// That Status as an answer; 429 and 503 carry no Retry-After of their own.
HttpAnswer refusal(int code, std::string_view message, const Subject &subject = {});

/// Refusals in the words of a real server.
HttpAnswer pathNotFound();
HttpAnswer objectNotFound(const Subject &subject);
HttpAnswer alreadyExists(const Subject &subject);
HttpAnswer conflict(const Subject &subject);
HttpAnswer methodNotAllowed();

} // namespace demo
