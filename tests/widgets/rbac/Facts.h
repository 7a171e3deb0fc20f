#pragma once

#include "tests/widgets/rbac/ShownAccess.h"
#include "tests/widgets/rbac/Town.h"
#include "widgets/rbac/AccessTwin.h"

#include <QStringList>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

/// What is told of access, as plain rows that can be compared: from the objects alone, from lines on screen, from tables.
namespace facts {

using namespace rbac;

inline constexpr unsigned clusters = 200;

/// A line of the graph, in the words of the tables.
struct Connection
{
    QString from;
    QString relation;
    QString to;
    bool isImplied = false;
    bool isMissing = false;
    bool isUnknown = false;

    bool operator==(const Connection &) const = default;
    bool operator<(const Connection &other) const { return all() < other.all(); }

private:
    std::tuple<QString, QString, QString, bool, bool, bool> all() const { return {from, relation, to, isImplied, isMissing, isUnknown}; }
};
using Connections = std::set<Connection>;

/// A right as files tell it: verb, resource, names, namespace, subject, binding, role, rule.
using FileRow = std::vector<std::string>;
using FileRows = std::set<FileRow>;

inline QString words(const ObjectRef &ref) { return QString::fromStdString(ref.kind + ' ' + (ref.namespaceName.empty() ? ref.name : ref.namespaceName + '/' + ref.name)); }

inline QString words(const std::string &reference)
{
    return reference == "Namespace/*" ? QStringLiteral("all namespaces") : words(*ObjectRef::parse(reference));
}

/// Of what is generated: no kind of subject counts but these, and every API group is as it must be.
inline bool names(const Subject &subject, const Identity &who)
{
    if (subject.kind == "Group")
        return std::ranges::find(who.groups, subject.name) != who.groups.end() || std::ranges::find(who.impliedGroups, subject.name) != who.impliedGroups.end();
    return who.user == (subject.kind == "User" ? subject.name : "system:serviceaccount:" + subject.namespaceName + ':' + subject.name);
}

inline const Role *roleOf(const Inputs &inputs, const Binding &binding)
{
    const ObjectRef wanted{binding.roleRef.kind, binding.roleRef.kind == "Role" ? binding.ref.namespaceName : std::string(), binding.roleRef.name};
    const auto found = std::ranges::find_if(inputs.roles, [&](const auto &role) { return role->ref == wanted; });
    return found == inputs.roles.end() ? nullptr : found->get();
}

/// All lines that there must be, from the objects alone.
class ExpectedLines
{
public:
    ExpectedLines(const Inputs &inputs, const std::vector<Identity> &people) : m_inputs(inputs)
    {
        for (const Identity &who : people)
            add(who);
    }
    Connections lines;

private:
    void add(const Identity &who)
    {
        const QString self = words(who.ref());
        for (const PodUse &pod : m_inputs.pods)
            if (who.user == "system:serviceaccount:" + pod.ref.namespaceName + ':' + pod.serviceAccount && pod.phase == "Running")
                lines.insert({words(pod.ref), QStringLiteral("runs as"), self});
        for (const std::string &group : who.user.empty() ? std::vector<std::string>() : who.groups)
            lines.insert({self, QStringLiteral("is in"), words(ObjectRef{"Group", {}, group})});
        for (const std::string &group : who.impliedGroups)
            lines.insert({self, QStringLiteral("is in"), words(ObjectRef{"Group", {}, group}), true});
        for (const auto &binding : m_inputs.bindings)
            for (const Subject &subject : binding->subjects)
                if (names(subject, who))
                    add(*binding, subject.kind == "Group" ? words(ObjectRef{"Group", {}, subject.name}) : self);
    }

    void add(const Binding &binding, const QString &from)
    {
        lines.insert({from, QStringLiteral("is named by"), words(binding.ref)});
        const Role *role = roleOf(m_inputs, binding);
        const bool isHidden = std::ranges::any_of(m_inputs.unreadable, [&](const Unreadable &part) { return part.resource == (binding.roleRef.kind == "Role" ? "roles" : "clusterroles"); });
        const ObjectRef named{binding.roleRef.kind, binding.roleRef.kind == "Role" ? binding.ref.namespaceName : std::string(), binding.roleRef.name};
        lines.insert({words(binding.ref), QStringLiteral("gives"), words(named), false, !role && !isHidden, !role && isHidden});
        if (!role)
            return;
        lines.insert({words(role->ref), QStringLiteral("counts in"), words(binding.isClusterBinding() ? std::string("Namespace/*") : "Namespace/" + binding.ref.namespaceName)});
        for (const auto &part : m_inputs.roles)
            if (role->aggregation && part->labels.contains(samples::Town::wholeLabel) && part->labels.at(samples::Town::wholeLabel) == "true")
                lines.insert({words(role->ref), QStringLiteral("takes in"), words(part->ref)});
    }

    const Inputs &m_inputs;
};

/// All rights that there must be, from the objects alone.
inline FileRows expectedRights(const Inputs &inputs, const std::vector<Identity> &people)
{
    FileRows out;
    const auto add = [&](const Binding &binding, const Subject &subject, const Role &role, std::size_t rule) {
        const PolicyRule &each = role.rules[rule];
        std::string named;
        for (const std::string &name : each.resourceNames)
            named += (named.empty() ? "" : " ") + name;
        const auto row = [&](const std::string &verb, const std::string &what, const std::string &of) {
            out.insert({verb, what, of, binding.ref.namespaceName, subjectRef(subject, binding).text(), binding.ref.text(), role.ref.text(), std::to_string(rule)});
        };
        for (const std::string &verb : each.verbs) {
            for (const std::string &group : each.apiGroups)
                for (const std::string &resource : each.resources)
                    row(verb, group.empty() ? resource : resource + '.' + group, named);
            for (const std::string &url : each.nonResourceUrls)
                if (binding.isClusterBinding())
                    row(verb, url, {});
        }
    };
    for (const Identity &who : people)
        for (const auto &binding : inputs.bindings)
            for (const Subject &subject : binding->subjects)
                if (const Role *role = names(subject, who) ? roleOf(inputs, *binding) : nullptr)
                    for (std::size_t rule = 0; rule < role->rules.size(); ++rule)
                        add(*binding, subject, *role, rule);
    return out;
}

inline QString said(const QAbstractItemModel &model, int row, int column) { return model.index(row, column).data().toString(); }

/// What the notes say besides risks, which are looked at by themselves.
inline Connection told(const ConnectionsModel &model, int row)
{
    Connection out{said(model, row, ConnectionsModel::From), said(model, row, ConnectionsModel::Relation), said(model, row, ConnectionsModel::To)};
    for (const QString &note : said(model, row, ConnectionsModel::Note).split(QStringLiteral(", "))) {
        out.isImplied = out.isImplied || note == u"implied by the server";
        out.isMissing = out.isMissing || note == u"does not exist";
        out.isUnknown = out.isUnknown || note == u"not known: may not be read";
    }
    return out;
}

inline Connections told(const ConnectionsModel &model)
{
    Connections out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.insert(told(model, row));
    return out;
}

/// A row of the table of rights as a file has it; the table does not name the rule.
inline FileRow told(const RightsModel &model, int row)
{
    const QString names = said(model, row, RightsModel::Names), place = said(model, row, RightsModel::Where);
    FileRow out{said(model, row, RightsModel::Verb).toStdString(), said(model, row, RightsModel::Resource).toStdString(), names == u"all" ? std::string() : QString(names).replace(QStringLiteral(", "), QStringLiteral(" ")).toStdString(),
                place == u"whole cluster" ? std::string() : place.toStdString()};
    for (const int column : {RightsModel::Through, RightsModel::FromBinding, RightsModel::FromRole})
        out.push_back(said(model, row, column).replace(u' ', u'/').toStdString());
    return out;
}

inline FileRows withoutRules(const FileRows &rows)
{
    FileRows out;
    for (FileRow row : rows) {
        row.resize(7);
        out.insert(std::move(row));
    }
    return out;
}

/// The same with every card taken apart: each box is one object.
inline std::shared_ptr<const AccessPicture> apart(const std::shared_ptr<const Basis> &basis, const std::vector<Identity> &people, bool folds)
{
    Unfolded cards;
    while (true) {
        auto picture = std::make_shared<const AccessPicture>(pictureOf(basis, {people, folds, drawingWords(), cards}));
        const std::size_t before = cards.size();
        for (const AccessGraph *graph : {&picture->whole, &picture->shown})
            for (const GraphNode &node : graph->nodes)
                if (node.stack > 1) {
                    cards.insert(node.id);
                    cards.insert(node.folded.begin(), node.folded.end());
                }
        if (cards.size() == before)
            return picture;
    }
}

/// What the lines on screen say, where every box is one object.
inline Connections drawn(const AccessPicture &picture, const graph::Scene &scene)
{
    Connections out;
    for (const graph::Scene::Link &link : scene.links()) {
        const GraphNode *from = picture.node(scene.node(link.from).box.id), *to = picture.node(scene.node(link.to).box.id);
        const graph::Marks &end = scene.node(link.to).box.marks;
        QString relation = QStringLiteral("counts in");
        if (to->layer == GraphLayer::Identity)
            relation = QStringLiteral("runs as");
        else if (to->layer == GraphLayer::Group)
            relation = QStringLiteral("is in");
        else if (to->layer == GraphLayer::Binding)
            relation = QStringLiteral("is named by");
        else if (to->layer == GraphLayer::Role)
            relation = from->layer == GraphLayer::Role ? QStringLiteral("takes in") : QStringLiteral("gives");
        out.insert({words(from->id), relation, words(to->id), link.line.marks.implied, end.dangling, end.unknown});
    }
    return out;
}

/// What is only in one of two sets.
template<typename Set>
inline QString difference(const Set &one, const Set &other, const auto &describe)
{
    QStringList out;
    for (const auto &each : one)
        if (!other.contains(each))
            out << QStringLiteral("- ") + describe(each);
    for (const auto &each : other)
        if (!one.contains(each))
            out << QStringLiteral("+ ") + describe(each);
    return out.mid(0, 8).join(u'\n');
}
inline QString difference(const Connections &one, const Connections &other)
{
    return difference(one, other, [](const Connection &line) { return QStringLiteral("%1 %2 %3 %4%5%6").arg(line.from, line.relation, line.to).arg(line.isImplied).arg(line.isMissing).arg(line.isUnknown); });
}
inline QString difference(const FileRows &one, const FileRows &other)
{
    return difference(one, other, [](const FileRow &row) {
        QString text;
        for (const std::string &cell : row)
            text += QString::fromStdString(cell) + QStringLiteral(" · ");
        return text;
    });
}

#define COMPARE_FACTS(one, other) QVERIFY2((one) == (other), qPrintable(QStringLiteral("seed %1\n%2").arg(seed).arg(difference(one, other))))

struct Shared
{
    samples::Town town;
    std::shared_ptr<const Basis> basis;
    std::vector<Identity> people;

    explicit Shared(unsigned seed) : town(seed), basis(std::make_shared<const Basis>(town.inputs())), people(town.people(2 + seed % 19)) { }
    std::shared_ptr<const AccessPicture> picture(bool folds = true) const { return std::make_shared<const AccessPicture>(pictureOf(basis, {people, folds, drawingWords()})); }
};

} // namespace facts
