#include "models/kube/TokenKubeConfig.h"

#include "models/kube/CredentialsHeaders.h"
#include "models/text/Yaml.h"

namespace kube {

using base::Result;
using text::Value;

namespace {

constexpr std::uint64_t LargestAuthority = 1024 * 1024;

Value textValue(const std::string &text) { return Value::string(text); }

/// A list of one named entry, as all lists of a kubeconfig are.
Value named(const std::string &name, const char *what, Value content)
{
    Value entry = Value::map();
    entry.set("name", textValue(name));
    entry.set(what, std::move(content));
    return Value::list({std::move(entry)});
}

/// The user info of a URL stands behind its scheme, up to the last @ of the authority.
std::string withoutUser(const std::string &url)
{
    const auto scheme = url.find("://");
    const auto begin = scheme == url.npos ? 0 : scheme + 3;
    const auto end = url.find('@', begin);
    const auto slash = url.find_first_of("/?#", begin);
    return end == url.npos || (slash != url.npos && slash < end) ? url : url.substr(0, begin) + url.substr(url.rfind('@', slash) + 1);
}

Result<Value> clusterOf(const ConnectionSettings &settings, const KubeFiles &files)
{
    Value cluster = Value::map();
    cluster.set("server", textValue(withoutUser(settings.server)));
    std::string authority = settings.authorityPem;
    if (authority.empty() && !settings.authorityFile.empty()) {
        auto read = files.read(settings.authorityFile, LargestAuthority);
        if (!read)
            return read.error();
        authority = std::move(*read);
    }
    if (!authority.empty())
        cluster.set("certificate-authority-data", textValue(encodeBase64(authority)));
    if (settings.insecure)
        cluster.set("insecure-skip-tls-verify", Value::boolean(true));
    if (!settings.serverName.empty())
        cluster.set("tls-server-name", textValue(settings.serverName));
    if (!settings.proxy.empty())
        cluster.set("proxy-url", textValue(withoutUser(settings.proxy)));
    if (!settings.compression)
        cluster.set("disable-compression", Value::boolean(true));
    return cluster;
}

Value contextOf(const std::string &cluster, const std::string &user, const std::string &namespaceName)
{
    Value context = Value::map();
    context.set("cluster", textValue(cluster));
    context.set("user", textValue(user));
    context.set("namespace", textValue(namespaceName));
    return context;
}

} // namespace

Result<TokenKubeConfig> tokenKubeConfig(const ConnectionSettings &settings, const std::string &namespaceName, const std::string &account,
                                        const base::SecretText &token, const KubeFiles &files)
{
    auto cluster = clusterOf(settings, files);
    if (!cluster)
        return cluster.error();
    const std::string clusterName = settings.clusterName.empty() ? "cluster" : settings.clusterName;
    const std::string user = namespaceName + '/' + account, context = account + '@' + clusterName;
    Value credentials = Value::map();
    credentials.set("token", textValue(token.reveal()));
    Value config = Value::map();
    config.set("apiVersion", textValue("v1"));
    config.set("kind", textValue("Config"));
    config.set("clusters", named(clusterName, "cluster", std::move(*cluster)));
    config.set("users", named(user, "user", std::move(credentials)));
    config.set("contexts", named(context, "context", contextOf(clusterName, user, namespaceName)));
    config.set("current-context", textValue(context));
    return TokenKubeConfig{base::SecretText(text::writeYaml(config)), context, withoutUser(settings.proxy) != settings.proxy};
}

} // namespace kube
