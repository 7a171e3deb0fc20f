#include "app/headless/ErrorText.h"
#include "app/headless/RbacRun.h"
#include "app/headless/RbacShapes.h"
#include "models/rbac/Refusal.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <ostream>

namespace headless {

using base::Result;
using text::Value;

namespace {

/// Refusals that no right of the asker's own would have changed, by their words.
struct OtherRefusal
{
    std::string_view words;
    const char *advice;
};

constexpr OtherRefusal otherRefusals[] = {
    {"attempting to grant RBAC permissions not currently held", "the server refused to let somebody grant what they do not have: ask what-if --change FILE --as USER which rights they lack"},
    {"violates PodSecurity", "Pod Security refused what is in the pod, whoever makes it"},
    {"admission webhook", "an admission webhook refused the object, whoever makes it"},
    {"exceeded quota", "a quota refused the object, whoever makes it"},
};

std::string noRefusal(std::string_view text)
{
    const auto found = std::ranges::find_if(otherRefusals, [&](const OtherRefusal &other) { return text.find(other.words) != text.npos; });
    if (found != std::end(otherRefusals))
        return found->advice;
    return "no refusal was found in that text: it has the words User \"...\" cannot VERB resource \"...\"";
}

/// Whose groups nobody has to name: the server knows them by the name alone.
bool hasKnownGroups(const std::string &user)
{
    return user == rbac::anonymousUser || rbac::ServiceAccountRef::fromUserName(user);
}

Result<RbacAsked> askedByMessage(const RbacRun &run)
{
    const auto text = readInput(run.invocation.access.message);
    if (!text)
        return text.error();
    auto refusal = rbac::readRefusal(*text);
    if (!refusal)
        return base::makeError(base::ErrorKind::BadInput, noRefusal(*text));
    run.err << text::plain("asked: may " + refusal->user + ' ' + refusal->request.text() + "?") << '\n';
    if (!run.judged.empty())
        return RbacAsked{run.judged.front(), std::move(refusal->request)};
    const bool implied = run.invocation.access.impliedGroups.value_or(true);
    if (!hasKnownGroups(refusal->user))
        run.err << "the groups of that user are not in the text: name them with --as and --as-group\n";
    rbac::Identity identity = implied ? rbac::Identity::authenticated(refusal->user, {}) : rbac::Identity{refusal->user, {}, {}};
    return RbacAsked{std::move(identity), std::move(refusal->request)};
}

Result<RbacAsked> askedByWords(const RbacRun &run)
{
    auto worded = requestOfWords(run);
    if (!worded)
        return worded.error();
    auto identity = run.identity();
    if (!identity)
        return identity.error();
    return RbacAsked{std::move(*identity), std::move(worded->request)};
}

} // namespace

Result<RbacAsked> askedOf(const RbacRun &run)
{
    if (run.invocation.access.message.empty())
        return askedByWords(run);
    if (!run.words.empty())
        return misuse("--message stands instead of words");
    return askedByMessage(run);
}

Result<rbac::WordedRequest> requestOfWords(const RbacRun &run)
{
    rbac::RequestWords words;
    words.words.assign(run.words.begin(), run.words.end());
    words.subresource = run.invocation.access.subresource;
    words.namespaceName = run.namespaceName;
    auto worded = rbac::readRequest(words, run.inputs().catalog);
    if (!worded)
        return worded;
    for (const rbac::Sentence &hint : worded->hints)
        run.err << "Warning: " << text::plain(rbac::english(hint)) << '\n';
    return worded;
}

Value canIAnswer(const RbacRun &run, const rbac::Identity &identity, const rbac::Request &request, rbac::Verdict &verdict)
{
    const rbac::Decision decision = rbac::decide(run.evaluator, run.inputs(), identity, request, run.layers());
    verdict = decision.verdict;
    const auto grants = run.evaluator.allGrants(identity, request);
    Value paths = Value::list();
    for (const rbac::Grant &grant : grants)
        paths.items().push_back(pathShape(run.evaluator, grant));
    Value misses = Value::list();
    if (verdict != rbac::Verdict::Allow) {
        for (const rbac::NearMiss &miss : rbac::nearMisses(run.evaluator, identity, request))
            misses.items().push_back(nearMissShape(miss));
    }
    const bool isMaster = run.layers() == rbac::Layers::All && identity.isIn(rbac::mastersGroup);
    const auto carrier = isMaster ? std::nullopt : rbac::carrierOf(grants);
    return mapOf({{"decision", textValue(rbac::verdictName(verdict))}, {"reason", textValue(rbac::english(decision.reason))}, {"paths", std::move(paths)}, {"nearMisses", std::move(misses)},
                  {"carrier", carrier ? textValue(carrier->text()) : Value::null()}});
}

Result<int> rbacCanI(RbacRun &run)
{
    const auto asked = askedOf(run);
    if (!asked)
        return asked.error();
    rbac::Verdict verdict = rbac::Verdict::NoOpinion;
    run.print(canIAnswer(run, asked->identity, asked->request, verdict));
    return verdict == rbac::Verdict::Allow ? Done : Refused;
}

} // namespace headless
