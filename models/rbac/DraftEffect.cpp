#include "models/rbac/DraftEffect.h"

#include "models/rbac/Marked.h"

#include <algorithm>
#include <set>

namespace rbac {

namespace {

/// What kubectl apply writes down for itself: nobody drafts it.
constexpr std::string_view lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

std::string collectionOf(std::string_view kind)
{
    std::string out(kind);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out + 's';
}

/// The drafted object with what the one that is there has and nobody drafts.
template<typename Object>
std::shared_ptr<const Object> completed(const std::shared_ptr<const Object> &drafted, const std::shared_ptr<const Object> &there)
{
    const auto found = there ? there->annotations.find(lastApplied) : Labels::const_iterator();
    if (!there || found == there->annotations.end() || drafted->annotations.contains(lastApplied))
        return drafted;
    auto out = std::make_shared<Object>(*drafted);
    out->annotations.insert(*found);
    return out;
}

/// Judges one draft after the other.
class Judging
{
public:
    explicit Judging(const Basis &basis) : m_basis(basis) { }

    DraftOutcome judge(const Draft &draft)
    {
        if (draft.deletion)
            return judgeDeletion(*draft.deletion);
        ReadDraft read = readDraft(draft.text);
        DraftOutcome out{{}, std::move(read.problems)};
        for (DraftedObject &object : read.objects) {
            if (lacksNamespace(object))
                out.problems.push_back({Sentence(QT_TRANSLATE_NOOP("rbac", "%1: metadata.namespace is required"), {object.ref.text()})});
            else if (m_seen.insert(object.ref).second)
                out.objects.push_back(judgeObject(std::move(object)));
            else
                out.problems.push_back({Sentence(QT_TRANSLATE_NOOP("rbac", "%1 is drafted already, and counts as it is there"), {object.ref.text()})});
        }
        return out;
    }

    ChangeSet changes() { return std::move(m_changes); }

private:
    DraftOutcome judgeDeletion(const ObjectRef &ref)
    {
        if (!m_seen.insert(ref).second)
            return {{}, {{Sentence(QT_TRANSLATE_NOOP("rbac", "%1 is drafted already, and counts as it is there"), {ref.text()})}}};
        const bool isThere = m_basis.evaluator.findRole(ref) || m_basis.evaluator.findBinding(ref);
        if (isThere || isHidden(ref))
            m_changes.deletions.push_back(ref);
        return {{{{ref, {}}, isThere ? DraftState::Deleted : isHidden(ref) ? DraftState::Hidden : DraftState::Gone}}, {}};
    }

    DraftVerdict judgeObject(DraftedObject object)
    {
        DraftState state = DraftState::Other;
        if (object.role)
            state = judgeRole(object);
        else if (object.binding)
            state = judgeBinding(object);
        else
            state = judgeOther(object);
        return {std::move(object), state};
    }

    /// kubectl would write it where its context is, which nobody sees here.
    bool lacksNamespace(const DraftedObject &object) const
    {
        const kube::ResourceType *type = m_basis.inputs.catalog.findKind(object.apiVersion, object.ref.kind);
        return type && type->namespaced && object.ref.namespaceName.empty();
    }

    DraftState judgeOther(const DraftedObject &object)
    {
        m_changes.others.push_back({object.ref, object.apiVersion});
        if (object.account)
            m_changes.serviceAccounts.push_back(object.account);
        return DraftState::Other;
    }

    DraftState judgeRole(DraftedObject &object)
    {
        const auto there = m_basis.evaluator.findRole(object.ref);
        object.role = completed(object.role, there);
        if (there && *there == *object.role)
            return DraftState::Unchanged;
        m_changes.roles.push_back(object.role);
        return there ? DraftState::Changed : unless(object.ref);
    }

    DraftState judgeBinding(DraftedObject &object)
    {
        const auto there = m_basis.evaluator.findBinding(object.ref);
        object.binding = completed(object.binding, there);
        if (there && *there == *object.binding)
            return DraftState::Unchanged;
        m_changes.bindings.push_back(object.binding);
        if (there)
            return there->roleRef == object.binding->roleRef ? DraftState::Changed : DraftState::Replaced;
        return unless(object.ref);
    }

    bool isHidden(const ObjectRef &ref) const { return m_basis.inputs.isUnreadable(collectionOf(ref.kind), ref.namespaceName); }
    DraftState unless(const ObjectRef &ref) const { return isHidden(ref) ? DraftState::Hidden : DraftState::New; }

    const Basis &m_basis;
    ChangeSet m_changes;
    std::set<ObjectRef> m_seen;
};

} // namespace

DraftEffect effectOf(const Basis &basis, const std::vector<Draft> &drafts, const std::optional<Identity> &writer)
{
    DraftEffect out;
    Judging judging(basis);
    for (const Draft &draft : drafts)
        out.drafts.push_back(judging.judge(draft));
    out.changes = judging.changes();
    out.whatIf = whatIf(basis.evaluator, basis.inputs, out.changes, std::nullopt);
    if (writer)
        out.whatIf.write = checkWrites(basis.evaluator, basis.inputs, *writer, out.changes, Sending::Kubectl);
    out.after = basis.evaluator;
    applyChanges(basis.inputs, out.whatIf.after, out.after);
    return out;
}

RiskChanges riskChanges(const Basis &basis, const DraftEffect &effect)
{
    if (effect.changes.isEmpty())
        return {};
    const std::vector<Risk> after = findRisks(effect.after, effect.whatIf.after);
    const FoundRisks now{basis.risks(), basis.evaluator}, then{after, effect.after};
    return {risksOnlyIn(then, now), risksOnlyIn(now, then)};
}

bool isOtherThan(const DraftedObject &read, const Basis &basis)
{
    if (read.role) {
        const auto there = basis.evaluator.findRole(read.ref);
        return !there || *completed(read.role, there) != *there;
    }
    const auto there = read.binding ? basis.evaluator.findBinding(read.ref) : nullptr;
    return read.binding && (!there || *completed(read.binding, there) != *there);
}

} // namespace rbac
