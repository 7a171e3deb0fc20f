#include "models/rbac/ViewAs.h"

#include "models/kube/GroupsOnly.h"
#include "models/rbac/Marked.h"
#include "models/rbac/Refusal.h"

#include <algorithm>

namespace rbac {

namespace {

constexpr std::size_t mostGroups = 64;
constexpr std::string_view authenticationGroup = "authentication.k8s.io";

bool isControl(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }
bool isBlank(char byte) { return byte == ' ' || byte == '\t'; }

/// A header's value loses blanks at its ends on the way, and can hold no line break.
bool fitsHeader(std::string_view text)
{
    return !text.empty() && !isBlank(text.front()) && !isBlank(text.back()) && std::ranges::none_of(text, isControl);
}

base::Error misuse(const char *marked) { return base::makeError(base::ErrorKind::Misuse, marked); }

/// "team-a/web": exactly one slash; whoever has one in a user name writes "User/oidc/jane".
std::optional<ServiceAccountRef> accountOf(std::string_view text)
{
    const auto slash = text.find('/');
    const bool isPair = slash != text.npos && slash > 0 && slash + 1 < text.size() && text.find('/', slash + 1) == text.npos;
    return isPair ? std::optional(ServiceAccountRef{std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))}) : std::nullopt;
}

kube::Impersonation readWho(std::string_view who)
{
    const auto ref = ObjectRef::parse(who);
    if (ref && (ref->kind == "ServiceAccount" || ref->kind == "User" || ref->kind == "Group"))
        return viewedOf(*ref);
    kube::Impersonation out;
    const auto account = accountOf(who);
    out.user = account ? account->userName() : std::string(who);
    return out;
}

Request impersonate(std::string resource, std::string name)
{
    Request request;
    request.verb = "impersonate";
    request.resource = std::move(resource);
    request.name = std::move(name);
    return request;
}

Request impersonateUser(const std::string &user)
{
    const auto account = ServiceAccountRef::fromUserName(user);
    Request request = impersonate(account ? "serviceaccounts" : "users", account ? account->name : user);
    request.namespaceName = account ? account->namespaceName : std::string();
    return request;
}

} // namespace

base::Result<kube::Impersonation> readViewed(std::string_view who, const std::vector<std::string> &groups)
{
    kube::Impersonation out = readWho(who);
    for (const std::string &group : groups) {
        if (std::ranges::find(out.groups, group) == out.groups.end())
            out.groups.push_back(group);
    }
    if (out.user.empty() && !out.groups.empty())
        out.user = kube::groupsOnlyUser;
    if (out.user.empty())
        return misuse(QT_TRANSLATE_NOOP("rbac", "Nobody is named"));
    if (!fitsHeader(out.user) || !std::ranges::all_of(out.groups, fitsHeader))
        return misuse(QT_TRANSLATE_NOOP("rbac", "A name that begins or ends with a space, or holds a line break, cannot be sent"));
    if (out.groups.size() > mostGroups)
        return misuse(QT_TRANSLATE_NOOP("rbac", "These are more groups than a request should carry: at most 64"));
    return out;
}

kube::Impersonation viewedOf(const ObjectRef &subject)
{
    kube::Impersonation out;
    if (subject.kind == "ServiceAccount")
        out.user = ServiceAccountRef{subject.namespaceName, subject.name}.userName();
    else if (subject.kind == "User")
        out.user = subject.name;
    else {
        out.user = kube::groupsOnlyUser;
        out.groups = {subject.name};
    }
    return out;
}

kube::Impersonation viewedOf(const Identity &identity)
{
    kube::Impersonation out;
    out.user = identity.user.empty() ? kube::groupsOnlyUser : identity.user;
    out.groups = identity.groups;
    return out;
}

Identity identityOf(const kube::Impersonation &who)
{
    return Identity::authenticated(who.user, who.groups);
}

ObjectRef refOf(const kube::Impersonation &who)
{
    if (isOfGroupsOnly(who))
        return {"Group", {}, who.groups.front()};
    const auto account = ServiceAccountRef::fromUserName(who.user);
    return account ? account->ref() : ObjectRef{"User", {}, who.user};
}

std::vector<Request> rightsToViewAs(const kube::Impersonation &who)
{
    std::vector<Request> out{impersonateUser(who.user)};
    for (const std::string &group : who.groups)
        out.push_back(impersonate("groups", group));
    if (!who.uid.empty()) {
        out.push_back(impersonate("uids", who.uid));
        out.back().apiGroup = authenticationGroup;
    }
    for (const auto &[key, values] : who.extra) {
        for (const std::string &value : values) {
            out.push_back(impersonate("userextras", value));
            out.back().subresource = key;
            out.back().apiGroup = authenticationGroup;
        }
    }
    return out;
}

std::optional<ImpersonationRefusal> readImpersonationRefusal(const base::Error &error)
{
    using Missing = ImpersonationRefusal::Missing;
    const auto refusal = error.kind == base::ErrorKind::Forbidden ? readRefusal(error.message) : std::nullopt;
    if (!refusal)
        return std::nullopt;
    const std::string &verb = refusal->request.verb;
    if (verb == "impersonate")
        return ImpersonationRefusal{Missing::Whole, refusal->request};
    if (verb.starts_with("impersonate:"))
        return ImpersonationRefusal{Missing::Identity, refusal->request};
    if (verb.starts_with("impersonate-on:"))
        return ImpersonationRefusal{Missing::OneRequest, refusal->request};
    return std::nullopt;
}

bool refusesImpersonation(const base::Error &error)
{
    return readImpersonationRefusal(error).has_value();
}

} // namespace rbac
