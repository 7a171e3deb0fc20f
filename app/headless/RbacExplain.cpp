#include "app/headless/ErrorText.h"
#include "app/headless/RbacRun.h"
#include "app/headless/RbacShapes.h"

namespace headless {

using base::Result;
using text::Value;

Result<int> rbacExplain(RbacRun &run)
{
    const auto identity = run.identity();
    if (!identity)
        return identity.error();
    if (!run.words.empty())
        return misuse("explain needs no words: it tells all rights of an identity");
    Value answer = Value::list();
    for (const rbac::Right &right : rbac::rightsOf(run.evaluator, *identity))
        answer.items().push_back(rightShape(right));
    run.print(answer);
    return Done;
}

} // namespace headless
