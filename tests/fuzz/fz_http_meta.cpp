#include "models/http/Certificate.h"
#include "models/http/Meta.h"
#include "models/http/Proxy.h"

#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool hasControls(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            return true;
    }
    return false;
}

void headers(const std::string &text)
{
    const auto wait = http::parseRetryAfter(text);
    require(!wait || (wait->count() >= 0 && wait->count() <= 60));
    const http::ContentType type = http::parseContentType(text);
    require(type.type.size() <= text.size());
    for (const auto &[name, value] : type.parameters)
        require(!name.empty() && name.size() + value.size() <= text.size());
    http::parseHttpDate(text);
    for (const std::string &warning : http::parseWarnings(text))
        require(!hasControls(warning));
    http::ResponseHead head;
    head.status = 302;
    head.headers = {{"Warning", text}, {"warning", text}, {"Location", text}};
    require(http::warnings(head).size() <= http::parseWarnings(text).size());
    const auto target = http::redirectTarget(head);
    require(target && target->size() <= 2048 && !hasControls(*target));
}

void urls(const std::string &text)
{
    const std::string shown = http::redactUserInfo(text);
    require(http::redactUserInfo(shown) == shown);
    const auto url = http::parseUrl(text, "https");
    require(!url || (url->port >= 0 && url->port <= 65535));
    if (url && !url->userInfo.empty() && text.find("://") != std::string::npos)
        require(http::redactUserInfo(text) != text || text.find("***@") != std::string::npos);
    const std::string joined = http::joinUrl("https://host/prefix/", text);
    require(joined.compare(0, 20, "https://host/prefix/") == 0 && (joined.size() == 20 || joined[20] != '/'));
    const std::size_t mark = text.find('\n');
    http::isWithoutProxy(text.substr(0, mark), 443, mark == std::string::npos ? text : text.substr(mark));
    if (url)
        http::proxyFor(*url, {"http://p", "http://p", text});
}

void certificates(const std::string &text)
{
    http::parsePem(text).has_value();
    http::checkAuthority(text).has_value();
    http::keyFits(text, text).has_value();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    headers(text);
    urls(text);
    if (text.find("-----BEGIN") != std::string::npos)
        certificates(text);
    return 0;
}
