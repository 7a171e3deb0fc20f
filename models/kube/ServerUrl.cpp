#include "models/kube/ServerUrl.h"

#include "models/kube/KubeConfig.h"

#include <algorithm>
#include <cctype>

namespace kube {

namespace {

/// The parts of a URL as Go's net/url splits them; problem is its error without the URL.
struct GoUrl
{
    std::string scheme;
    std::string authority;
    std::string host;
    std::string path;
    std::string problem;
};

bool isHex(char c)
{
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

std::string escapeProblem(std::string_view text)
{
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        if (at + 2 >= text.size() || !isHex(text[at + 1]) || !isHex(text[at + 2]))
            return "invalid URL escape " + goQuoted(text.substr(at, 3));
    }
    return {};
}

std::string portProblem(std::string_view port)
{
    const bool fine = port.empty() || (port[0] == ':' && std::all_of(port.begin() + 1, port.end(), [](char c) { return c >= '0' && c <= '9'; }));
    return fine ? std::string() : "invalid port " + goQuoted(port) + " after host";
}

std::string hostProblem(std::string_view host)
{
    if (host.starts_with('[')) {
        const std::size_t end = host.rfind(']');
        if (end == std::string_view::npos)
            return "missing ']' in host";
        return portProblem(host.substr(end + 1));
    }
    const std::size_t colon = host.find(':');
    if (colon != std::string_view::npos) {
        if (std::string problem = portProblem(host.substr(colon)); !problem.empty())
            return problem;
    }
    for (const char c : host) {
        const bool allowed = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c))
            || std::string_view("-_.~!$&'()*+,;=:[]<>\"%").find(c) != std::string_view::npos;
        if (!allowed)
            return "invalid character " + goQuoted(std::string_view(&c, 1)) + " in host name";
    }
    return escapeProblem(host);
}

std::string userProblem(std::string_view user)
{
    const bool fine = std::all_of(user.begin(), user.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("-._:~!$&'()*+,;=%@").find(c) != std::string_view::npos;
    });
    return fine ? escapeProblem(user) : "net/url: invalid userinfo";
}

/// The length of the scheme, 0 without one, npos when the URL begins with a colon.
std::size_t schemeLength(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const unsigned char c = static_cast<unsigned char>(text[at]);
        if (text[at] == ':')
            return at == 0 ? std::string_view::npos : at;
        const bool later = std::isdigit(c) || c == '+' || c == '-' || c == '.';
        if (!std::isalpha(c) && !(later && at > 0))
            return 0;
    }
    return 0;
}

void splitAuthority(GoUrl &url, std::string_view rest)
{
    const std::size_t slash = std::min(rest.find('/', 2), rest.size());
    url.authority = rest.substr(2, slash - 2);
    url.path = rest.substr(slash);
    const std::size_t at = url.authority.rfind('@');
    url.host = at == std::string::npos ? url.authority : url.authority.substr(at + 1);
    url.problem = hostProblem(url.host);
    if (url.problem.empty() && at != std::string::npos)
        url.problem = userProblem(std::string_view(url.authority).substr(0, at));
}

GoUrl parse(std::string_view text)
{
    GoUrl url;
    text = text.substr(0, text.find('#'));
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; })) {
        url.problem = "net/url: invalid control character in URL";
        return url;
    }
    const std::size_t length = schemeLength(text);
    if (length == std::string_view::npos) {
        url.problem = "missing protocol scheme";
        return url;
    }
    url.scheme = text.substr(0, length);
    std::transform(url.scheme.begin(), url.scheme.end(), url.scheme.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string_view rest = text.substr(length > 0 ? length + 1 : 0);
    rest = rest.substr(0, rest.find('?'));
    if (rest.starts_with("//") && (length > 0 || !rest.starts_with("///")))
        splitAuthority(url, rest);
    else if (rest.starts_with('/'))
        url.path = rest;
    else if (length == 0 && rest.substr(0, rest.find('/')).find(':') != std::string_view::npos)
        url.problem = "first path segment in URL cannot contain colon";
    if (url.problem.empty())
        url.problem = escapeProblem(url.path);
    return url;
}

} // namespace

std::string goQuoted(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const std::size_t known = std::string_view("\a\b\f\n\r\t\v\"\\").find(c);
        if (known != std::string_view::npos)
            out += std::string("\\") + "abfnrtv\"\\"[known];
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += std::string("\\x") + digits[(c >> 4) & 15] + digits[c & 15];
        else
            out += c;
    }
    return out + "\"";
}

base::Result<ServerUrl> parseServerUrl(const std::string &server)
{
    GoUrl url = parse(server);
    if (!url.problem.empty() || url.scheme.empty() || url.host.empty()) {
        url = parse("http://" + server);
        if (!url.problem.empty())
            return base::makeError(base::ErrorKind::BadInput, url.problem);
        if (url.host.empty() || (!url.path.empty() && url.path != "/"))
            return base::makeError(base::ErrorKind::BadInput, "host must be a URL or a host:port pair: " + goQuoted(withoutUserInfo(server)));
    }
    if (url.scheme != "http" && url.scheme != "https")
        return base::makeError(base::ErrorKind::BadInput, "unsupported protocol scheme " + goQuoted(url.scheme));
    return ServerUrl{url.scheme + "://" + url.authority + url.path, url.scheme == "https"};
}

std::string proxyProblem(const std::string &proxy)
{
    const GoUrl url = parse(proxy);
    if (!url.problem.empty())
        return "could not parse: " + withoutUserInfo(proxy);
    if (url.scheme == "http" || url.scheme == "https" || url.scheme == "socks5")
        return {};
    return "unsupported scheme " + goQuoted(url.scheme) + ", must be http, https, or socks5";
}

} // namespace kube
