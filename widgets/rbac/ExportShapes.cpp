#include "widgets/rbac/ExportShapes.h"

#include "models/rbac/AccessShapes.h"
#include "models/rbac/HolderList.h"
#include "widgets/rbac/ProofWords.h"

#include <set>

namespace rbac {

using text::Value;

namespace {

void setProof(const rights::Tally &tally, Value &shape)
{
    shape.set("proof", textValue(proofName(tally)));
    shape.set("proofReason", textValue(tally.reason));
}

Value wayShape(const Grant &grant)
{
    return mapOf({{"subject", textValue(grant.subjectRef().text())}, {"binding", textValue(grant.binding->ref.text())}, {"role", textValue(grant.role->ref.text())},
                  {"rule", Value::number(static_cast<std::int64_t>(grant.rule))}});
}

Value waysShape(const std::vector<Grant> &grants)
{
    Value ways = Value::list();
    for (const Grant &grant : grants)
        ways.items().push_back(wayShape(grant));
    return ways;
}

Value missesShape(const std::vector<NearMiss> &misses)
{
    Value out = Value::list();
    for (const NearMiss &miss : misses)
        out.items().push_back(mapOf({{"binding", textValue(miss.binding.text())}, {"role", textValue(miss.role.text())}, {"failed", textValue(partName(miss.failed))},
                                     {"message", textValue(english(miss.message))}}));
    return out;
}

Value answerShape(const Exported &what)
{
    const Answer &answer = *what.answer;
    Value fixes = Value::list();
    for (const Fix &fix : answer.fixes)
        fixes.items().push_back(textValue(fix.yaml));
    Value shape = mapOf({{"who", textValue(answer.question.identity.ref().text())}, {"question", textValue(answer.question.request.text())},
                         {"verdict", textValue(verdictName(answer.decision.verdict))}, {"reason", textValue(english(answer.decision.reason))}, {"ways", waysShape(answer.grants)},
                         {"carrier", answer.carrier ? textValue(answer.carrier->text()) : Value::null()}, {"nearMisses", missesShape(answer.misses)}, {"fixes", std::move(fixes)}});
    setProof(what.tallyOf({rights::claimOf(answer)}), shape);
    return shape;
}

Value holdersShape(const Exported &what)
{
    const Holders &holders = *what.holders;
    Value list = Value::list();
    for (const HolderEntry &entry : entriesOf(holders)) {
        Value shape = mapOf({{"subject", textValue(entry.subject.text())}, {"needsNoBinding", Value::boolean(entry.needsNoBinding)}, {"scope", textValue(entry.isClusterWide ? "cluster" : "namespace")},
                             {"ways", waysShape(entry.ways)}, {"pods", refList(entry.pods)}});
        setProof(what.tallyOf({rights::claimOf(entry.subject, holders.request)}), shape);
        list.items().push_back(std::move(shape));
    }
    return mapOf({{"question", textValue(holders.request.text())}, {"complete", Value::boolean(holders.isComplete)}, {"holders", std::move(list)}});
}

/// Of every object that is drawn or in a stack, as far as it is known.
Value versionsShape(const Exported &what)
{
    Value versions = Value::map();
    for (const auto &[reference, boxes] : what.picture->boxes)
        if (const auto ref = ObjectRef::parse(reference))
            if (const std::string version = what.version(*ref); !version.empty())
                versions.members().push_back({reference, textValue(version), 0});
    return versions;
}

} // namespace

Value accessShape(const Exported &what)
{
    const AccessPicture &picture = *what.picture;
    Value shape = graphShape(picture.whole);
    Value matrix = Value::list();
    for (const Right &right : picture.whole.matrix) {
        Value row = rightShape(right);
        setProof(what.tallyOf(rights::claimsOf(picture, right)), row);
        matrix.items().push_back(std::move(row));
    }
    shape.set("matrix", std::move(matrix));
    shape.set("resourceVersions", versionsShape(what));
    if (what.answer)
        shape.set("answer", answerShape(what));
    if (what.holders)
        shape.set("whoCan", holdersShape(what));
    return shape;
}

std::string accessCsv(const Exported &what)
{
    return rightsCsv(what.picture->whole.matrix, {{"proof", "proofReason", "bindingVersion", "roleVersion"}, [&](const Right &right) {
        const rights::Tally tally = what.tallyOf(rights::claimsOf(*what.picture, right));
        return std::vector<std::string>{proofName(tally), tally.reason, what.version(right.binding), what.version(right.role)};
    }});
}

} // namespace rbac
