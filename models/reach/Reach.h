#pragma once

#include "models/detail/LiveList.h"
#include "models/rbac/PodIdentity.h"
#include "models/rbac/Question.h"
#include "models/rbac/Reach.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reach {

/// A list that has to be read, and all that is kept of its objects.
struct Wanted
{
    std::string_view group;
    std::string_view kind;
    std::string namespaceName;      ///< empty: all
    std::string fields;

    bool operator==(const Wanted &) const = default;
};

/// What decides whether something in one namespace reaches something in another, which may be the same.
std::vector<Wanted> wantedFor(const std::string &from, const std::string &to);

/// Keeps what the network and access ask about, and no more of a pod. Any thread.
std::optional<text::Value> reduced(text::Value object);

/// A list, and what is known of it.
struct Read
{
    Wanted wanted;
    std::string resource;           ///< "networkpolicies"
    detail::LiveList::Content content;
};

/// Two pods, or a pod and a Service.
struct Question
{
    rbac::ObjectRef from;           ///< a Pod
    rbac::ObjectRef to;             ///< a Pod or a Service
    std::string port;               ///< a number or a name; empty: any
    std::string request;            ///< "list secrets", of the namespace of the other; empty: to get the other itself

    bool isWhole() const { return !from.name.empty() && !to.name.empty(); }
    bool operator==(const Question &) const = default;
};

/// "team-a/web-1..team-b/db-0", with "svc/" before a Service and ":PORT" behind it.
std::string textOf(const Question &question);
std::optional<Question> questionOf(std::string_view text);

/// Both kinds of reach, which have nothing to do with each other.
struct Answer
{
    Question question;
    bool isFromKnown = false;
    bool isToKnown = false;
    rbac::PodIdentity identity;                     ///< of the one that asks
    std::shared_ptr<const rbac::Answer> api;        ///< null: no account, or the request was not understood
    std::string problem;                            ///< why it was not understood
    std::optional<rbac::NetworkReach> network;      ///< nothing: one of the two is not known
    std::vector<rbac::Unreadable> unreadable;       ///< of what decides about the network
};

/// A pure function, any thread. version: of the server, which tells whether its distribution enforces NetworkPolicies.
Answer answerTo(const rbac::Basis &basis, const std::vector<Read> &read, const std::string &version, const Question &question);

} // namespace reach
