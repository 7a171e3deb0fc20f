#include "widgets/catalog/ImportPlan.h"

#include "models/kube/Distribution.h"
#include "models/kube/KubeConfigChanges.h"
#include "models/kube/KubeConfigSaving.h"

#include <algorithm>

namespace catalog {

namespace {

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char byte) { return byte >= 'A' && byte <= 'Z' ? char(byte + 32) : byte == ' ' ? '-' : byte; });
    return text;
}

/// What is left of a context's name as a file name: "prod" of arn:aws:eks:eu-west-1:1234:cluster/prod.
std::string fileNameOf(const std::string &context)
{
    std::string name = context.substr(context.find_last_of('/') + 1);
    std::ranges::replace_if(name, [](char byte) { return !kube::mayBeSavedAs(std::string("a") + byte + 'a'); }, '-');
    return kube::mayBeSavedAs(name) ? name : "imported";
}

std::string distributionOf(const kube::CatalogEntry &entry)
{
    return kube::distributionOf(kube::tracesOf(entry.context.clusterEntry, entry.context.context));
}

} // namespace

ImportText readImport(const std::string &text, const std::string &sourceFolder, const std::string &folder, const kube::KubeFiles &files)
{
    ImportText read;
    read.entries = kube::catalogOfText(text, sourceFolder.empty() ? std::string() : sourceFolder + "/text", files);
    for (const kube::CatalogEntry &entry : read.entries) {
        if (entry.context.context.empty())
            continue;
        if (entry.isCurrent)
            read.proposed = read.contexts.size();
        read.contexts.push_back({entry.context.context, entry.context.cluster, entry.context.user, entry.context.clusterEntry.server});
    }
    if (read.contexts.empty())
        return read;
    const auto config = kube::readKubeConfig(text, {}, files);
    read.isNodeFile = config && kube::isNodeKubeConfig(*config);
    const auto &context = read.contexts[read.proposed].context;
    const auto entry = std::ranges::find(read.entries, context, [](const kube::CatalogEntry &each) { return each.context.context; });
    read.distribution = distributionOf(*entry);
    if (read.isNodeFile && read.distribution.empty())
        read.distribution = "k3s";      // RKE2 says so in its certificate authority
    read.name = kube::freeSavedName(folder, read.isNodeFile ? lowerCase(read.distribution) : fileNameOf(context), files);
    return read;
}

ImportPlan planOf(const ImportWish &wish, const std::string &folder, const kube::KubeFiles &files)
{
    ImportPlan plan;
    const auto withFault = [&plan](ImportPlan::Fault fault, const std::string &message = {}) {
        plan.fault = fault;
        plan.message = message;
        return plan;
    };
    const bool isMoved = wish.address != wish.serverBefore;
    const auto server = isMoved ? kube::serverAt(wish.serverBefore, wish.address) : base::Result<std::string>(wish.serverBefore);
    if (!server)
        return withFault(ImportPlan::Fault::Address);
    plan.server = *server;
    const auto changed = kube::changedKubeConfig(wish.text.reveal(), {wish.context, wish.contextName, wish.clusterName, wish.userName, isMoved ? *server : std::string(), wish.sourceFolder});
    if (!changed)
        return withFault(ImportPlan::Fault::Text, changed.error().message);
    plan.text = base::SecretText(changed->text);
    plan.isAsWritten = changed->isAsWritten;
    plan.context = wish.contextName.empty() ? wish.context : wish.contextName;
    const auto entries = kube::catalogOfText(changed->text, {}, files);
    const auto entry = std::ranges::find(entries, plan.context, [](const kube::CatalogEntry &each) { return each.context.context; });
    if (entry != entries.end()) {
        plan.settings = entry->context.connection;
        plan.distribution = distributionOf(*entry);
        plan.message = entry->error() ? entry->error()->message : std::string();
    }
    if (!kube::mayBeSavedAs(wish.name))
        return withFault(ImportPlan::Fault::Name, plan.message);
    plan.path = kube::savedKubeConfigPath(folder, wish.name);
    plan.freeName = kube::freeSavedName(folder, wish.name, files);
    return plan.freeName == wish.name ? plan : withFault(ImportPlan::Fault::Exists, plan.message);
}

} // namespace catalog
