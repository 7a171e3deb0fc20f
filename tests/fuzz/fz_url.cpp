// Whatever text stands where an address is expected: --open's, a kubeconfig's server or proxy-url. What is read says the same when it is
// written again, and no password leaves through a message.

#include "models/http/Url.h"
#include "models/kube/ServerUrl.h"
#include "widgets/base/Address.h"

#include <cstdint>
#include <cstdlib>

namespace {

void check(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void readPlace(const std::string &text)
{
    const QString typed = QString::fromStdString(text);
    const auto place = base::Address::parse(typed);
    check(!place || (place->toString() == typed && !place->place.isEmpty() && base::Address::parse(place->toString()) == place));
}

void readUrl(const std::string &text)
{
    const std::string hidden = http::redactUserInfo(text);
    check(http::redactUserInfo(hidden) == hidden);
    if (const auto url = http::parseUrl(hidden))
        check(url->userInfo.empty() || url->userInfo == "***" || text.find("://") == std::string::npos);
    const auto url = http::parseUrl(text, "https");
    if (!url)
        return;
    check(!url->scheme.empty() && url->port >= 0 && url->port <= 65535);
    check(url->host.find_first_of("[]/ ") == std::string::npos && !url->address().empty());
    check(!url->isLoopback() || !url->host.empty());
    const std::string joined = http::joinUrl(text, "/api");
    check(joined.ends_with("/api") && !joined.ends_with("//api"));
}

void readServer(const std::string &text)
{
    (void)kube::proxyProblem(text);
    const auto server = kube::parseServerUrl(text);
    if (!server)
        return;
    const auto again = kube::parseServerUrl(server->url);
    check(again && again->url == server->url && again->tls == server->tls);
    check(server->url.find("://") != std::string::npos && server->url.find_first_of("?#") == std::string::npos);
}

/// A password in front of whatever host: refused or not, nobody reads it.
void keepPassword(const std::string &text)
{
    if (text.find("kept-p4ssw0rd") != std::string::npos)
        return;
    const std::string url = "https://somebody:kept-p4ssw0rd@" + text;
    check(text.find('@') != std::string::npos || http::redactUserInfo(url).find("kept-p4ssw0rd") == std::string::npos);
    if (const auto read = http::parseUrl(url); !read)
        check(read.error().message.find("kept-p4ssw0rd") == std::string::npos);
    if (const auto server = kube::parseServerUrl(url); !server)
        check(server.error().message.find("kept-p4ssw0rd") == std::string::npos);
    check(kube::proxyProblem(url).find("kept-p4ssw0rd") == std::string::npos);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    readPlace(text);
    readUrl(text);
    readServer(text);
    keepPassword(text);
    return 0;
}
