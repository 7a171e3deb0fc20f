#include "models/kube/KubeConfigParser.h"

#include "models/kube/KubeConfigDecoder.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <set>

namespace kube {

namespace {

using text::Value;
using Decoder = KubeConfigDecoder;
using Cluster = KubeConfig::Cluster;
using User = KubeConfig::User;
using Context = KubeConfig::Context;
using Extension = KubeConfig::Extension;

constexpr std::size_t largestKubeConfig = 32 * 1024 * 1024;

template<auto Member, typename T>
void setText(Decoder &decoder, const Value &value, T &out) { decoder.readText(value, out.*Member); }

template<auto Member, typename T>
void setFlag(Decoder &decoder, const Value &value, T &out) { decoder.readBoolean(value, out.*Member); }

template<auto Member, typename T>
void setBytes(Decoder &decoder, const Value &value, T &out) { decoder.readBytes(value, out.*Member); }

void readTexts(Decoder &decoder, const Value &value, std::vector<std::string> &out)
{
    decoder.readList(value, out, "string", [&](const Value &item, std::string &text) { decoder.readText(item, text); });
}

constexpr Decoder::Field<Extension> extensionFields[] = {
    {"extension", [](Decoder &, const Value &value, Extension &out) { out.value = value; }},
    {"name", setText<&Extension::name, Extension>},
};

void readExtensions(Decoder &decoder, const Value &value, std::vector<Extension> &out)
{
    decoder.readList(value, out, "v1.NamedExtension", [&](const Value &item, Extension &extension) {
        decoder.readObject<Extension>(item, extension, "NamedExtension", extensionFields);
    });
}

template<typename T>
void setExtensions(Decoder &decoder, const Value &value, T &out) { readExtensions(decoder, value, out.extensions); }

constexpr Decoder::Field<Cluster> clusterFields[] = {
    {"certificate-authority", setText<&Cluster::authorityFile, Cluster>},
    {"certificate-authority-data", setBytes<&Cluster::authorityPem, Cluster>},
    {"disable-compression", setFlag<&Cluster::disableCompression, Cluster>},
    {"extensions", setExtensions<Cluster>},
    {"insecure-skip-tls-verify", setFlag<&Cluster::insecure, Cluster>},
    {"proxy-url", setText<&Cluster::proxy, Cluster>},
    {"server", setText<&Cluster::server, Cluster>},
    {"tls-server-name", setText<&Cluster::serverName, Cluster>},
};

constexpr Decoder::Field<Context> contextFields[] = {
    {"cluster", setText<&Context::cluster, Context>},
    {"extensions", setExtensions<Context>},
    {"namespace", setText<&Context::namespaceName, Context>},
    {"user", setText<&Context::user, Context>},
};

constexpr Decoder::Field<ExecVariable> variableFields[] = {
    {"name", setText<&ExecVariable::name, ExecVariable>},
    {"value", setText<&ExecVariable::value, ExecVariable>},
};

void readVariables(Decoder &decoder, const Value &value, ExecSettings &out)
{
    decoder.readList(value, out.environment, "v1.ExecEnvVar", [&](const Value &item, ExecVariable &variable) {
        decoder.readObject<ExecVariable>(item, variable, "ExecEnvVar", variableFields);
    });
}

constexpr Decoder::Field<ExecSettings> execFields[] = {
    {"apiVersion", setText<&ExecSettings::apiVersion, ExecSettings>},
    {"args", [](Decoder &decoder, const Value &value, ExecSettings &out) { readTexts(decoder, value, out.arguments); }},
    {"command", setText<&ExecSettings::command, ExecSettings>},
    {"env", readVariables},
    {"installHint", setText<&ExecSettings::installHint, ExecSettings>},
    {"interactiveMode", [](Decoder &decoder, const Value &value, ExecSettings &out) { decoder.readText(value, out.interactiveMode, "v1.ExecInteractiveMode"); }},
    {"provideClusterInfo", setFlag<&ExecSettings::provideClusterInfo, ExecSettings>},
};

// The newer version of the plugin interface has no default: the kubeconfig must say whether a person can be asked.
void setDefaults(ExecSettings &exec)
{
    const bool old = exec.apiVersion == "client.authentication.k8s.io/v1beta1" || exec.apiVersion == "client.authentication.k8s.io/v1alpha1";
    if (exec.interactiveMode.empty() && old)
        exec.interactiveMode = "IfAvailable";
}

void readExec(Decoder &decoder, const Value &value, User &out)
{
    if (value.isNull())
        return;
    decoder.readObject<ExecSettings>(value, out.exec.emplace(), "ExecConfig", execFields);
    setDefaults(*out.exec);
}

constexpr Decoder::Field<AuthProviderSettings> providerFields[] = {
    {"config", [](Decoder &decoder, const Value &value, AuthProviderSettings &out) {
         decoder.readMap(value, out.config, "string", [&](const Value &item, base::SecretText &text) { decoder.readText(item, text); });
     }},
    {"name", setText<&AuthProviderSettings::name, AuthProviderSettings>},
};

void readProvider(Decoder &decoder, const Value &value, User &out)
{
    if (!value.isNull())
        decoder.readObject<AuthProviderSettings>(value, out.authProvider.emplace(), "AuthProviderConfig", providerFields);
}

void readExtra(Decoder &decoder, const Value &value, User &out)
{
    decoder.readMap(value, out.impersonation.extra, "[]string",
                    [&](const Value &item, std::vector<std::string> &texts) { readTexts(decoder, item, texts); });
}

constexpr Decoder::Field<User> userFields[] = {
    {"as", [](Decoder &decoder, const Value &value, User &out) { decoder.readText(value, out.impersonation.user); }},
    {"as-groups", [](Decoder &decoder, const Value &value, User &out) { readTexts(decoder, value, out.impersonation.groups); }},
    {"as-uid", [](Decoder &decoder, const Value &value, User &out) { decoder.readText(value, out.impersonation.uid); }},
    {"as-user-extra", readExtra},
    {"auth-provider", readProvider},
    {"client-certificate", setText<&User::clientCertificateFile, User>},
    {"client-certificate-data", setBytes<&User::clientCertificatePem, User>},
    {"client-key", setText<&User::clientKeyFile, User>},
    {"client-key-data", setBytes<&User::clientKeyPem, User>},
    {"exec", readExec},
    {"extensions", setExtensions<User>},
    {"password", setText<&User::password, User>},
    {"token", setText<&User::token, User>},
    {"tokenFile", setText<&User::tokenFile, User>},
    {"username", setText<&User::username, User>},
};


constexpr Decoder::Field<Cluster> namedClusterFields[] = {
    {"cluster", [](Decoder &decoder, const Value &value, Cluster &out) { decoder.readObject<Cluster>(value, out, "Cluster", clusterFields); }},
    {"name", setText<&Cluster::name, Cluster>},
};
constexpr Decoder::Field<Context> namedContextFields[] = {
    {"context", [](Decoder &decoder, const Value &value, Context &out) { decoder.readObject<Context>(value, out, "Context", contextFields); }},
    {"name", setText<&Context::name, Context>},
};
constexpr Decoder::Field<User> namedUserFields[] = {
    {"name", setText<&User::name, User>},
    {"user", [](Decoder &decoder, const Value &value, User &out) { decoder.readObject<User>(value, out, "AuthInfo", userFields); }},
};

template<typename T>
void readEntries(Decoder &decoder, const Value &value, std::vector<T> &out, const std::string &structName, std::span<const Decoder::Field<T>> fields)
{
    decoder.readList(value, out, "v1." + structName, [&](const Value &item, T &entry) {
        entry.line = item.line();
        decoder.readObject<T>(item, entry, structName, fields);
    });
}

struct Preferences
{
    bool colors = false;
    std::vector<Extension> extensions;
};

constexpr Decoder::Field<Preferences> preferencesFields[] = {
    {"colors", setFlag<&Preferences::colors, Preferences>},
    {"extensions", setExtensions<Preferences>},
};

void readPreferences(Decoder &decoder, const Value &value, KubeConfig &out)
{
    Preferences preferences;
    decoder.readObject<Preferences>(value, preferences, "Preferences", preferencesFields);
    out.colors = preferences.colors;
}

void readCurrentContext(Decoder &decoder, const Value &value, KubeConfig &out)
{
    decoder.readText(value, out.currentContext);
    out.currentContextLine = value.line();
}

constexpr Decoder::Field<KubeConfig> configFields[] = {
    {"clusters", [](Decoder &decoder, const Value &value, KubeConfig &out) {
         readEntries<Cluster>(decoder, value, out.clusters, "NamedCluster", namedClusterFields);
     }},
    {"contexts", [](Decoder &decoder, const Value &value, KubeConfig &out) {
         readEntries<Context>(decoder, value, out.contexts, "NamedContext", namedContextFields);
     }},
    {"current-context", readCurrentContext},
    {"extensions", setExtensions<KubeConfig>},
    {"preferences", readPreferences},
    {"users", [](Decoder &decoder, const Value &value, KubeConfig &out) {
         readEntries<User>(decoder, value, out.users, "NamedAuthInfo", namedUserFields);
     }},
};

base::Error refusal(std::string message, const Value &place)
{
    return base::makeErrorAt(base::ErrorKind::BadInput, std::move(message), place.line(), place.column());
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// Kind and apiVersion are looked up without regard to case, as kubectl does for these two only; among several spellings
// the one that sorts last counts.
const Value *findIgnoringCase(const Value &root, std::string_view key)
{
    const Value::Member *best = nullptr;
    for (const Value::Member &member : root.members()) {
        if (equalIgnoringCase(member.key, key) && !member.value.isNull() && (!best || member.key >= best->key))
            best = &member;
    }
    return best ? &best->value : nullptr;
}

constexpr std::string_view notAnObject = " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; "
                                         "Kind string \"json:\\\"kind,omitempty\\\"\" }";
constexpr std::string_view noVersionOrKind = "couldn't get version/kind; json parse error: json: cannot unmarshal ";

std::optional<base::Error> checkKindAndVersion(const Value &root)
{
    if (!root.isMap())
        return refusal(std::string(noVersionOrKind) + std::string(goTypeName(root)) + std::string(notAnObject), root);
    std::string kind = "Config";
    std::string version = "v1";
    for (auto [key, out] : {std::pair(std::string_view("apiVersion"), &version), std::pair(std::string_view("kind"), &kind)}) {
        const Value *value = findIgnoringCase(root, key);
        if (value && !value->isString())
            return refusal(std::string(noVersionOrKind) + std::string(goTypeName(*value)) + " into Go struct field ." + std::string(key) + " of type string", *value);
        if (value && !value->text().empty() && value->text() != "/")
            *out = value->text();
    }
    if (std::count(version.begin(), version.end(), '/') > 1)
        return refusal("unexpected GroupVersion string: " + version, root["apiVersion"]);
    if (kind == "Config" && (version == "v1" || version == "/v1"))
        return std::nullopt;
    return refusal("no kind \"" + kind + "\" is registered for version \"" + version + "\" in scheme \"pkg/runtime/scheme.go:111\"", root[kind == "Config" ? "apiVersion" : "kind"]);
}

template<typename T>
std::optional<base::Error> checkNamesAreUnique(const std::vector<T> &entries, std::string_view listType, std::string_view mapType)
{
    std::set<std::string_view> names;
    for (const T &entry : entries) {
        int line = 0;
        if constexpr (requires { entry.line; })
            line = entry.line;
        else if (entry.value.isNull())
            continue;   // kubectl does not see an extension without a value
        else
            line = entry.value.line();
        if (names.insert(entry.name).second)
            continue;
        return base::makeErrorAt(base::ErrorKind::BadInput,
                                 "error converting *[]" + std::string(listType) + " into *map[string]" + std::string(mapType)
                                     + ": duplicate name \"" + entry.name + "\" in list",
                                 line);
    }
    return std::nullopt;
}

template<typename T>
std::optional<base::Error> checkEntries(const std::vector<T> &entries, std::string_view listType, std::string_view mapType)
{
    for (const T &entry : entries) {
        if (auto error = checkNamesAreUnique(entry.extensions, "NamedExtension", "runtime.Object"))
            return error;
    }
    return checkNamesAreUnique(entries, listType, mapType);
}

std::optional<base::Error> checkNames(const KubeConfig &config)
{
    if (auto error = checkEntries(config.clusters, "NamedCluster", "*api.Cluster"))
        return error;
    if (auto error = checkEntries(config.users, "NamedAuthInfo", "*api.AuthInfo"))
        return error;
    if (auto error = checkEntries(config.contexts, "NamedContext", "*api.Context"))
        return error;
    return checkNamesAreUnique(config.extensions, "NamedExtension", "runtime.Object");
}

} // namespace

base::Result<KubeConfig> parseKubeConfig(std::string_view bytes)
{
    KubeConfig config;
    std::vector<text::YamlWarning> warnings;
    text::YamlLimits limits;
    limits.bytes = largestKubeConfig;
    auto root = text::parseYaml(bytes, &warnings, limits);
    if (!root)
        return std::move(root).error();
    for (text::YamlWarning &warning : warnings)
        config.warnings.push_back({{}, std::move(warning.message), warning.line});
    if (root->isNull())
        return config;
    if (auto error = checkKindAndVersion(*root))
        return *error;
    Decoder decoder;
    decoder.readObject<KubeConfig>(*root, config, "Config", configFields);
    if (decoder.error())
        return *decoder.error();
    if (auto error = checkNames(config))
        return *error;
    return config;
}

} // namespace kube
