#include "app/headless/ErrorText.h"
#include "app/headless/RbacRun.h"
#include "app/headless/RbacShapes.h"
#include "models/text/Plain.h"

#include <ostream>

namespace headless {

using base::Result;
using text::Value;

namespace {

/// What somebody may do beside all rules.
void warnOfMore(const RbacRun &run, const rbac::Identity &identity)
{
    if (run.layers() == rbac::Layers::RbacOnly)
        return;
    if (identity.isIn(rbac::mastersGroup))
        run.err << "Warning: the group system:masters may do everything, whatever is listed\n";
    if (identity.isNode())
        run.err << text::plain("Warning: the Node authorizer allows " + identity.user + " more than is listed") << '\n';
}

} // namespace

Result<int> rbacExplain(RbacRun &run)
{
    const auto identity = run.identity();
    if (!identity)
        return identity.error();
    if (!run.words.empty())
        return misuse("explain needs no words: it tells all rights of an identity");
    warnOfMore(run, *identity);
    Value answer = Value::list();
    for (const rbac::Right &right : rbac::rightsOf(run.evaluator, *identity))
        answer.items().push_back(rightShape(right));
    run.print(answer);
    return Done;
}

} // namespace headless
