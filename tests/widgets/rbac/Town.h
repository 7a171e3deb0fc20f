#pragma once

#include "models/rbac/Aggregation.h"
#include "models/rbac/Identity.h"
#include "models/rbac/Inputs.h"

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace samples {

/// A cluster by chance for several people at once: bindings that many share, groups, ClusterRoles put together of parts, roles and accounts that
/// do not exist, and names that documents could take for markup.
class Town
{
public:
    explicit Town(unsigned seed) : m_chance(seed) { }

    std::size_t below(std::size_t count) { return m_chance() % count; }

    rbac::Inputs inputs()
    {
        rbac::Inputs out;
        for (int i = 0; i < 6; ++i)
            out.roles.push_back(role("Role", namespaces()[below(3)], "r" + std::to_string(i)));
        for (int i = 0; i < 5; ++i)
            out.roles.push_back(role("ClusterRole", {}, i == 4 ? odd() : "c" + std::to_string(i)));
        for (int i = 0; i < 3; ++i)
            out.roles.push_back(part(i));
        out.roles.push_back(whole());
        for (const auto &changed : rbac::settledAggregation(out.roles))
            *std::ranges::find(out.roles, changed->ref, [](const auto &role) -> const rbac::ObjectRef & { return role->ref; }) = changed;
        for (int i = 0; i < 20; ++i)
            out.bindings.push_back(binding(i));
        for (int i = 0; i < 3; ++i)
            addEverywhere(*binding(20 + i), out);
        addAccounts(out);
        out.namespaces = namespaces();
        if (below(4) == 0)
            out.unreadable.push_back({below(2) ? "roles" : "clusterroles", {}, {}, "forbidden"});
        return out;
    }

    /// So many, each once: accounts, of which not all exist, users with groups, and mere groups.
    std::vector<rbac::Identity> people(std::size_t count)
    {
        std::vector<rbac::Identity> all;
        for (const std::string &place : namespaces())
            for (const std::string &name : accounts())
                all.push_back(rbac::Identity::ofServiceAccount({place, name}));
        for (const char *user : {"ann", "bob", "eve", "system:anonymous"})
            all.push_back(rbac::Identity::authenticated(user, below(2) ? std::vector<std::string>{"dev"} : std::vector<std::string>{"ops", "dev"}));
        all.push_back(rbac::Identity::ofSubject({"Group", {}, "dev"}));
        all.push_back(rbac::Identity::ofSubject({"Group", {}, "ops"}));
        std::ranges::shuffle(all, m_chance);
        all.resize(std::min(all.size(), count));
        return all;
    }

    static const std::vector<std::string> &namespaces()
    {
        static const std::vector<std::string> all{"a", "b", "team-c"};
        return all;
    }

    /// Of the parts of a ClusterRole.
    static constexpr const char *wholeLabel = "to-whole";

private:
    using Words = std::vector<std::string>;

    static std::string odd() { return "odd\"<b>|&`x`*_"; }
    static const Words &accounts()
    {
        static const Words all{"ci", "web", "job", "gone", "late"};
        return all;
    }
    const std::string &one(const Words &words) { return words[below(words.size())]; }
    Words some(const Words &words)
    {
        Words out{one(words)};
        if (const std::string &other = one(words); other != out.front() && below(2))
            out.push_back(other);
        return out;
    }

    rbac::PolicyRule rule()
    {
        if (below(7) == 0)
            return {some({"get", "*"}), {}, {}, {}, some({"/metrics", "/healthz*"})};
        return {some({"get", "list", "create", "delete", "*"}), some({"", "apps", "*"}), some({"pods", "pods/log", "secrets", "nodes", "*", "deployments"}), below(4) ? Words() : some({"x", "z"}), {}};
    }
    std::shared_ptr<const rbac::Role> role(const std::string &kind, const std::string &place, const std::string &name)
    {
        auto out = std::make_shared<rbac::Role>();
        out->ref = {kind, place, name};
        for (std::size_t i = 1 + below(3); i > 0; --i)
            out->rules.push_back(rule());
        return out;
    }
    std::shared_ptr<const rbac::Role> part(int number)
    {
        auto out = std::make_shared<rbac::Role>(*role("ClusterRole", {}, "part-" + std::to_string(number)));
        out->labels[wholeLabel] = below(4) ? "true" : "no";
        return out;
    }
    static std::shared_ptr<const rbac::Role> whole()
    {
        auto out = std::make_shared<rbac::Role>();
        out->ref = {"ClusterRole", {}, "whole"};
        rbac::ObjectSelector selector;
        selector.matchLabels[wholeLabel] = "true";
        out->aggregation.emplace().push_back(selector);
        return out;
    }

    std::shared_ptr<const rbac::Binding> binding(int number)
    {
        auto out = std::make_shared<rbac::Binding>();
        const bool isWide = below(3) == 0;
        out->ref = {isWide ? "ClusterRoleBinding" : "RoleBinding", isWide ? std::string() : one(namespaces()), "b" + std::to_string(number)};
        const bool isRole = !isWide && below(3) == 0;
        out->roleRef = {"rbac.authorization.k8s.io", isRole ? "Role" : "ClusterRole", isRole ? "r" + std::to_string(below(8)) : one({"c0", "c1", "c2", "c3", "c9", odd(), "whole", "whole", "part-0"})};
        if (below(3) == 0)
            out->labels = {{"kubernetes.io/bootstrapping", "rbac-defaults"}};
        for (std::size_t i = 1 + below(5); i > 0; --i)
            out->subjects.push_back(subject());
        return out;
    }
    /// The same in every namespace, which is one card.
    static void addEverywhere(const rbac::Binding &like, rbac::Inputs &out)
    {
        for (const std::string &place : namespaces()) {
            auto same = std::make_shared<rbac::Binding>(like);
            same->ref = {"RoleBinding", place, like.ref.name};
            same->roleRef = {"rbac.authorization.k8s.io", "ClusterRole", "c0"};
            out.bindings.push_back(same);
        }
    }
    rbac::Subject subject()
    {
        const std::string group = "rbac.authorization.k8s.io";
        switch (below(5)) {
        case 0: return {"User", group, {}, one({"ann", "bob", "eve", "nobody", "system:serviceaccount:a:ci"})};
        case 1: return {"Group", group, {}, one({"dev", "ops", "system:authenticated", "system:serviceaccounts:a", "system:serviceaccounts"})};
        default: return {"ServiceAccount", {}, one(namespaces()), one(accounts())};
        }
    }

    void addAccounts(rbac::Inputs &out)
    {
        for (const std::string &place : namespaces()) {
            for (const std::string &name : accounts()) {
                if (name == "gone" || (name == "late" && place != "a"))
                    continue;       // subjects that are not there
                auto account = std::make_shared<rbac::ServiceAccount>();
                account->ref = {place, name};
                out.serviceAccounts.push_back(account);
                for (std::size_t i = below(7); i > 0; --i)
                    out.pods.push_back(pod(place, name, i));
            }
        }
    }
    rbac::PodUse pod(const std::string &place, const std::string &account, std::size_t number)
    {
        rbac::PodUse out{{"Pod", place, account + '-' + std::to_string(number)}, account, {}, below(5) ? "Running" : "Succeeded", {}, {}, {}};
        if (below(2) == 0) {
            out.ownerKind = "Deployment";
            out.ownerName = account;
        }
        return out;
    }

    std::mt19937 m_chance;
};

} // namespace samples
