#include "models/kube/TokenRequest.h"

#include "models/kube/ResourceType.h"
#include "models/text/Json.h"

namespace kube {

using base::Result;
using text::Value;

namespace {

constexpr std::size_t LargestAnswer = 1024 * 1024;

Value specOf(const TokenWish &wish)
{
    Value spec = Value::map();
    Value audiences = Value::list();
    for (const std::string &audience : wish.audiences)
        audiences.items().push_back(Value::string(audience));
    spec.set("audiences", std::move(audiences));
    spec.set("expirationSeconds", Value::number(std::int64_t(wish.lifetime.count())));
    if (wish.bound) {
        Value bound = Value::map();
        bound.set("kind", Value::string(wish.bound->kind));
        bound.set("apiVersion", Value::string("v1"));
        bound.set("name", Value::string(wish.bound->name));
        spec.set("boundObjectRef", std::move(bound));
    }
    return spec;
}

/// "1h30m0s" as "1h30m"
std::string durationOf(std::chrono::seconds lifetime)
{
    const auto hours = lifetime.count() / 3600, minutes = lifetime.count() / 60 % 60, seconds = lifetime.count() % 60;
    std::string text;
    const auto add = [&text](auto count, char unit) { text += count ? std::to_string(count) + unit : std::string(); };
    add(hours, 'h');
    add(minutes, 'm');
    add(seconds, 's');
    return text.empty() ? "0s" : text;
}

base::Error noToken(const std::string &why)
{
    return base::makeError(base::ErrorKind::BadInput, "the server answered without a token: " + why);
}

} // namespace

ApiRequest tokenRequest(const TokenWish &wish)
{
    Value review = Value::map();
    review.set("apiVersion", Value::string("authentication.k8s.io/v1"));
    review.set("kind", Value::string("TokenRequest"));
    review.set("spec", specOf(wish));
    ApiRequest request;
    request.method = http::Method::Post;
    request.path = "/api/v1/namespaces/" + percentEncode(wish.namespaceName) + "/serviceaccounts/" + percentEncode(wish.account) + "/token";
    request.contentType = "application/json";
    request.body = text::writeJson(review);
    request.byteCap = LargestAnswer;
    return request;
}

Result<IssuedToken> readTokenAnswer(std::string_view body)
{
    const auto answer = text::parseJson(body);
    if (!answer)
        return noToken("it is no JSON");
    const Value &status = (*answer)["status"];
    const std::string &token = status["token"].text();
    if (!status["token"].isString() || token.empty())
        return noToken("status.token is empty");
    // It goes into a header and a file: what could end a line there is none.
    if (token.find_first_of(" \t\r\n") != token.npos)
        return noToken("status.token holds white space");
    const auto expires = text::parseTime(status["expirationTimestamp"].text());
    return IssuedToken{base::SecretText(token), expires ? std::optional(*expires) : std::nullopt, readJwt(token)};
}

std::vector<std::string> createTokenWords(const TokenWish &wish)
{
    std::vector<std::string> words{"create", "token", wish.account, "-n", wish.namespaceName, "--duration=" + durationOf(wish.lifetime)};
    for (const std::string &audience : wish.audiences)
        words.push_back("--audience=" + audience);
    if (wish.bound) {
        words.push_back("--bound-object-kind=" + wish.bound->kind);
        words.push_back("--bound-object-name=" + wish.bound->name);
    }
    return words;
}

} // namespace kube
