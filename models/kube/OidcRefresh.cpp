#include "models/kube/OidcRefresh.h"

#include "models/http/Url.h"
#include "models/kube/Base64.h"
#include "models/kube/CredentialsHeaders.h"
#include "models/kube/OidcRefreshFile.h"
#include "models/platform/FileCalls.h"
#include "models/text/Json.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <cmath>

namespace kube {

namespace {

using text::Value;

constexpr std::chrono::seconds Deadline{30};
constexpr std::int64_t BodyCap = 1024 * 1024;

base::Error failure(std::string message, base::ErrorKind kind = base::ErrorKind::Unauthorized)
{
    return base::makeError(kind, std::move(message));
}

std::string formEncoded(std::string_view text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char byte : text) {
        const auto number = static_cast<unsigned char>(byte);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
            || std::string_view("-._~").find(byte) != std::string_view::npos;
        if (plain)
            out += byte;
        else
            out += {'%', digits[number >> 4], digits[number & 15]};
    }
    return out;
}

/// Collects an answer of an identity provider.
class Collector final : public http::Receiver
{
public:
    explicit Collector(std::function<void(const base::Result<void> &, int, std::string)> done) : m_done(std::move(done)) { }
    void head(const http::ResponseHead &head) override { m_status = head.status; }
    void bytes(std::string_view chunk) override { m_body.append(chunk); }
    void done(const base::Result<void> &result) override
    {
        // The next request lets go of this one.
        const auto done = m_done;
        done(result, m_status, std::move(m_body));
    }

private:
    std::function<void(const base::Result<void> &, int, std::string)> m_done;
    int m_status = 0;
    std::string m_body;
};

std::string shortened(const std::string &body)
{
    constexpr std::size_t limit = 80;
    return text::plain(body.size() > limit ? body.substr(0, limit) + "..." : body);
}

base::Result<std::string> endpointOf(int status, const std::string &body)
{
    if (status != 200)
        return failure("oidc: failed to query metadata endpoint " + std::to_string(status) + ": \"" + shortened(body) + "\"");
    auto metadata = text::parseJson(body);
    if (!metadata)
        return failure("oidc: failed to decode provider discovery object: " + metadata.error().message);
    const std::string endpoint = (*metadata)["token_endpoint"].text();
    if (endpoint.empty())
        return failure("oidc: discovery object doesn't contain a token_endpoint");
    if (!endpoint.starts_with("https://"))
        return failure("oidc: the token endpoint is not an https address: tokens are not sent to it");
    return endpoint;
}

std::string refusal(int status, const std::string &body)
{
    const auto answer = text::parseJson(body);
    if (!answer || (*answer)["error"].text().empty())
        return "oauth2: cannot fetch token: " + std::to_string(status) + "\nResponse: " + shortened(body);
    std::string words = "oauth2: \"" + text::plain((*answer)["error"].text()) + "\"";
    if (const std::string &description = (*answer)["error_description"].text(); !description.empty())
        words += " \"" + text::plain(description) + "\"";
    return words;
}

base::Result<std::shared_ptr<const http::Connection>> providerConnection(const std::string &file, const std::string &data)
{
    http::Connection connection;
    if (!data.empty()) {
        auto pem = decodeBase64(data);
        if (!pem)
            return std::move(pem).error();
        connection.authorityPem = std::move(*pem);
    } else if (!file.empty()) {
        auto pem = platform::FileCalls::system().read(file, std::uint64_t(BodyCap));
        if (!pem)
            return std::move(pem).error();
        connection.authorityPem = std::move(*pem);
    }
    return std::make_shared<const http::Connection>(std::move(connection));
}

} // namespace

base::Result<base::SystemTime> idTokenEnd(std::string_view idToken)
{
    const auto first = idToken.find('.');
    const auto second = first == std::string_view::npos ? first : idToken.find('.', first + 1);
    if (second == std::string_view::npos || idToken.find('.', second + 1) != std::string_view::npos)
        return failure("ID Token is not a valid JWT");
    auto json = decodeBase64Url(idToken.substr(first + 1, second - first - 1));
    if (!json)
        return failure("ID Token is not a valid JWT: " + json.error().message);
    auto claims = text::parseJson(*json);
    if (!claims)
        return failure("parsing claims: " + claims.error().message);
    const Value &exp = (*claims)["exp"];
    const double seconds = exp.type() == Value::Type::Number ? std::strtod(exp.text().c_str(), nullptr) : 0;
    // A clock that counts nanoseconds ends in 2262; the double is cut well before.
    return base::SystemTime(std::chrono::seconds(std::int64_t(std::clamp(std::trunc(seconds), 0.0, 9.0e9)) - 10));
}

OidcRefresh::OidcRefresh(const ConnectionSettings &settings, const CredentialsServices &services)
    : m_services(services), m_file(settings.userFile), m_user(settings.userName), m_config(settings.authProvider->config)
{
    know();
}

void OidcRefresh::know()
{
    constexpr std::size_t most = 16;
    m_known.emplace_back(value("id-token"));
    if (m_known.size() > most)
        m_known.erase(m_known.begin());
}

bool OidcRefresh::adopt(const std::map<std::string, base::SecretText> &config)
{
    const auto found = config.find("id-token");
    const base::SecretText idToken = found == config.end() ? base::SecretText() : found->second;
    if (std::ranges::find(m_known, idToken) != m_known.end())
        return false;
    m_config = config;
    m_unsaved.clear();
    m_handedOut = false;
    know();
    return true;
}

const std::string &OidcRefresh::value(const std::string &key) const
{
    static const std::string none;
    const auto found = m_config.find(key);
    return found == m_config.end() ? none : found->second.reveal();
}

base::Job OidcRefresh::run(CredentialsSource::Renewed done)
{
    auto [job, token] = base::Job::make([this] { m_stage.cancel(); });
    m_done = [token = token, done = std::move(done)](base::Result<Credential> result) {
        token.finish([&] { done(std::move(result)); });
    };
    m_stage = m_services.executor.after(std::chrono::milliseconds(0), [this] {
        if (auto error = prepare())
            finish(std::move(*error));
    });
    return std::move(job);
}

/// Gives the id-token that is there if it still serves, else starts the refresh. An error ends the run.
std::optional<base::Error> OidcRefresh::prepare()
{
    for (const char *key : {"idp-issuer-url", "client-id"}) {
        if (value(key).empty())
            return failure(std::string("Must provide ") + key, base::ErrorKind::BadInput);
    }
    if (const std::string &idToken = value("id-token"); !idToken.empty() && !std::exchange(m_handedOut, true)) {
        auto end = idTokenEnd(idToken);
        if (!end)
            return std::move(end).error();
        if (m_services.executor.clock().now() < *end) {
            finish(Credential{base::SecretText(idToken), {}, {}, *end});
            return {};
        }
    }
    if (value("refresh-token").empty())
        return failure("No valid id-token, and cannot refresh without refresh-token");
    if (!value("idp-issuer-url").starts_with("https://"))
        return failure("oidc: the issuer is not an https address: nothing is sent to it", base::ErrorKind::BadInput);
    auto connection = providerConnection(value("idp-certificate-authority"), value("idp-certificate-authority-data"));
    if (!connection)
        return std::move(connection).error();
    m_connection = *connection;
    discover();
    return {};
}

base::Error OidcRefresh::away(const base::Error &why) const
{
    base::Error error = failure("failed to refresh token: the OpenID Connect issuer " + http::redactUserInfo(value("idp-issuer-url")) + ": " + why.message, why.kind);
    error.reason = issuerAway;
    return error;
}

void OidcRefresh::discover()
{
    std::string issuer = value("idp-issuer-url");
    if (issuer.ends_with('/'))
        issuer.pop_back();
    http::Request request;
    request.url = issuer + "/.well-known/openid-configuration";
    send(std::move(request), [this](const base::Result<Answer> &answer) {
        if (!answer)
            return finish(away(answer.error()));
        auto endpoint = endpointOf(answer->status, answer->body);
        if (!endpoint)
            return finish(std::move(endpoint).error());
        requestTokens(*endpoint, ClientStyle::InHeader);
    });
}

void OidcRefresh::requestTokens(const std::string &endpoint, ClientStyle style)
{
    http::Request request;
    request.method = http::Method::Post;
    request.url = endpoint;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "grant_type=refresh_token&refresh_token=" + formEncoded(value("refresh-token"));
    if (style == ClientStyle::InHeader) {
        request.headers.push_back(basicHeader(formEncoded(value("client-id")), base::SecretText(formEncoded(value("client-secret")))));
    } else {
        request.body += "&client_id=" + formEncoded(value("client-id"));
        if (!value("client-secret").empty())
            request.body += "&client_secret=" + formEncoded(value("client-secret"));
    }
    send(std::move(request), [this, endpoint, style](const base::Result<Answer> &answer) { takeTokens(endpoint, style, answer); });
}

void OidcRefresh::takeTokens(const std::string &endpoint, ClientStyle style, const base::Result<Answer> &answer)
{
    if (!answer)
        return finish(away(answer.error()));
    if (answer->status < 200 || answer->status > 299) {
        // Providers disagree on where the client names itself; Go's oauth2 tries both as well.
        if (style == ClientStyle::InHeader && answer->status >= 400 && answer->status < 500)
            return requestTokens(endpoint, ClientStyle::InBody);
        return finish(failure("failed to refresh token: " + refusal(answer->status, answer->body)));
    }
    auto credential = accept(answer->body);
    if (credential)
        save();
    finish(std::move(credential));
}

base::Result<Credential> OidcRefresh::accept(std::string_view body)
{
    auto tokens = text::parseJson(body);
    if (!tokens)
        return failure("failed to refresh token: oauth2: cannot parse json: " + tokens.error().message);
    const std::string idToken = (*tokens)["id_token"].text();
    if (idToken.empty())
        return failure("token response did not contain an id_token, either the scope \"openid\" wasn't requested upon login, or the "
                       "provider doesn't support id_tokens as part of the refresh response");
    auto end = idTokenEnd(idToken);
    if (!end)
        return std::move(end).error();
    const std::string refreshToken = (*tokens)["refresh_token"].text();
    m_unsaved["id-token"] = m_config["id-token"] = base::SecretText(idToken);
    if (!refreshToken.empty() && refreshToken != value("refresh-token"))
        m_unsaved["refresh-token"] = m_config["refresh-token"] = base::SecretText(refreshToken);
    know();
    return Credential{base::SecretText(idToken), {}, {}, *end};
}

void OidcRefresh::save()
{
    if (m_file.empty())
        return;
    m_saving = saveAuthProviderTokens(m_services.executor, m_file, m_user, m_unsaved, [this](const base::Result<void> &saved) {
        if (saved)
            m_unsaved.clear();
        else if (m_services.notice)
            m_services.notice("could not persist new tokens: " + saved.error().message);
    });
}

void OidcRefresh::send(http::Request request, Answered done)
{
    request.connection = m_connection;
    request.deadline = Deadline;
    request.byteCap = BodyCap;
    request.headers.push_back({"Accept", "application/json"});
    m_stage = m_services.transport.send(std::move(request), std::make_shared<Collector>(
        [done = std::move(done)](const base::Result<void> &result, int status, std::string body) {
            if (!result)
                return done(result.error());
            done(Answer{status, std::move(body)});
        }));
}

void OidcRefresh::finish(base::Result<Credential> result)
{
    const auto done = m_done;
    done(std::move(result));
}

} // namespace kube
