#pragma once

#include "models/cluster/JudgedApi.h"
#include "models/rbac/Basis.h"
#include "models/rbac/Identity.h"

#include <memory>
#include <string>
#include <vector>

namespace rights {

/// The reason of errors that stand for what was worked out, and not for the server's word.
inline constexpr const char *computedReason = "Computed";

/// Lets through what an identity may ask as far as it is known, and refuses the rest in the server's words: so one sees with one's own
/// rights about what the identity would see. What is not known is refused as well, and says so. Any thread.
class ComputedView final : public cluster::Judge
{
public:
    ComputedView(std::shared_ptr<const rbac::Basis> basis, rbac::Identity who);

    /// The question what one may list is answered for the identity; which kinds there are is everybody's.
    Ruling on(const kube::ApiRequest &request) const override;

    /// Whether both let through the same.
    bool isLike(const ComputedView &other) const;

private:
    std::string rulesReview(const std::string &asked) const;

    std::shared_ptr<const rbac::Basis> m_basis;
    rbac::Identity m_who;
};

/// Where somebody has rights besides those that hold everywhere: the namespaces of bindings, and the own one of an account.
std::vector<std::string> namespacesOf(const rbac::Basis &basis, const rbac::Identity &who);

} // namespace rights
