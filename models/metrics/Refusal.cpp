#include "models/metrics/Refusal.h"

namespace metrics {

namespace {

constexpr std::string_view ServiceAccount = "system:serviceaccount:";

/// What stands in quotes behind the words.
std::string quotedAfter(std::string_view text, std::string_view words)
{
    const std::size_t found = text.find(words);
    if (found == std::string_view::npos)
        return {};
    const std::size_t begin = found + words.size();
    return std::string(text.substr(begin, text.find('"', begin) - begin));
}

/// A word of a shell that is this text.
std::string shellWord(const std::string &text)
{
    if (!text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+") == std::string::npos)
        return text;
    std::string out = "'";
    for (const char each : text)
        out += each == '\'' ? std::string("'\\''") : std::string(1, each);
    return out + "'";
}

std::string subjectFlag(const std::string &user)
{
    return user.starts_with(ServiceAccount) ? "--serviceaccount=" + shellWord(user.substr(ServiceAccount.size())) : "--user=" + shellWord(user);
}

/// services/proxy in a group "apps" is services.apps/proxy for kubectl.
std::string resourceWord(const Refusal &refusal)
{
    const std::size_t slash = refusal.resource.find('/');
    const std::string subresource = slash == std::string::npos ? "" : refusal.resource.substr(slash);
    return refusal.resource.substr(0, slash) + (refusal.group.empty() ? "" : "." + refusal.group) + subresource;
}

} // namespace

std::optional<Refusal> refusalIn(std::string_view message)
{
    const std::size_t begin = message.find("User \"");
    const std::string_view text = begin == std::string_view::npos ? std::string_view() : message.substr(begin);
    const std::size_t verb = text.find("\" cannot ");
    const std::size_t resource = text.find(" resource \"");
    if (verb == std::string_view::npos || resource == std::string_view::npos || resource < verb)
        return std::nullopt;
    const std::size_t word = verb + std::string_view("\" cannot ").size();
    return Refusal{quotedAfter(text, "User \""), std::string(text.substr(word, resource - word)), quotedAfter(text, " resource \""),
                   quotedAfter(text, "in API group \""), quotedAfter(text, "in the namespace \"")};
}

std::vector<std::string> grantCommands(const Refusal &refusal)
{
    const std::string name = "read-metrics-" + refusal.resource.substr(refusal.resource.find('/') == std::string::npos ? 0 : refusal.resource.find('/') + 1);
    const bool isCluster = refusal.namespaceName.empty();
    const std::string role = isCluster ? "clusterrole" : "role";
    const std::string space = isCluster ? "" : " -n " + shellWord(refusal.namespaceName);
    return {"kubectl create " + role + " " + shellWord(name) + space + " --verb=" + shellWord(refusal.verb) + " --resource=" + shellWord(resourceWord(refusal)),
            "kubectl create " + role + "binding " + shellWord(name) + space + " --" + role + "=" + shellWord(name) + " " + subjectFlag(refusal.user)};
}

} // namespace metrics
