#include "app/headless/ErrorText.h"
#include "app/headless/RbacRun.h"
#include "models/text/Json.h"

#include <ostream>

namespace headless {

using base::Result;
using text::Value;

namespace {

rbac::Request requestOf(const Value &value)
{
    return {value["verb"].text(), value["apiGroup"].text(), value["resource"].text(), value["subresource"].text(), value["name"].text(),
            value["namespace"].text(), value["nonResourceURL"].text()};
}

rbac::Identity identityOf(const Value &value, bool implied)
{
    std::vector<std::string> groups;
    for (const Value &group : value["groups"].items())
        groups.push_back(group.text());
    if (implied)
        return rbac::Identity::authenticated(value["user"].text(), std::move(groups));
    return {value["user"].text(), std::move(groups), {}};
}

} // namespace

Result<int> rbacCheck(RbacRun &run)
{
    if (run.invocation.access.requests.empty())
        return misuse("check needs --requests FILE");
    const auto bytes = readInput(run.invocation.access.requests);
    if (!bytes)
        return bytes.error();
    const auto requests = text::parseJson(*bytes);
    if (!requests)
        return requests.error();
    if (!requests->isList())
        return base::makeError(base::ErrorKind::BadInput, "the requests are no JSON array");
    const bool implied = run.invocation.access.impliedGroups.value_or(false);
    std::string out = "[";
    for (const Value &value : requests->items()) {
        const rbac::Decision decision = rbac::decide(run.evaluator, run.inputs(), identityOf(value, implied), requestOf(value), run.layers());
        out += out.size() > 1 ? ",\n" : "\n";
        Value row = Value::map();
        row.set("decision", Value::string(std::string(rbac::verdictName(decision.verdict))));
        row.set("reason", Value::string(rbac::english(decision.reason)));
        out += text::writeJson(row);
    }
    run.out << out << "\n]\n";
    return Done;
}

} // namespace headless
