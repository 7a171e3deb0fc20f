#include "app/headless/RbacShapes.h"

#include "models/rbac/Aggregation.h"

namespace headless {

using text::Value;

Value textValue(std::string_view text)
{
    return Value::string(std::string(text));
}

Value textList(const std::vector<std::string> &words)
{
    Value::List out;
    for (const std::string &word : words)
        out.push_back(Value::string(word));
    return Value::list(std::move(out));
}

Value refList(const std::vector<rbac::ObjectRef> &refs)
{
    Value::List out;
    for (const rbac::ObjectRef &ref : refs)
        out.push_back(Value::string(ref.text()));
    return Value::list(std::move(out));
}

Value mapOf(std::vector<std::pair<std::string, Value>> members)
{
    Value out = Value::map();
    for (auto &[key, value] : members)
        out.members().push_back({std::move(key), std::move(value), 0});
    return out;
}

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

Value rightShape(const rbac::Right &right)
{
    const bool hasWay = !right.binding.kind.empty();
    return mapOf({{"verb", textValue(right.verb)}, {"apiGroup", textValue(right.apiGroup)}, {"resource", textValue(right.resource)}, {"subresource", textValue(right.subresource)},
                  {"names", textList(right.names)}, {"url", textValue(right.url)}, {"namespace", textValue(right.namespaceName)},
                  {"subject", textValue(hasWay ? right.subject.text() : "")}, {"binding", textValue(hasWay ? right.binding.text() : "")},
                  {"role", textValue(hasWay ? right.role.text() : "")}, {"rule", hasWay ? Value::number(static_cast<std::int64_t>(right.rule)) : Value::null()}});
}

} // namespace headless
