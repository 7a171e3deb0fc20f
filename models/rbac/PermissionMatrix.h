#pragma once

#include "models/rbac/AccessEvaluator.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace rbac {

/// Which of many permissions many identities have: the work for a role is done once, whoever holds it.
class PermissionMatrix
{
public:
    /// One bit for each permission, in their order.
    using Words = std::span<const std::uint64_t>;
    /// The place is a namespace, or empty for what holds in the whole cluster; places where an identity has none of them are left out.
    using Visitor = std::function<void(std::size_t identity, std::string_view place, Words permissions)>;

    /// The permissions are requests of which the namespace does not count. The evaluator outlives the matrix and does not change.
    PermissionMatrix(const AccessEvaluator &evaluator, const std::vector<Request> &permissions);

    /// Calls back for each identity and place; the words are valid during the call.
    void visit(const std::vector<Identity> &identities, const Visitor &visitor) const;

private:
    const AccessEvaluator &m_evaluator;
    std::size_t m_words;
    std::vector<std::uint64_t> m_bits;   ///< of all roles, one after the other
};

} // namespace rbac
