#include "app/headless/ErrorText.h"

#include "models/text/Plain.h"

namespace headless {

using base::Error;
using base::ErrorKind;

int exitCode(const Error &error)
{
    return error.kind == ErrorKind::Misuse ? Misused : Refused;
}

std::string errorText(const Error &error, const std::string &)
{
    const std::string message = text::plain(error.message);
    if (error.code == 401)
        return "error: You must be logged in to the server (" + (message.empty() ? std::string("Unauthorized") : message) + ')';
    if (error.code != 0 && !error.reason.empty())
        return "Error from server (" + text::plain(error.reason) + "): " + message;
    if (error.code != 0)
        return "Error from server: " + message;
    return "error: " + message;
}

} // namespace headless
