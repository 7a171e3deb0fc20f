// Two kubeconfigs, cut at the first byte 1, are read, merged and chosen from. Nothing but what they name is opened, no error
// repeats a secret, what kubectl would connect with has a server, and what is imported has the new names and nothing less.

#include "models/kube/Catalog.h"
#include "models/kube/KubeConfigChanges.h"
#include "models/kube/KubeConfigParser.h"
#include "tests/support/MemoryFiles.h"

#include <cstdlib>
#include <string_view>

namespace {

constexpr std::string_view canary = "CanarySecret";

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool mayRepeat(const kube::KubeConfig &config)
{
    // A name or a path is no secret, whatever it is.
    for (const kube::KubeConfig::User &user : config.users) {
        const bool isSecret = user.token.reveal() == canary || user.password.reveal() == canary;
        const bool isElsewhere = user.name.find(canary) != std::string::npos || user.tokenFile.find(canary) != std::string::npos
            || user.clientCertificateFile.find(canary) != std::string::npos || user.clientKeyFile.find(canary) != std::string::npos;
        if (isSecret && !isElsewhere)
            return false;
    }
    return true;
}

void checkSelection(const kube::ContextSelection &selection, bool repeats)
{
    require(selection.connection.has_value() != selection.error.has_value());
    if (selection.connection) {
        require(!selection.connection->server.empty() && !selection.connection->namespaceName.empty());
        require(selection.connection->authorityPem.empty() || selection.connection->authorityFile.empty());
        require(selection.connection->tls || selection.connection->token.isEmpty());
    }
    if (selection.error)
        require(!selection.error->message.empty() && (repeats || selection.error->message.find(canary) == std::string::npos));
}

void checkImport(const std::string &text)
{
    const auto before = kube::parseKubeConfig(text);
    if (!before || before->contexts.empty())
        return;
    const kube::KubeConfigChanges changes{before->contexts[0].name, "n: 1", "c #2", "null", "https://[2001:db8::1]:6443", {}};
    const auto changed = kube::changedKubeConfig(text, changes);
    if (!changed)
        return;
    const auto after = kube::parseKubeConfig(changed->text);
    require(after.has_value() && after->currentContext == changes.contextName);
    require(after->contexts.size() == before->contexts.size() && after->clusters.size() == before->clusters.size() && after->users.size() == before->users.size());
    const kube::KubeConfig::Context *context = kube::findEntry(after->contexts, changes.contextName);
    require(context && (context->cluster == changes.clusterName || context->cluster.empty()) && (context->user == changes.userName || context->user.empty()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const std::size_t cut = std::min(text.find('\1'), text.size());
    tests::MemoryFiles files;
    files.files = {{"/f/one", std::string(text.substr(0, cut))}, {"/f/two", std::string(text.substr(std::min(cut + 1, text.size())))}};
    checkImport(files.files.at("/f/one"));
    kube::KubeConfigPlaces places;
    places.environment = "/f/one:/f/two";
    const kube::MergedConfig merged = kube::loadMergedConfig(places, files);
    require(files.opened == std::set<std::string>({"/f/one", "/f/two"}));
    const bool repeats = mayRepeat(merged.config);
    const kube::ContextChoice choice = kube::chooseContext(merged.config, {}, files);
    require(choice.selected || choice.error);
    if (choice.selected)
        checkSelection(*choice.selected, true);
    for (const kube::KubeConfig::Context &context : merged.config.contexts)
        checkSelection(kube::describeContext(merged.config, context, files), repeats || text.find(canary) != text.rfind(canary));
    kube::CatalogSources sources;
    sources.places = places;
    for (const kube::CatalogEntry &entry : kube::readCatalog(sources, files))
        require(entry.context.context.empty() ? true : entry.error().has_value() || entry.context.connection.has_value());
    return 0;
}
