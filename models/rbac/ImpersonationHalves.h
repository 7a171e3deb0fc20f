#pragma once

#include "models/rbac/AccessEvaluator.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace rbac {

/// Who may impersonate within bounds (S78 to S81): a mode needs a right on whom it acts as and one on what is done in it. Both may come
/// from different bindings and groups.
class ImpersonationHalves
{
public:
    /// The evaluator outlives it and does not change.
    explicit ImpersonationHalves(const AccessEvaluator &evaluator);

    /// Of a subject that has both halves of a mode, the first grant by name that names the subject itself: whom it acts as, else what it does.
    std::optional<Grant> constrainedBy(const ObjectRef &subject) const;

private:
    using Modes = std::uint8_t;   ///< a bit for each mode
    struct Halves
    {
        Modes acting = 0;          ///< through a RoleBinding
        Modes actingAnywhere = 0;  ///< through a ClusterRoleBinding
        Modes doing = 0;

        Modes actingBy(const Binding &binding) const { return binding.isClusterBinding() ? actingAnywhere : acting; }
    };
    static Halves halvesOf(const PolicyRule &rule);
    template<typename IsHalf>
    static std::optional<Grant> leadOf(std::vector<Grant> &grants, IsHalf isHalf);

    const AccessEvaluator &m_evaluator;
    std::unordered_map<const Role *, Halves> m_roles;   ///< those that have any
};

} // namespace rbac
