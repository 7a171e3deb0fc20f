#include "models/rbac/KubectlSteps.h"

#include <algorithm>

namespace rbac {

namespace {

std::string resourceOf(const std::string &kind)
{
    std::string out(kind);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::vector<const DraftVerdict *> inOrder(const DraftEffect &effect)
{
    const auto rank = [](const DraftVerdict *verdict) { return verdict->object.role ? 2 : verdict->object.binding ? 3 : isWrittenFirst(verdict->object.ref) ? 0 : 1; };
    std::vector<const DraftVerdict *> out;
    for (const DraftOutcome &draft : effect.drafts)
        for (const DraftVerdict &verdict : draft.objects)
            out.push_back(&verdict);
    std::ranges::stable_sort(out, {}, rank);
    return out;
}

bool isWritten(const DraftVerdict &verdict)
{
    return verdict.state != DraftState::Unchanged && verdict.state != DraftState::Deleted && verdict.state != DraftState::Gone && !verdict.object.text.empty();
}

/// What kubectl apply wrote it takes away again; what came in another way stays.
bool isReplacedWhole(const DraftVerdict &verdict, const Basis &basis)
{
    if (verdict.state != DraftState::Changed)
        return false;
    if (const auto there = verdict.object.role ? basis.evaluator.findRole(verdict.object.ref) : nullptr)
        return needsReplacement(*there, *verdict.object.role);
    const auto there = verdict.object.binding ? basis.evaluator.findBinding(verdict.object.ref) : nullptr;
    return there && needsReplacement(*there, *verdict.object.binding);
}

KubectlStep deletionOf(const ObjectRef &ref)
{
    KubectlStep out{{"delete", resourceOf(ref.kind), ref.name}, {}};
    if (!ref.namespaceName.empty())
        out.words.insert(out.words.end(), {"-n", ref.namespaceName});
    return out;
}

void append(std::string &all, const std::string &document)
{
    all += (all.empty() ? "" : "---\n") + document;
    if (!all.ends_with('\n'))
        all += '\n';
}

} // namespace

std::vector<KubectlStep> kubectlSteps(const Basis &basis, const DraftEffect &effect)
{
    std::vector<KubectlStep> out;
    const auto verdicts = inOrder(effect);
    for (const DraftVerdict *verdict : verdicts)
        if (verdict->state == DraftState::Replaced)
            out.push_back(deletionOf(verdict->object.ref));
    for (const DraftVerdict *verdict : verdicts) {
        if (!isWritten(*verdict))
            continue;
        const char *verb = isReplacedWhole(*verdict, basis) ? "replace" : "apply";
        if (out.empty() || out.back().words.front() != verb)
            out.push_back({{verb, "-f", "-"}, {}});
        append(out.back().input, verdict->object.text);
    }
    for (const bool isBinding : {true, false})
        for (const ObjectRef &ref : effect.changes.deletions)
            if (ref.kind.ends_with("Binding") == isBinding)
                out.push_back(deletionOf(ref));
    return out;
}

std::string yamlOf(const DraftEffect &effect)
{
    std::string out;
    for (const DraftVerdict *verdict : inOrder(effect))
        if (isWritten(*verdict))
            append(out, verdict->object.text);
    return out;
}

} // namespace rbac
