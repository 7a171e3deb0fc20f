#include "models/kube/PluginPolicy.h"

#include "models/kube/KubeConfigLoader.h"
#include "models/platform/ChildProcess.h"
#include "models/platform/NativePath.h"
#include "models/platform/Paths.h"
#include "models/text/GoQuote.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <optional>

namespace kube {

using base::ErrorKind;
using base::Result;
using text::goQuoted;

namespace {

constexpr std::uint64_t LargestFile = 1024 * 1024;
constexpr std::string_view Group = "kubectl.config.k8s.io/";

base::Error invalid(std::string message)
{
    return base::makeError(ErrorKind::Invalid, std::move(message));
}

/// As filepath.Clean of Go: without detours, with the slashes of the system.
std::string clean(const std::string &path)
{
    const std::u8string text = platform::nativePath(path).lexically_normal().u8string();
    return {text.begin(), text.end()};
}

/// The path of what an entry of the allowlist names, as Go's LookPath has it; empty when there is nothing.
std::string lookUp(const std::string &entry, std::string_view searchPath)
{
    if (!platform::isPlace(entry))
        return clean(platform::findProgram(entry, searchPath));
    const std::string program = platform::programAt(entry);
    return platform::isExecutable(program) ? clean(program) : std::string();
}

const text::Value *preferencesIn(const std::vector<text::Value> &documents)
{
    const auto found = std::ranges::find_if(documents, [](const text::Value &each) {
        return each["kind"].text() == "Preference" && each["apiVersion"].text().starts_with(Group);
    });
    return found == documents.end() ? nullptr : &*found;
}

struct Place
{
    std::string path;
    bool isExplicit = false;
};

std::optional<Place> placeIn(const std::vector<std::string> &environment, const KubeFiles &files)
{
    const std::string named = platform::environmentValue(environment, "KUBERC");
    if (named == "off")
        return std::nullopt;
    if (!named.empty())
        return Place{named, true};
    const std::string home = kubeHome(environment, files);
    return home.empty() ? std::nullopt : std::optional(Place{platform::joinPath(platform::joinPath(home, ".kube"), "kuberc"), false});
}

} // namespace

Result<PluginPolicy> PluginPolicy::parse(std::string_view kuberc)
{
    const auto documents = text::parseYamlDocuments(kuberc);
    if (!documents)
        return documents.error();
    const text::Value *preferences = preferencesIn(*documents);
    if (!preferences)
        return base::makeError(ErrorKind::BadInput, "no valid preferences found");
    PluginPolicy policy;
    if ((*preferences)["apiVersion"].text() == "kubectl.config.k8s.io/v1alpha1")
        return policy;  // it knows of no policy yet
    const std::string &name = (*preferences)["credentialPluginPolicy"].text();
    const text::Value *list = preferences->find("credentialPluginAllowlist");
    if (name == "Allowlist") {
        const auto read = policy.readList(list ? *list : text::Value());
        return read ? Result<PluginPolicy>(std::move(policy)) : read.error();
    }
    if (!name.empty() && name != "AllowAll" && name != "DenyAll")
        return invalid("unknown plugin policy: " + goQuoted(name));
    if (list && list->isList())
        return invalid("misconfigured credential plugin allowlist: plugin policy is " + goQuoted(name) + " but allowlist is non-nil");
    policy.m_kind = name == "DenyAll" ? Kind::DenyAll : Kind::AllowAll;
    return policy;
}

Result<void> PluginPolicy::readList(const text::Value &list)
{
    m_kind = Kind::Allowlist;
    if (!list.isList())
        return invalid("credential plugin policy set to \"Allowlist\", but allowlist is unspecified");
    if (list.items().empty())
        return invalid("credential plugin policy set to \"Allowlist\", but allowlist is empty; use \"DenyAll\" policy instead");
    for (const text::Value &entry : list.items()) {
        const std::string &name = entry["name"].text(), &command = entry["command"].text();
        if (!name.empty() && !command.empty() && name != command)
            return invalid("both `Name` and `Command` were supplied with different values. `Name` is deprecated, use `Command` instead");
        m_commands.push_back(command.empty() ? name : command);
        if (m_commands.back().empty())
            return invalid("misconfigured credential plugin allowlist: empty allowlist entry #" + std::to_string(m_commands.size()));
        if (const std::string cleaned = clean(m_commands.back()); cleaned != m_commands.back())
            return invalid("non-normalized file path: " + goQuoted(m_commands.back()) + " vs " + goQuoted(cleaned));
    }
    return {};
}

Result<PluginPolicy> PluginPolicy::ofPerson(const std::vector<std::string> &environment, const KubeFiles &files)
{
    const auto place = placeIn(environment, files);
    if (!place)
        return PluginPolicy();
    auto policy = files.read(place->path, LargestFile).and_then([](std::string &&text) { return parse(text); });
    if (policy)
        return policy;
    if (!place->isExplicit && policy.error().kind != ErrorKind::Invalid)
        return PluginPolicy();
    return base::makeError(ErrorKind::Unsupported, "kuberc: " + place->path + ": " + policy.error().message);
}

Result<void> PluginPolicy::checkAny(std::string_view command) const
{
    if (m_kind != Kind::DenyAll)
        return {};
    return base::makeError(ErrorKind::Unsupported, "plugin " + goQuoted(command) + " not allowed: policy set to \"DenyAll\" in kuberc");
}

Result<void> PluginPolicy::check(const std::string &command, const std::string &program, std::string_view searchPath) const
{
    if (m_kind != Kind::Allowlist)
        return checkAny(command);
    const bool isListed = std::ranges::any_of(m_commands, [&](const std::string &entry) {
        return entry == clean(command) || entry == clean(program) || (!program.empty() && lookUp(entry, searchPath) == clean(program));
    });
    if (isListed)
        return {};
    return base::makeError(ErrorKind::Unsupported, "plugin path " + goQuoted(program) + " is not permitted by the credential plugin allowlist of kuberc");
}

} // namespace kube
