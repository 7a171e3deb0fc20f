#include "widgets/rbac/TwinModels.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessWords.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::array<const char *, RightsModel::ColumnCount> rightsHeads{
    QT_TRANSLATE_NOOP("rbac::RightsModel", "Verb"), QT_TRANSLATE_NOOP("rbac::RightsModel", "Resource"), QT_TRANSLATE_NOOP("rbac::RightsModel", "Names"),
    QT_TRANSLATE_NOOP("rbac::RightsModel", "Where"), QT_TRANSLATE_NOOP("rbac::RightsModel", "Given to"), QT_TRANSLATE_NOOP("rbac::RightsModel", "Binding"),
    QT_TRANSLATE_NOOP("rbac::RightsModel", "Role"), QT_TRANSLATE_NOOP("rbac::RightsModel", "Proof"), QT_TRANSLATE_NOOP("rbac::RightsModel", "resourceVersion"), QT_TRANSLATE_NOOP("rbac::RightsModel", "Change")};
constexpr std::array<const char *, ConnectionsModel::ColumnCount> connectionHeads{
    QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "From"), QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "Relation"), QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "To"),
    QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "Note"), QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "resourceVersion"), QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "Change")};

struct RelationWord
{
    std::string_view kind;
    const char *word;
};
constexpr std::array<RelationWord, 6> relations{{{"runs-as", QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "runs as")},
                                             {"member", QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "is in")},
                                             {"bound", QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "is named by")},
                                             {"grants", QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "gives")},
                                             {"aggregates", QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "takes in")},
                                             {"touches", QT_TRANSLATE_NOOP("rbac::ConnectionsModel", "counts in")}}};

/// The nodes of the graph by all the objects behind them.
std::map<std::string_view, const GraphNode *> nodesOf(const AccessGraph &graph)
{
    std::map<std::string_view, const GraphNode *> nodes;
    for (const GraphNode &node : graph.nodes) {
        nodes.emplace(node.id, &node);
        for (const std::string &other : node.folded)
            nodes.emplace(other, &node);
    }
    return nodes;
}

Meaning meaningOf(GraphChange change) { return change == GraphChange::None ? Meaning::Text : change == GraphChange::Lost ? Meaning::Warning : Meaning::Accent; }

/// Names count by themselves: of several, only some may be gained.
bool isSameWay(const Right &one, const Right &other)
{
    const auto way = [](const Right &right) {
        return std::tie(right.verb, right.resource, right.subresource, right.apiGroup, right.url, right.namespaceName, right.subject, right.binding, right.role, right.rule);
    };
    return way(one) == way(other);
}

QString endName(const std::string &reference)
{
    return reference == "Namespace/*" ? QString::fromStdString(drawingWords().allNamespaces) : nameOf(std::string_view(reference));
}

/// Of what a line is about, as read: "4711 · 4712".
QString versionsOf(const VersionOf &versionOf, const std::vector<ObjectRef> &objects)
{
    QStringList versions;
    for (const ObjectRef &object : objects)
        if (const std::string version = versionOf ? versionOf(object) : std::string(); !version.empty())
            versions << base::oneLine(std::string_view(version));
    return versions.join(QStringLiteral(" · "));
}

std::vector<ObjectRef> endsOf(const GraphEdge &edge)
{
    std::vector<ObjectRef> ends;
    for (const std::string &reference : {edge.from, edge.to})
        if (auto ref = ObjectRef::parse(reference))
            ends.push_back(std::move(*ref));
    return ends;
}

} // namespace

void RightsModel::proofsChanged()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Proof), index(rowCount() - 1, Proof));
}

void RightsModel::show(std::shared_ptr<const AccessPicture> picture, const Found *found)
{
    beginResetModel();
    m_picture = std::move(picture);
    m_rows.resize(m_picture->whole.matrix.size() + m_picture->whole.lost.size());
    std::iota(m_rows.begin(), m_rows.end(), std::size_t(0));
    if (found)
        m_rows = found->rights;
    endResetModel();
}

const Right &RightsModel::right(int row) const
{
    const std::size_t at = m_rows[static_cast<std::size_t>(row)];
    const AccessGraph &graph = m_picture->whole;
    return at < graph.matrix.size() ? graph.matrix[at] : graph.lost[at - graph.matrix.size()];
}

GraphChange RightsModel::change(int row) const
{
    if (m_rows[static_cast<std::size_t>(row)] >= m_picture->whole.matrix.size())
        return GraphChange::Lost;
    const auto isThis = [&here = right(row)](const Right &gained) { return isSameWay(here, gained); };
    return std::ranges::any_of(m_picture->whole.gained, isThis) ? GraphChange::Gained : GraphChange::None;
}

/// Of a right whose other names were held before, those that come.
QString RightsModel::changeText(int row) const
{
    const GraphChange here = change(row);
    QStringList names;
    for (const Right &gained : m_picture->whole.gained)
        if (here == GraphChange::Gained && isSameWay(right(row), gained) && gained.names != right(row).names)
            for (const std::string &name : gained.names)
                names << base::oneLine(std::string_view(name));
    return names.isEmpty() ? changeWord(here) : changeWord(here) + QStringLiteral(": ") + names.join(QStringLiteral(", "));
}

QString RightsModel::text(int row, int column) const
{
    const auto plain = [](const std::string &text) { return base::oneLine(std::string_view(text)); };
    const Right &right = this->right(row);
    switch (column) {
    case Change: return changeText(row);
    case Verb: return plain(right.verb);
    case Resource: return plain(rowName(right));
    case Where: return right.namespaceName.empty() ? tr("whole cluster") : plain(right.namespaceName);
    case Through: return nameOf(right.subject);
    case FromBinding: return nameOf(right.binding);
    case FromRole: return nameOf(right.role);
    case Proof: return badgeOf(row).text;
    case Versions: return versionsOf(m_versionOf, {right.binding, right.role});
    default: break;
    }
    QStringList names;
    for (const std::string &name : right.names)
        names << plain(name);
    return names.isEmpty() ? tr("all") : names.join(QStringLiteral(", "));
}

QVariant RightsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == base::PlainTable::MeaningRole)
        return static_cast<int>(index.column() == Change ? meaningOf(change(index.row())) : index.column() == Proof ? badgeOf(index.row()).meaning : Meaning::Text);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const QString shown = text(index.row(), index.column());
    if (role != Qt::ToolTipRole)
        return role == Qt::DisplayRole ? shown : base::PlainTable::spoken(shown);
    const QString reason = index.column() == Proof ? badgeOf(index.row()).reason : QString();
    return base::plainToolTip(reason.isEmpty() ? shown : shown + u'\n' + reason);
}

QVariant RightsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isHead = orientation == Qt::Horizontal && role == Qt::DisplayRole && section < ColumnCount;
    return isHead ? QVariant(tr(rightsHeads[static_cast<std::size_t>(section)])) : QVariant();
}

void ConnectionsModel::show(const std::shared_ptr<const AccessPicture> &picture, const Found *found)
{
    beginResetModel();
    m_rows.clear();
    const auto nodes = nodesOf(picture->whole);
    const std::vector<GraphEdge> edges = connectionsOf(picture->whole);
    std::set<std::string_view> told;        // what some line leads to, or what was told of already
    for (const GraphEdge &edge : edges)
        told.insert(edge.to);
    const std::set<std::string_view> wanted = found ? std::set<std::string_view>(found->objects.begin(), found->objects.end()) : std::set<std::string_view>();
    for (const GraphEdge &edge : edges) {
        if (found && !wanted.contains(edge.from) && !wanted.contains(edge.to))
            continue;
        const GraphNode &from = *nodes.at(edge.from), &to = *nodes.at(edge.to);
        QStringList notes;
        if (from.state == GraphState::Dangling && from.layer == GraphLayer::Identity)
            notes << tr("%1 does not exist").arg(endName(edge.from));
        if (edge.isImplied)
            notes << tr("implied by the server");
        if (to.state == GraphState::Dangling)
            notes << tr("does not exist");
        if (to.state == GraphState::Unknown)
            notes << tr("not known: may not be read");
        for (const std::string &risk : to.risks)
            notes << tr("risk %1").arg(base::oneLine(std::string_view(risk)));
        for (const std::string &risk : told.insert(edge.from).second ? from.risks : std::vector<std::string>())
            notes << tr("risk %1 of %2").arg(base::oneLine(std::string_view(risk)), endName(edge.from));
        m_rows.push_back({edge, notes.join(QStringLiteral(", ")), to.state != GraphState::Ok || from.state == GraphState::Dangling});
    }
    endResetModel();
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == base::PlainTable::MeaningRole)
        return static_cast<int>(index.column() == Change ? meaningOf(row.edge.change) : row.isTrouble && index.column() == Note ? Meaning::Warning : Meaning::Text);
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::AccessibleTextRole)
        return base::PlainTable::spoken(text(row, index.column()));
    return role == Qt::ToolTipRole ? QVariant(base::plainToolTip(text(row, index.column()))) : QVariant();
}

QString ConnectionsModel::text(const Row &row, int column) const
{
    const auto relation = std::ranges::find(relations, row.edge.kind, &RelationWord::kind);
    switch (column) {
    case From: return endName(row.edge.from);
    case Relation: return relation == relations.end() ? QString() : tr(relation->word);
    case To: return endName(row.edge.to);
    case Versions: return versionsOf(m_versionOf, endsOf(row.edge));
    case Change: return changeWord(row.edge.change);
    default: return row.note;
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isHead = orientation == Qt::Horizontal && role == Qt::DisplayRole && section < ColumnCount;
    return isHead ? QVariant(tr(connectionHeads[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace rbac
