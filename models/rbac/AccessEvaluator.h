#pragma once

#include "models/rbac/Identity.h"
#include "models/rbac/Inputs.h"
#include "models/rbac/Request.h"
#include "models/rbac/RuleMatch.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rbac {

/// Why something is allowed: this subject of this binding, through this rule of this role.
struct Grant
{
    std::shared_ptr<const Binding> binding;
    std::size_t subject = 0;
    std::shared_ptr<const Role> role;
    std::size_t rule = 0;

    ObjectRef subjectRef() const { return rbac::subjectRef(binding->subjects[subject], *binding); }
    const PolicyRule &policyRule() const { return role->rules[rule]; }
    bool operator==(const Grant &) const = default;
};

/// The pure RBAC answer, as the server's own authorizer gives it (kubernetes pkg/registry/rbac/validation/rule.go), from indexes: a
/// decision looks only at bindings of the asking names in the asked namespace. A changed object touches what it is part of.
/// Reading is safe from any thread while nobody changes it.
class AccessEvaluator
{
public:
    using RolePointer = std::shared_ptr<const Role>;
    using BindingPointer = std::shared_ptr<const Binding>;
    /// Returns whether to go on.
    using BindingVisitor = std::function<bool(const BindingPointer &binding, std::size_t subject, const RolePointer &role)>;

    AccessEvaluator() = default;
    explicit AccessEvaluator(const Inputs &inputs);

    /// Adds an object, or replaces the one of the same kind and name.
    void set(RolePointer role);
    void set(BindingPointer binding);
    void removeRole(const ObjectRef &role);
    void removeBinding(const ObjectRef &binding);

    RolePointer findRole(const ObjectRef &role) const;
    BindingPointer findBinding(const ObjectRef &binding) const;
    /// Everything, in no order.
    std::vector<RolePointer> roles() const;
    std::vector<BindingPointer> bindings() const;
    std::vector<BindingPointer> bindingsOf(const ObjectRef &role) const;

    /// Some binding and rule that allows it, or nothing. Cluster-wide bindings count for every request, RoleBindings for their own
    /// namespace only (S34 to S36).
    std::optional<Grant> firstGrant(const Identity &identity, const Request &request) const;
    bool allows(const Identity &identity, const Request &request) const { return firstGrant(identity, request).has_value(); }
    /// Every one, each (binding, subject, rule) once.
    std::vector<Grant> allGrants(const Identity &identity, const Request &request) const;

    /// Each subject of each binding that means this identity and counts in that namespace; role is null where the binding leads
    /// nowhere.
    void visit(const Identity &identity, std::string_view namespaceName, const BindingVisitor &visitor) const;
    /// The same for the bindings of all namespaces.
    void visitEverywhere(const Identity &identity, const BindingVisitor &visitor) const;

    /// Every binding whose role allows the request, wherever it counts and whoever it names, with the first rule that allows.
    void visitAllowing(const Request &request, const std::function<void(const BindingPointer &binding, const RolePointer &role, std::size_t rule)> &visitor) const;

    /// Every subject of every binding whose role allows the request; namespaces: whether RoleBindings of all namespaces count as
    /// answers for their own one.
    enum class Scope { AsAsked, EveryNamespace };
    std::vector<Grant> whoCan(const Request &request, Scope scope) const;

    /// The stored rules that hold for an identity in a namespace, as write checks use them (S75).
    std::vector<PolicyRule> rulesFor(const Identity &identity, std::string_view namespaceName) const;

private:
    friend class PermissionMatrix;   // reads the same indexes for many identities at once

    using Index = std::uint32_t;
    static constexpr Index none = ~Index(0);

    struct StringHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Names = std::unordered_map<std::string, Index, StringHash, std::equal_to<>>;

    struct RoleSlot
    {
        RolePointer role;              ///< null while bindings name a role that is not there
        CompiledRules rules;
        std::vector<Index> bindings;
    };
    struct BindingSlot
    {
        BindingPointer binding;        ///< null when the slot is free
        Index role = none;
        std::vector<Index> subjectKeys;   ///< of each subject; none for those that can mean nobody
    };
    /// The bindings of one subject, by namespace.
    struct SubjectSlot
    {
        std::vector<Index> cluster;
        std::unordered_map<Index, std::vector<Index>> namespaced;
    };

    static std::string keyOf(const ObjectRef &ref);
    static std::string subjectKey(const Subject &subject, const Binding &binding);
    static Index intern(Names &names, std::string_view name);
    static Index lookUp(const Names &names, std::string_view name);

    Index roleSlot(const ObjectRef &ref);
    std::vector<Index> keysOf(const Identity &identity) const;
    void index(Index binding);
    void unindex(Index binding);
    void place(Index binding, Index subject, bool add);
    template<typename Visit>
    bool visitSubjects(Index binding, Index key, Visit &&visit) const;
    template<typename Visit>
    void visitSlots(const Identity &identity, std::string_view namespaceName, Visit &&visit) const;

    Names m_roleNames;
    Names m_bindingNames;
    Names m_subjectNames;
    Names m_namespaceNames;
    std::vector<RoleSlot> m_roles;
    std::vector<BindingSlot> m_bindings;
    std::vector<Index> m_freeBindings;
    std::vector<SubjectSlot> m_subjects;
};

} // namespace rbac
