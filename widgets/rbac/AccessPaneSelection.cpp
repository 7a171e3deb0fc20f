#include "widgets/rbac/AccessPane.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/FindRow.h"
#include "widgets/rbac/Lessons.h"
#include "widgets/rbac/Sentences.h"

#include <QPushButton>

#include <algorithm>
#include <iterator>

namespace rbac {

namespace {

bool isIdentity(const ObjectRef &ref) { return ref.kind == "ServiceAccount" || ref.kind == "User" || ref.kind == "Group"; }
bool isDraftable(const ObjectRef &ref) { return ref.kind.ends_with("Role") || ref.kind.ends_with("RoleBinding"); }

} // namespace

void AccessPane::tellSelected()
{
    if (showsTables())
        return tellRow();
    const graph::Spot &spot = m_graph->current();
    QString text = tr("Select a box or a cell to see what it means. Arrow keys walk along the lines, Ctrl and the wheel zoom.");
    QString lesson;
    if (m_picture && spot.isValid()) {
        const graph::Box &box = m_graph->scene()->node(spot.box).box;
        const GraphNode *node = m_picture->node(box.id);
        const bool isCell = !node && box.matrix && spot.isCell();
        const std::string_view verb = isCell ? std::string_view(box.matrix->verbs[static_cast<std::size_t>(spot.column)]) : std::string_view();
        const std::string_view row = isCell ? std::string_view(box.matrix->rows[static_cast<std::size_t>(spot.row)].name) : std::string_view();
        if (node)
            text = sentenceOf(*m_picture, *node);
        else if (isCell)
            text = sentenceOf(*m_picture, verb, row);
        lesson = node ? lessonOf(*m_picture, *node) : lessonOf(verb, row);
        if (const std::string version = versionOfSelected(); !version.empty())
            text += u' ' + tr("As read, resourceVersion %1.").arg(base::oneLine(std::string_view(version)));
    }
    if (const ProofWords proof = proofOf(tallyOfCell(spot)); !proof.text.isEmpty())
        text += u' ' + proof.text + (proof.reason.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + proof.reason);
    m_sentence->show(text.toStdString());
    m_sentence->setVisible(true);
    m_lesson->show(lesson.toStdString());
    m_lesson->setVisible(!lesson.isEmpty());
    tellActions();
}

/// The tables are read as they stand; what their words mean is told of the row.
void AccessPane::tellRow()
{
    const QString lesson = m_twin->lesson();
    m_sentence->show(tr("Select a row to see what its words mean. Enter opens the binding, or where a connection leads.").toStdString());
    m_sentence->setVisible(lesson.isEmpty());
    m_lesson->show(lesson.toStdString());
    m_lesson->setVisible(!lesson.isEmpty());
    for (QPushButton *button : {m_centreButton, m_openButton, m_whatIfButton, m_unfoldButton, m_askCellButton})
        button->hide();
}

void AccessPane::setVersions(std::function<std::string(const ObjectRef &object)> versionOf)
{
    m_versionOf = std::move(versionOf);
    m_twin->setVersions(m_versionOf);
}

std::string AccessPane::versionOfSelected() const
{
    const auto ref = m_versionOf ? selectedObject() : std::nullopt;
    return ref ? m_versionOf(*ref) : std::string();
}

const GraphNode *AccessPane::selectedNode() const
{
    const graph::Spot &spot = m_graph->current();
    return m_picture && spot.isValid() ? m_picture->node(m_graph->scene()->node(spot.box).box.id) : nullptr;
}

void AccessPane::unfold()
{
    if (const GraphNode *node = selectedNode(); node && node->stack > 1) {
        m_unfolded.insert(node->id);
        Q_EMIT cardUnfolded();
    }
}

void AccessPane::openFind()
{
    m_find->open();
}

/// Lights what fits in the graph, and leaves only that in the tables.
void AccessPane::tellFound()
{
    if (!m_picture)
        return;
    const PictureFilter filter = PictureFilter::parse(m_find->text().toStdString());
    m_found = filter.isEmpty() ? Found() : findIn(*m_picture, filter);
    std::vector<const Right *> rights;
    if (filter.asksAboutRights())
        std::ranges::transform(m_found.rights, std::back_inserter(rights), [this](std::size_t i) { return &m_picture->whole.matrix[i]; });
    m_graph->setFound(m_found.boxes, m_picture->cellsOf(rights));
    m_twin->show(m_picture, filter.isEmpty() ? nullptr : &m_found);
    QStringList known;
    for (const std::string_view key : PictureFilter::keys())
        known << QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    if (m_found.boxes.empty() && m_found.rights.empty() && !filter.unknownKeys().empty())
        m_find->tellUnknownKey(QString::fromStdString(filter.unknownKeys().front()), known.join(u' '));
    else
        m_find->tellCount(static_cast<int>(m_found.boxes.size()), static_cast<int>(m_found.rights.size()));
}

/// In the order of reading, round about.
void AccessPane::goToFound(int by)
{
    std::vector<int> boxes;
    for (const std::string &id : m_found.boxes)
        boxes.push_back(m_graph->scene()->find(id));
    std::erase(boxes, -1);
    std::ranges::sort(boxes);
    if (boxes.empty())
        return;
    const auto next = by > 0 ? std::ranges::upper_bound(boxes, m_graph->current().box) : std::ranges::lower_bound(boxes, m_graph->current().box);
    if (by > 0)
        m_graph->setCurrent({next == boxes.end() ? boxes.front() : *next});
    else
        m_graph->setCurrent({next == boxes.begin() ? boxes.back() : *std::prev(next)});
}

std::optional<ObjectRef> AccessPane::selectedObject() const
{
    const GraphNode *node = selectedNode();
    return node && node->stack == 1 ? ObjectRef::parse(node->id) : std::nullopt;
}

/// What can be done with what is selected; nothing can be done with a stack or with what is in the middle already.
void AccessPane::tellActions()
{
    const auto ref = selectedObject();
    const auto isHere = [&](const Identity &identity) { return identity.ref() == *ref; };
    m_centreButton->setVisible(ref && isIdentity(*ref) && (m_picture->identities.size() > 1 || std::ranges::none_of(m_picture->identities, isHere)));
    m_openButton->setVisible(ref && addressOf(*ref));
    m_whatIfButton->setVisible(ref && isDraftable(*ref));
    const rights::Tally cell = tallyOfCell(m_graph->current());
    m_askCellButton->setVisible(cell.of(rights::Proof::Computed) + cell.of(rights::Proof::NotVerifiable) > 0);
    const GraphNode *node = selectedNode();
    m_unfoldButton->setVisible(node && node->stack > 1);
}

std::vector<std::string> AccessPane::wayOfCell(const graph::Spot &cell) const
{
    const auto &matrix = m_graph->scene()->node(cell.box).box.matrix;
    if (!matrix || !m_picture)
        return {};
    return m_picture->boxesBehind(matrix->rows[static_cast<std::size_t>(cell.row)].name, matrix->verbs[static_cast<std::size_t>(cell.column)]);
}

QString AccessPane::lesson() const
{
    return m_lesson->text();
}

QString AccessPane::sentence() const
{
    return m_sentence->text();
}

/// A single object; a stack has no page and is unfolded. Who has none comes into the middle. Of a cell the server is asked.
void AccessPane::open(const graph::Spot &spot)
{
    if (spot.isCell())
        return verifyCell();
    const GraphNode *node = m_picture ? m_picture->node(m_graph->scene()->node(spot.box).box.id) : nullptr;
    if (node && node->stack > 1)
        return unfold();
    const auto ref = node && node->stack == 1 ? ObjectRef::parse(node->id) : std::nullopt;
    if (const auto address = ref ? addressOf(*ref) : std::nullopt)
        Q_EMIT openRequested(*address);
    else if (ref && isIdentity(*ref))
        Q_EMIT centreRequested(*ref);
}

} // namespace rbac
