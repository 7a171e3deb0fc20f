#include "app/headless/ErrorText.h"
#include "app/headless/RbacRun.h"
#include "app/headless/RbacShapes.h"
#include "models/graph/Dot.h"
#include "models/graph/Svg.h"
#include "models/rbac/AccessDrawing.h"
#include "models/rbac/AccessFolding.h"
#include "models/rbac/EscalationPaths.h"
#include "models/text/GoQuote.h"

#include <ostream>

namespace headless {

using base::Result;
using text::Value;

namespace {

Value stepShape(const rbac::EscalationStep &step)
{
    return mapOf({{"edge", textValue(step.edge)}, {"from", textValue(step.from)}, {"to", textValue(step.to)}, {"binding", textValue(step.binding.kind.empty() ? std::string() : step.binding.text())},
                  {"rule", step.rule ? Value::number(static_cast<std::int64_t>(*step.rule)) : Value::null()}});
}

} // namespace

Result<int> rbacGraph(RbacRun &run)
{
    using Format = OutputChoice::Format;
    std::vector<rbac::Identity> identities = run.judged;
    if (identities.empty()) {
        auto own = run.identity();
        if (!own)
            return own.error();
        identities.push_back(std::move(*own));
    }
    const rbac::AccessGraph access = rbac::accessGraph(run.evaluator, run.inputs(), identities, rbac::findRisks(run.evaluator, run.inputs()));
    const Format format = run.invocation.output.format;
    if (format != Format::Svg && format != Format::Dot) {
        run.print(rbac::graphShape(access));
        return Done;
    }
    const graph::Drawing drawing = rbac::drawingOf(rbac::foldedGraph(access));
    run.out << (format == Format::Dot ? graph::writeDot(drawing) : graph::writeSvg(drawing, graph::layOut(graph::graphOf(drawing)), graph::Palette::light()));
    return Done;
}

Result<int> rbacPaths(RbacRun &run)
{
    const auto identity = run.identity();
    if (!identity)
        return identity.error();
    const auto target = rbac::EscalationTarget::parse(run.invocation.access.target);
    if (!target)
        return misuse("paths needs --to cluster-admin, node or namespace-admin:NAMESPACE, not " + text::goQuoted(run.invocation.access.target));
    Value answer = Value::list();
    for (const rbac::EscalationPath &path : rbac::escalationPaths(run.evaluator, run.inputs(), *identity, *target)) {
        Value steps = Value::list();
        for (const rbac::EscalationStep &step : path.steps)
            steps.items().push_back(stepShape(step));
        answer.items().push_back(mapOf({{"steps", std::move(steps)}, {"cut", refList(path.cut)}}));
    }
    run.print(answer);
    return Done;
}

} // namespace headless
