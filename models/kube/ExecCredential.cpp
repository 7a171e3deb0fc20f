#include "models/kube/ExecCredential.h"

#include "models/http/Certificate.h"
#include "models/kube/CredentialsHeaders.h"
#include "models/text/Json.h"
#include "models/text/Time.h"
#include "models/text/Yaml.h"

#include <algorithm>

namespace kube {

namespace {

using text::Value;

constexpr std::string_view Versions[] = {"client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"};

bool isKnown(std::string_view apiVersion)
{
    return std::find(std::begin(Versions), std::end(Versions), apiVersion) != std::end(Versions);
}

base::Error bad(std::string message)
{
    return base::makeError(base::ErrorKind::BadInput, std::move(message));
}

std::string quoted(std::string_view text)
{
    std::string out;
    text::appendJsonString(out, text);
    return out;
}

Value clusterValue(const ExecCluster &cluster)
{
    Value value = Value::map();
    const auto setText = [&value](const char *key, const std::string &text) {
        if (!text.empty())
            value.set(key, Value::string(text));
    };
    value.set("server", Value::string(cluster.server));
    setText("tls-server-name", cluster.serverName);
    if (cluster.insecure)
        value.set("insecure-skip-tls-verify", Value::boolean(true));
    setText("certificate-authority-data", encodeBase64(cluster.authorityPem));
    setText("proxy-url", cluster.proxy);
    if (!cluster.compression)
        value.set("disable-compression", Value::boolean(true));
    value.set("config", cluster.config);
    return value;
}

/// One text of the status; a missing or null one is empty.
base::Result<std::string> statusText(const Value &status, const char *key)
{
    const Value &value = status[key];
    if (value.isNull())
        return std::string();
    if (!value.isString())
        return bad(std::string("decoding stdout: status.") + key + " is not a string");
    return value.text();
}

base::Result<std::optional<base::SystemTime>> expiry(const Value &status)
{
    auto spelled = statusText(status, "expirationTimestamp");
    if (!spelled)
        return std::move(spelled).error();
    if (status["expirationTimestamp"].isNull())
        return std::optional<base::SystemTime>();
    auto time = text::parseTime(*spelled);
    if (!time)
        return bad("decoding stdout: status.expirationTimestamp is not a time as RFC 3339 writes it");
    return std::optional<base::SystemTime>(time->toSystemTime());
}

base::Result<void> checkKind(const Value &answer, const std::string &wanted)
{
    const std::string &kind = answer["kind"].text();
    const std::string &version = answer["apiVersion"].text();
    if (!answer.isMap() || kind.empty())
        return bad("decoding stdout: Object 'Kind' is missing");
    if (version.empty())
        return bad("decoding stdout: Object 'apiVersion' is missing");
    if (kind != "ExecCredential" || !isKnown(version))
        return bad("decoding stdout: no kind " + quoted(kind) + " is registered for version " + quoted(version));
    if (version != wanted)
        return bad("exec plugin is configured to use API version " + wanted + ", plugin returned version " + version);
    return {};
}

base::Result<void> checkComplete(const Credential &credential)
{
    const bool certificate = !credential.clientCertificatePem.empty();
    const bool key = !credential.clientKeyPem.isEmpty();
    if (credential.token.isEmpty() && !certificate && !key)
        return bad("exec plugin didn't return a token or cert/key pair");
    if (certificate != key)
        return bad("exec plugin returned only certificate or key, not both");
    if (!certificate)
        return {};
    if (auto fits = http::keyFits(credential.clientCertificatePem, credential.clientKeyPem.reveal()); !fits)
        return bad("failed parsing client key/certificate: " + fits.error().message);
    return {};
}

base::Result<Credential> readStatus(const Value &status)
{
    if (status.isNull())
        return bad("exec plugin didn't return a status field");
    if (!status.isMap())
        return bad("decoding stdout: status is not an object");
    std::string texts[3];
    const char *keys[] = {"token", "clientCertificateData", "clientKeyData"};
    for (int i = 0; i < 3; ++i) {
        auto text = statusText(status, keys[i]);
        if (!text)
            return std::move(text).error();
        texts[i] = std::move(*text);
    }
    auto expires = expiry(status);
    if (!expires)
        return std::move(expires).error();
    Credential credential{base::SecretText(texts[0]), texts[1], base::SecretText(texts[2]), *expires};
    if (auto complete = checkComplete(credential); !complete)
        return std::move(complete).error();
    return credential;
}

base::Result<Value> parseOutput(std::string_view output)
{
    const auto first = output.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return bad("decoding stdout: it is empty");
    auto value = output[first] == '{' ? text::parseJson(output) : text::parseYaml(output);
    if (!value && output[first] != '{')
        return bad("decoding stdout: couldn't get version/kind; it is neither JSON nor YAML");
    if (!value)
        return bad("decoding stdout: couldn't get version/kind; json parse error: " + value.error().message);
    return value;
}

} // namespace

base::Result<void> checkExecVersion(const std::string &apiVersion)
{
    if (!isKnown(apiVersion))
        return bad("exec plugin: invalid apiVersion " + quoted(apiVersion));
    return {};
}

std::string execInfo(const std::string &apiVersion, const ExecCluster *cluster)
{
    Value spec = Value::map();
    if (cluster)
        spec.set("cluster", clusterValue(*cluster));
    spec.set("interactive", Value::boolean(false));
    Value info = Value::map();
    info.set("kind", Value::string("ExecCredential"));
    info.set("apiVersion", Value::string(apiVersion));
    info.set("spec", std::move(spec));
    return text::writeJson(info);
}

base::Result<Credential> parseExecCredential(std::string_view output, const std::string &apiVersion)
{
    auto answer = parseOutput(output);
    if (!answer)
        return std::move(answer).error();
    if (auto good = checkKind(*answer, apiVersion); !good)
        return std::move(good).error();
    return readStatus((*answer)["status"]);
}

} // namespace kube
