#include "models/rbac/PodIdentity.h"

#include "models/rbac/ObjectReader.h"

#include <algorithm>
#include <array>

namespace rbac {

using text::Value;

namespace {

constexpr std::int64_t DefaultExpiration = 3600;
constexpr const char *onlyMountableAnnotation = "kubernetes.io/enforce-mountable-secrets";
/// What Go's strconv.ParseBool takes for true.
constexpr std::array<std::string_view, 6> trueWords = {"1", "t", "T", "TRUE", "true", "True"};

const ServiceAccount *findAccount(const Inputs &inputs, const ServiceAccountRef &ref)
{
    const auto found = std::ranges::find_if(inputs.serviceAccounts, [&ref](const auto &account) { return account->ref == ref; });
    return found == inputs.serviceAccounts.end() ? nullptr : found->get();
}

std::vector<ProjectedToken> projectedTokens(const Value &spec)
{
    std::vector<ProjectedToken> out;
    for (const Value &volume : spec["volumes"].items())
        for (const Value &source : volume["projected"]["sources"].items())
            if (const Value *token = source.find("serviceAccountToken"); token && token->isMap())
                out.push_back({volume["name"].text(), (*token)["audience"].text(),
                               (*token)["expirationSeconds"].asInteger(DefaultExpiration), (*token)["path"].text()});
    return out;
}

std::vector<ObjectRef> secretRefs(const std::vector<std::string> &names, const std::string &namespaceName)
{
    std::vector<ObjectRef> out;
    for (const std::string &name : names)
        out.push_back({"Secret", namespaceName, name});
    return out;
}

std::vector<std::string> namesOf(const Value &references)
{
    std::vector<std::string> out;
    for (const Value &reference : references.items())
        out.push_back(reference["name"].text());
    return out;
}

void decideAutomount(const PodUse &pod, const ServiceAccount *account, PodIdentity &out)
{
    if (pod.automountToken) {
        out.automount = *pod.automountToken;
        out.decidedBy = PodIdentity::DecidedBy::Pod;
    } else if (account && account->automountToken) {
        out.automount = *account->automountToken;
        out.decidedBy = PodIdentity::DecidedBy::ServiceAccount;
    } else {
        out.automount = true;
    }
}

void addAccountsOwn(const ServiceAccount &account, PodIdentity &out)
{
    out.isAccountKnown = true;
    out.mountableSecrets = secretRefs(account.secrets, account.ref.namespaceName);
    const auto limit = account.annotations.find(onlyMountableAnnotation);
    out.mountsOnlyThose = limit != account.annotations.end() && std::ranges::find(trueWords, limit->second) != trueWords.end();
    if (out.imagePullSecrets.empty())
        out.imagePullSecrets = secretRefs(account.imagePullSecrets, account.ref.namespaceName);
}

} // namespace

bool PodIdentity::hasApiToken() const
{
    return automount || std::ranges::any_of(tokens, &ProjectedToken::isForApiServer);
}

PodIdentity podIdentity(const Value &pod, const Inputs &inputs)
{
    const PodUse use = readPodUse(pod);
    PodIdentity out;
    out.tokens = projectedTokens(pod["spec"]);
    out.imagePullSecrets = secretRefs(namesOf(pod["spec"]["imagePullSecrets"]), use.ref.namespaceName);
    if (use.isMirror)
        return out;
    out.account = ServiceAccountRef{use.ref.namespaceName, use.serviceAccount};
    const ServiceAccount *account = findAccount(inputs, *out.account);
    decideAutomount(use, account, out);
    if (account)
        addAccountsOwn(*account, out);
    for (const TokenSecret &secret : inputs.tokenSecrets)
        if (secret.ref.namespaceName == out.account->namespaceName && secret.serviceAccount == out.account->name)
            out.tokenSecrets.push_back(secret.ref);
    return out;
}

std::string_view decidedByName(PodIdentity::DecidedBy decidedBy)
{
    constexpr std::array<std::string_view, 3> names = {"pod", "serviceaccount", "default"};
    return names[static_cast<std::size_t>(decidedBy)];
}

} // namespace rbac
