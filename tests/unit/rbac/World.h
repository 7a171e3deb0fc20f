#pragma once

#include "models/rbac/Identity.h"
#include "models/rbac/Inputs.h"
#include "models/rbac/Request.h"

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace samples {

using Words = std::vector<std::string>;

namespace words {

inline const Words verbs = {"get", "list", "create", "*", "bind"};
inline const Words groups = {"", "apps", "*"};
inline const Words resources = {"pods", "pods/log", "*", "*/log", "secrets", "pods/*", "nodes"};
inline const Words names = {"x", "z", ""};
inline const Words namespaces = {"a", "b"};
inline const Words people = {"ann", "bob", "system:serviceaccount:a:ci"};
inline const Words memberships = {"dev", "system:authenticated", "system:serviceaccounts:a"};

} // namespace words

/// A small world by chance, in which names meet often.
class World
{
public:
    explicit World(unsigned seed) : m_chance(seed) { }

    /// The users there are.
    static const Words &people() { return words::people; }

    std::size_t below(std::size_t count) { return m_chance() % count; }
    const std::string &one(const Words &words) { return words[below(words.size())]; }
    Words some(const Words &words)
    {
        Words out;
        for (std::size_t i = 0; i <= below(2); ++i)
            out.push_back(one(words));
        return out;
    }

    rbac::PolicyRule rule()
    {
        if (below(6) == 0)
            return {some(words::verbs), {}, {}, {}, {below(2) ? "/metrics" : "/me*"}};
        return {some(words::verbs), some(words::groups), some(words::resources), below(4) ? Words() : some(words::names), {}};
    }

    std::shared_ptr<const rbac::Role> role()
    {
        auto out = std::make_shared<rbac::Role>();
        const bool isWide = below(2) == 0;
        out->ref = {isWide ? "ClusterRole" : "Role", isWide ? std::string() : one(words::namespaces), "r" + std::to_string(below(5))};
        for (std::size_t i = 0; i < below(4); ++i)
            out->rules.push_back(rule());
        return out;
    }

    std::shared_ptr<const rbac::Binding> binding()
    {
        auto out = std::make_shared<rbac::Binding>();
        const bool isWide = below(3) == 0;
        out->ref = {isWide ? "ClusterRoleBinding" : "RoleBinding", isWide ? std::string() : one(words::namespaces), "b" + std::to_string(below(9))};
        out->roleRef = {"rbac.authorization.k8s.io", below(2) ? "ClusterRole" : "Role", "r" + std::to_string(below(6))};
        for (std::size_t i = 0; i < below(3); ++i)
            out->subjects.push_back(subject());
        return out;
    }

    rbac::Subject subject()
    {
        switch (below(3)) {
        case 0:
            return {"User", {}, {}, one(words::people)};
        case 1:
            return {"Group", {}, {}, one(words::memberships)};
        default:
            return {"ServiceAccount", {}, below(2) ? std::string() : one(words::namespaces), "ci"};
        }
    }

    rbac::Inputs inputs()
    {
        rbac::Inputs out;
        for (int i = 0; i < 8; ++i)
            addNew(out.roles, role());
        for (int i = 0; i < 10; ++i)
            addNew(out.bindings, binding());
        return out;
    }

    rbac::Identity identity()
    {
        const std::string &who = one(words::people);
        return below(2) ? rbac::Identity::authenticated(who, {}) : rbac::Identity{who, {one(words::memberships)}, {}};
    }

    rbac::Request request()
    {
        if (below(6) == 0)
            return {one(words::verbs), {}, {}, {}, {}, {}, "/metrics"};
        return {one(words::verbs), below(2) ? "" : "apps", below(2) ? "pods" : "secrets", below(3) ? "" : "log", one(words::names), below(4) ? one(words::namespaces) : std::string(), {}};
    }

    template<typename Object>
    void shuffle(std::vector<Object> &objects) { std::ranges::shuffle(objects, m_chance); }

private:
    template<typename Object>
    static void addNew(std::vector<std::shared_ptr<const Object>> &objects, std::shared_ptr<const Object> made)
    {
        if (std::ranges::none_of(objects, [&](const auto &other) { return other->ref == made->ref; }))
            objects.push_back(std::move(made));
    }

    std::mt19937 m_chance;
};

} // namespace samples
