#include "app/headless/Rbac.h"

#include "app/headless/Cluster.h"
#include "app/headless/ErrorText.h"
#include "app/headless/RbacObjects.h"
#include "app/headless/RbacRun.h"
#include "models/kube/KubeFiles.h"
#include "models/text/GoQuote.h"

#include <algorithm>
#include <iostream>
#include <iterator>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

/// What an answer can say about objects that could not be read: a decision is unknown then, and one shape has no words for it.
enum class Gaps { Said, Unsaid };

struct Word
{
    std::string_view name;
    RbacQuestion ask;
    int needs;
    Gaps gaps = Gaps::Unsaid;
    RbacMore more = nullptr;   ///< what the words themselves make it read
};

constexpr int ForRisks = NeedsCatalog | NeedsPods | NeedsAccounts | NeedsQuotas;

constexpr Word words[] = {
    {"check", rbacCheck, OnlyRules, Gaps::Said},
    {"can-i", rbacCanI, NeedsCatalog | NeedsOwnUser, Gaps::Said},
    {"explain", rbacExplain, NeedsOwnUser},
    {"who-can", rbacWhoCan, NeedsCatalog | NeedsPods},
    {"what-if", rbacWhatIf, ForRisks | NeedsOwnUser},
    {"fix", rbacFix, ForRisks | NeedsViewer},
    {"unused", rbacUnused, NeedsCatalog | NeedsAccounts},
    {"risks", rbacRisks, ForRisks},
    {"paths", rbacPaths, ForRisks | NeedsSecrets | NeedsOwnUser},
    {"graph", rbacGraph, ForRisks | NeedsOwnUser},
    {"identity", rbacIdentity, NeedsAccounts | NeedsSecrets, Gaps::Unsaid, readPodOfWords},
    {"reach", rbacReach, NeedsCatalog | NeedsAccounts, Gaps::Said, readReachOfWords},
};

constexpr std::size_t largestInput = std::size_t(1) << 30;

/// --as and --as-group name who is judged here; nobody is impersonated.
Invocation asOwnUser(Invocation invocation)
{
    invocation.overrides.impersonateUser.clear();
    invocation.overrides.impersonateGroups.clear();
    invocation.overrides.impersonateUid.clear();
    return invocation;
}

rbac::Identity identityOf(std::string user, std::vector<std::string> groups, bool implied)
{
    return implied ? rbac::Identity::authenticated(std::move(user), std::move(groups)) : rbac::Identity{std::move(user), std::move(groups), {}};
}

Result<std::vector<rbac::Identity>> judgedBy(const Invocation &invocation)
{
    std::vector<rbac::Identity> out;
    const std::vector<std::string> &groups = invocation.overrides.impersonateGroups;
    for (const std::string &account : invocation.access.accounts) {
        const auto slash = account.find('/');
        const bool isPair = slash != account.npos && slash > 0 && slash + 1 < account.size() && account.find('/', slash + 1) == account.npos;
        if (!isPair)
            return misuse("--sa needs NAMESPACE/NAME, not " + text::goQuoted(account));
        const rbac::ServiceAccountRef ref{account.substr(0, slash), account.substr(slash + 1)};
        out.push_back(identityOf(ref.userName(), groups, invocation.access.impliedGroups.value_or(true)));
    }
    const std::string &user = invocation.overrides.impersonateUser;
    if (out.empty() && (!user.empty() || !groups.empty()))
        out.push_back(identityOf(user, groups, invocation.access.impliedGroups.value_or(false)));
    else if (!out.empty() && !user.empty())
        return misuse("--as and --sa name two different identities");
    return out;
}

Result<RbacSource> readSource(const Invocation &invocation, const Word &word, int needs, std::string &namespaceName, std::ostream &err)
{
    if (!invocation.from.empty()) {
        namespaceName = invocation.overrides.namespaceName.empty() ? "default" : invocation.overrides.namespaceName;
        auto source = rbacFromFiles(invocation.from, namespaceName);
        if (source)
            warnOfFlaws(source->inputs, err);
        return source;
    }
    const auto cluster = Cluster::connect(asOwnUser(invocation), err);
    if (!cluster)
        return cluster.error();
    namespaceName = (*cluster)->namespaceName();
    auto source = rbacFromCluster((*cluster)->api(), namespaceName, needs);
    if (source && word.more)
        if (const auto more = word.more((*cluster)->api(), std::span(invocation.arguments).subspan(1), *source); !more)
            return more.error();
    return source;
}

void warnOfGaps(const rbac::Inputs &inputs, std::ostream &err)
{
    for (const rbac::Unreadable &part : inputs.unreadable)
        err << "Warning: the answer may be incomplete, because " << part.resource << " could not be read" << (part.except.empty() ? "" : " in all namespaces") << '\n';
    if (inputs.hasOtherAuthorizers)
        err << "Warning: other authorizers are present, which may allow more\n";
}

Result<int> ask(const Invocation &invocation, const Word &word, std::ostream &out, std::ostream &err)
{
    auto judged = judgedBy(invocation);
    if (!judged)
        return judged.error();
    const int needs = judged->empty() ? word.needs : word.needs & ~NeedsOwnUser;
    std::string namespaceName;
    auto source = readSource(invocation, word, needs, namespaceName, err);
    if (!source)
        return source.error();
    if (word.gaps == Gaps::Unsaid)
        warnOfGaps(source->inputs, err);
    rbac::AccessEvaluator evaluator(source->inputs);
    RbacRun run{invocation, std::span(invocation.arguments).subspan(1), std::move(*source), std::move(evaluator), std::move(*judged),
                invocation.allNamespaces ? std::string() : namespaceName, out, err};
    return word.ask(run);
}

std::string knownWords()
{
    std::string out;
    for (const Word &word : words)
        (out += out.empty() ? "" : " ") += word.name;
    return out;
}

} // namespace

Error misuse(std::string message)
{
    return base::makeError(ErrorKind::Misuse, std::move(message));
}

Result<std::string> readInput(const std::string &path)
{
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
    return kube::KubeFiles::system().read(path, largestInput);
}

Result<rbac::Identity> RbacRun::identity() const
{
    if (judged.size() > 1)
        return misuse("only one identity can be judged here");
    if (!judged.empty())
        return judged.front();
    if (source.ownUser)
        return *source.ownUser;
    return misuse("name who is judged: --as USER, --as-group GROUP or --sa NAMESPACE/NAME");
}

int rbacVerb(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    const auto word = std::ranges::find(words, std::string_view(invocation.arguments.front()), &Word::name);
    const auto code = word == std::end(words)
        ? Result<int>(misuse("rbac has no word " + text::goQuoted(invocation.arguments.front()) + "; it has: " + knownWords()))
        : ask(invocation, *word, out, err);
    out.flush();
    if (code)
        return *code;
    err << errorText(code.error()) << '\n';
    if (code.error().kind == ErrorKind::Misuse)
        err << usageLine(Verb::Rbac) << '\n';
    return exitCode(code.error());
}

} // namespace headless
