#include "widgets/rbac/Sentences.h"

#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

namespace rbac {

namespace {

constexpr std::size_t mostNames = 3;
constexpr std::size_t mostWays = 3;

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
QString number(std::size_t count) { return QString::number(count); }

/// The objects of a stack by name, the first few.
QString namesOf(const GraphNode &node)
{
    QStringList names{nameOf(std::string_view(node.id))};
    for (std::size_t i = 0; i < std::min(node.folded.size(), mostNames - 1); ++i)
        names << nameOf(std::string_view(node.folded[i]));
    const QString all = names.join(QStringLiteral(", "));
    return node.stack > mostNames ? said(QT_TRANSLATE_NOOP("rbac", "%1 and %2 more")).arg(all, number(node.stack - mostNames)) : all;
}

/// The first few.
QString namesOf(const std::vector<const Identity *> &identities)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(identities.size(), mostNames); ++i)
        names << nameOf(identities[i]->ref());
    const QString all = names.join(QStringLiteral(", "));
    return identities.size() > mostNames ? said(QT_TRANSLATE_NOOP("rbac", "%1 and %2 more")).arg(all, number(identities.size() - mostNames)) : all;
}

std::vector<const Identity *> identitiesThat(const AccessPicture &picture, const std::function<bool(const Identity &)> &fits)
{
    std::vector<const Identity *> out;
    for (const Identity &identity : picture.identities)
        if (fits(identity))
            out.push_back(&identity);
    return out;
}

std::vector<const Identity *> allOf(const AccessPicture &picture)
{
    return identitiesThat(picture, [](const Identity &) { return true; });
}

bool isIn(const GraphNode &node, const std::string &reference)
{
    return node.id == reference || std::ranges::find(node.folded, reference) != node.folded.end();
}

std::vector<const Right *> rightsWith(const AccessPicture &picture, const std::function<bool(const Right &)> &fits)
{
    std::vector<const Right *> out;
    for (const Right &right : picture.whole.matrix)
        if (fits(right))
            out.push_back(&right);
    return out;
}

/// All objects of a stack.
std::vector<ObjectRef> refsOf(const GraphNode &node)
{
    std::vector<ObjectRef> out;
    if (const auto first = ObjectRef::parse(node.id))
        out.push_back(*first);
    for (const std::string &each : node.folded)
        if (const auto ref = ObjectRef::parse(each))
            out.push_back(*ref);
    return out;
}

/// Of an identity itself, or of a group who is in it.
std::vector<const Identity *> membersOf(const AccessPicture &picture, const GraphNode &node)
{
    const std::vector<ObjectRef> refs = refsOf(node);
    return identitiesThat(picture, [&](const Identity &who) { return std::ranges::any_of(refs, [&](const ObjectRef &ref) { return who.ref() == ref || who.has(ref); }); });
}

AccessEvaluator::BindingPointer bindingOf(const AccessPicture &picture, const ObjectRef &ref)
{
    const AccessEvaluator::BindingPointer now = picture.basis->evaluator.findBinding(ref);
    return now || !picture.before ? now : picture.before->evaluator.findBinding(ref);
}

/// Whom a binding names, itself or by a group.
std::vector<const Identity *> namedBy(const AccessPicture &picture, const GraphNode &node)
{
    std::vector<ObjectRef> subjects;
    for (const ObjectRef &ref : refsOf(node))
        if (const AccessEvaluator::BindingPointer binding = bindingOf(picture, ref))
            std::ranges::transform(binding->subjects, std::back_inserter(subjects), [&](const Subject &subject) { return subjectRef(subject, *binding); });
    return identitiesThat(picture, [&](const Identity &who) { return std::ranges::any_of(subjects, [&](const ObjectRef &subject) { return who.has(subject); }); });
}

/// With what everybody has by default behind the rest.
QString toldRights(const AccessPicture &picture, const std::vector<const Right *> &rights)
{
    std::map<ObjectRef, bool> defaults;
    std::vector<const Right *> own;
    for (const Right *right : rights) {
        const auto [known, isNew] = defaults.try_emplace(right->binding, false);
        if (isNew) {
            const AccessEvaluator::BindingPointer binding = bindingOf(picture, right->binding);
            known->second = binding && right->subject.kind == "Group" && isDefault(binding->labels);
        }
        if (!known->second)
            own.push_back(right);
    }
    return rightsText(rights, own);
}

/// The objects at the other end of the lines that begin here, each once.
QString targetsOf(const AccessPicture &picture, const GraphNode &node, std::string_view kind)
{
    QStringList names;
    for (const GraphEdge &edge : picture.shown.edges)
        if (edge.from == node.id && edge.kind == kind)
            names << nameOf(std::string_view(edge.to));
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString ofPod(const AccessPicture &picture, const GraphNode &node)
{
    const QString text = said(node.stack > 1 ? QT_TRANSLATE_NOOP("rbac", "%1 run as %2.") : QT_TRANSLATE_NOOP("rbac", "%1 runs as %2.")).arg(namesOf(node), targetsOf(picture, node, "runs-as"));
    if (node.owner.name.empty())
        return text;
    const char *controlled = node.stack > 1 ? QT_TRANSLATE_NOOP("rbac", "%1 controls them.") : QT_TRANSLATE_NOOP("rbac", "%1 controls it.");
    return text + u' ' + said(controlled).arg(nameOf(node.owner));
}

QString ofIdentity(const AccessPicture &picture, const GraphNode &node)
{
    if (node.state == GraphState::Dangling) {
        GraphNode made = node;
        made.state = GraphState::Ok;
        return said(QT_TRANSLATE_NOOP("rbac", "%1 does not exist. Once somebody makes it:")).arg(namesOf(node)) + u' ' + ofIdentity(picture, made);
    }
    const auto members = membersOf(picture, node);
    const auto rights = rightsWith(picture, [&](const Right &right) { return std::ranges::any_of(members, [&](const Identity *who) { return who->has(right.subject); }); });
    if (rights.empty())
        return said(QT_TRANSLATE_NOOP("rbac", "No binding that is known gives %1 anything.")).arg(namesOf(node));
    return said(QT_TRANSLATE_NOOP("rbac", "%1 may %2.")).arg(namesOf(node), toldRights(picture, rights));
}

QString ofGroup(const AccessPicture &picture, const GraphNode &node)
{
    const auto rights = rightsWith(picture, [&](const Right &right) { return isIn(node, right.subject.text()); });
    const auto members = membersOf(picture, node);
    const bool isOne = members.size() == 1;
    const char *words = node.isImplied ? isOne ? QT_TRANSLATE_NOOP("rbac", "%1 is in %2, because the server adds it to every such identity")
                                               : QT_TRANSLATE_NOOP("rbac", "%1 are in %2, because the server adds it to every such identity")
                                       : isOne ? QT_TRANSLATE_NOOP("rbac", "%1 is in %2") : QT_TRANSLATE_NOOP("rbac", "%1 are in %2");
    const QString member = said(words).arg(namesOf(members), namesOf(node));
    if (rights.empty())
        return said(QT_TRANSLATE_NOOP("rbac", "%1; nothing comes through it.")).arg(member);
    return said(isOne ? QT_TRANSLATE_NOOP("rbac", "%1; through it, it may %2.") : QT_TRANSLATE_NOOP("rbac", "%1; through it, they may %2.")).arg(member, rightsText(rights));
}

QString ofBinding(const AccessPicture &picture, const GraphNode &node)
{
    QStringList missing, unread;
    for (const GraphEdge &edge : picture.shown.edges) {
        const auto boxes = edge.from == node.id && edge.kind == "grants" ? picture.boxesOf({edge.to}) : std::vector<std::string>();
        const GraphNode *role = boxes.empty() ? nullptr : picture.node(boxes.back());
        if (role && role->state != GraphState::Ok)
            (role->state == GraphState::Dangling ? missing : unread) << nameOf(std::string_view(edge.to));
    }
    if (!missing.isEmpty())
        return said(QT_TRANSLATE_NOOP("rbac", "%1: points to %2, which does not exist, so it gives nothing.")).arg(namesOf(node), missing.join(QStringLiteral(", ")));
    if (!unread.isEmpty())
        return said(QT_TRANSLATE_NOOP("rbac", "%1: points to %2, which may not be read, so what it gives is not known.")).arg(namesOf(node), unread.join(QStringLiteral(", ")));
    const auto rights = rightsWith(picture, [&](const Right &right) { return isIn(node, right.binding.text()); });
    const QString where = node.stack > 1 ? QString() : placeOf(node.isClusterWide ? std::string_view() : std::string_view(node.namespaceName));
    return said(QT_TRANSLATE_NOOP("rbac", "%1: gives %2 to %3, %4: may %5."))
        .arg(namesOf(node), targetsOf(picture, node, "grants"), namesOf(namedBy(picture, node)), where.isEmpty() ? said(QT_TRANSLATE_NOOP("rbac", "each in its own namespace")) : where,
             rights.empty() ? said(QT_TRANSLATE_NOOP("rbac", "nothing")) : rightsText(rights));
}

QString ofRole(const AccessPicture &picture, const GraphNode &node)
{
    if (node.state == GraphState::Dangling)
        return said(QT_TRANSLATE_NOOP("rbac", "%1 does not exist, although a binding names it.")).arg(namesOf(node));
    if (node.state == GraphState::Unknown)
        return said(QT_TRANSLATE_NOOP("rbac", "%1 may not be read: what it gives is not known.")).arg(namesOf(node));
    const auto rights = rightsWith(picture, [&](const Right &right) { return isIn(node, right.role.text()); });
    if (rights.empty())
        return said(QT_TRANSLATE_NOOP("rbac", "%1 holds no rule that counts here by itself.")).arg(namesOf(node));
    return said(QT_TRANSLATE_NOOP("rbac", "%1 allows: %2.")).arg(namesOf(node), rightsText(rights));
}

QString ofNamespace(const AccessPicture &picture, const GraphNode &node)
{
    const std::string place = node.isClusterWide ? std::string() : node.name;
    const auto rights = rightsWith(picture, [&](const Right &right) { return right.namespaceName == place; });
    return said(QT_TRANSLATE_NOOP("rbac", "%1 may, %2: %3."))
        .arg(namesOf(rights.empty() ? allOf(picture) : picture.holdersOf(rights)), placeOf(place), rights.empty() ? said(QT_TRANSLATE_NOOP("rbac", "nothing")) : toldRights(picture, rights));
}

/// Who had something through it that is lost; everybody where that is not known.
std::vector<const Identity *> losersOf(const AccessPicture &picture, const GraphNode &node)
{
    std::vector<const Right *> lost;
    for (const Right &right : picture.whole.lost)
        if (isIn(node, right.binding.text()) || isIn(node, right.role.text()) || isIn(node, right.subject.text()))
            lost.push_back(&right);
    return lost.empty() ? allOf(picture) : picture.holdersOf(lost);
}

QString wayText(const Right &right)
{
    return said(QT_TRANSLATE_NOOP("rbac", "%1, through %2 and %3")).arg(placeOf(right.namespaceName), nameOf(right.binding), nameOf(right.role));
}

/// The first few.
QString waysText(const std::vector<const Right *> &rights)
{
    QStringList ways;
    for (std::size_t i = 0; i < std::min(rights.size(), mostWays); ++i)
        ways << wayText(*rights[i]);
    const QString all = ways.join(QStringLiteral("; "));
    return rights.size() > mostWays ? said(QT_TRANSLATE_NOOP("rbac", "%1 and %2 more")).arg(all, number(rights.size() - mostWays)) : all;
}

/// Whether it is somebody about whom the server asks no authorizer.
bool isOfMasters(const AccessPicture &picture, const GraphNode &node)
{
    const auto isMaster = [&](const Identity &identity) { return identity.isIn(mastersGroup) && isIn(node, identity.ref().text()); };
    return node.layer == GraphLayer::Identity && std::ranges::any_of(picture.identities, isMaster);
}

} // namespace

QString sentenceOf(const AccessPicture &picture, const GraphNode &node)
{
    /// In the order of GraphLayer.
    constexpr QString (*sentences[])(const AccessPicture &, const GraphNode &) = {ofPod, ofIdentity, ofGroup, ofBinding, ofRole, ofNamespace};
    const QString text = sentences[static_cast<std::size_t>(node.layer)](picture, node);
    return isOfMasters(picture, node) ? text + u' ' + mastersText() : text;
}

QString changedSentence(const AccessPicture &picture, const GraphNode &node)
{
    const QString word = changeWord(node.change) + QStringLiteral(": ");
    if (node.change == GraphChange::Lost)
        return word + said(QT_TRANSLATE_NOOP("rbac", "%1 would not count for %2 any more.")).arg(namesOf(node), namesOf(losersOf(picture, node)));
    return node.change == GraphChange::None ? sentenceOf(picture, node) : word + sentenceOf(picture, node);
}

QString changedSentence(const AccessPicture &picture, std::string_view verb, std::string_view row)
{
    QString out = sentenceOf(picture, verb, row);
    for (const auto &[change, rights] : {std::pair(GraphChange::Gained, picture.gainedAt(row, verb)), std::pair(GraphChange::Lost, picture.lostAt(row, verb))})
        if (!rights.empty())
            out += u' ' + changeWord(change) + QStringLiteral(": ") + waysText(rights) + u'.';
    return out;
}

QString sentenceOf(const AccessPicture &picture, std::string_view verb, std::string_view row)
{
    const auto rights = picture.rightsAt(row, verb);
    const QString what = base::oneLine(verb) + u' ' + base::oneLine(row);
    if (rights.empty() && !picture.basis->inputs.unreadable.empty())
        return said(QT_TRANSLATE_NOOP("rbac", "Nothing that is known allows %1 to %2, but not everything may be read.")).arg(namesOf(allOf(picture)), what);
    if (rights.empty())
        return said(QT_TRANSLATE_NOOP("rbac", "Nothing allows %1 to %2.")).arg(namesOf(allOf(picture)), what);
    return said(QT_TRANSLATE_NOOP("rbac", "%1 may %2 %3.")).arg(namesOf(picture.holdersOf(rights)), what, waysText(rights));
}

} // namespace rbac
