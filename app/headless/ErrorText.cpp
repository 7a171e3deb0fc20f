#include "app/headless/ErrorText.h"

#include "models/kube/OidcRefresh.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace headless {

using base::Error;
using base::ErrorKind;

namespace {

constexpr std::string_view connecting = "cannot connect to ";
constexpr std::string_view refused = ": Connection refused";
constexpr std::string_view readingTheAnswer = "the connection broke while reading the answer";

/// Where the next problem of a configuration does not begin, although a "; " stands there.
constexpr std::array<std::string_view, 2> sameProblem = {"; found [", "; client-key-data will override"};

/// What never reached the server's API, as kubectl tells it.
std::string connectionText(const std::string &message)
{
    const auto why = message.find(refused);
    const bool throughProxy = message.find(" through the proxy ") < why;
    if (message.starts_with(connecting) && why != message.npos && !throughProxy)
        return "The connection to the server " + message.substr(connecting.size(), why - connecting.size())
            + " was refused - did you specify the right host or port?";
    if (message.starts_with(readingTheAnswer))
        return "error: " + message;
    return "Unable to connect to the server: " + message;
}

std::string serverText(const Error &error, const std::string &message)
{
    if (error.reason == "Unauthorized" || (error.code == 401 && error.reason.empty()))
        return "error: You must be logged in to the server (" + (message.empty() ? std::string("Unauthorized") : message) + ')';
    return "Error from server" + (error.reason.empty() ? "" : " (" + text::plain(error.reason) + ')') + ": " + message;
}

/// Several problems of one configuration stand below each other.
std::string configurationText(const std::string &message)
{
    std::string list = "\n* ";
    std::size_t count = 1;
    for (std::size_t i = 0; i < message.size(); ++i) {
        const std::string_view rest = std::string_view(message).substr(i);
        const bool isOfBefore = std::ranges::any_of(sameProblem, [&](std::string_view words) { return rest.starts_with(words); });
        if (!rest.starts_with("; ") || isOfBefore) {
            list += message[i];
            continue;
        }
        list += "\n* ";
        ++count;
        ++i;
    }
    if (count > 1)
        return "Error in configuration: " + list;
    return (message.starts_with("context was not found ") ? "Error in configuration: " : "error: ") + message;
}

} // namespace

int exitCode(const Error &error)
{
    return error.kind == ErrorKind::Misuse ? Misused : Refused;
}

std::string errorText(const Error &error)
{
    const std::string message = text::plain(error.message);
    if (error.code != 0)
        return serverText(error, message);
    if (error.reason == kube::issuerAway)
        return "error: " + message;
    if (error.kind == ErrorKind::Network || error.kind == ErrorKind::Tls || error.kind == ErrorKind::Timeout)
        return connectionText(message);
    if (error.reason == configurationInvalid)
        return configurationText(message);
    return "error: " + message;
}

} // namespace headless
