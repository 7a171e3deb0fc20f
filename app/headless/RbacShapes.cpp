#include "app/headless/RbacShapes.h"

#include "models/rbac/Aggregation.h"

namespace headless {

using text::Value;

Value pathShape(const rbac::AccessEvaluator &evaluator, const rbac::Grant &grant)
{
    return mapOf({{"subject", textValue(grant.subjectRef().text())}, {"binding", textValue(grant.binding->ref.text())}, {"role", textValue(grant.role->ref.text())},
                  {"rule", Value::number(static_cast<std::int64_t>(grant.rule))}, {"from", refList(rbac::contributors(evaluator, *grant.role, grant.rule))}});
}

Value nearMissShape(const rbac::NearMiss &miss)
{
    return mapOf({{"binding", textValue(miss.binding.text())}, {"role", textValue(miss.role.text())}, {"failed", textValue(rbac::partName(miss.failed))},
                  {"message", textValue(rbac::english(miss.message))}});
}

} // namespace headless
