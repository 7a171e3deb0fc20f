#include "widgets/graph/GraphWords.h"

#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace graph {

namespace {

constexpr qsizetype mostNames = 8;

struct MarkWord
{
    bool Marks::*mark;
    const char *word;
};
constexpr std::array<MarkWord, 7> markWords{{{&Marks::implied, QT_TRANSLATE_NOOP("graph", "implied by the server")},
                                             {&Marks::clusterWide, QT_TRANSLATE_NOOP("graph", "cluster-wide")},
                                             {&Marks::dangling, QT_TRANSLATE_NOOP("graph", "does not exist")},
                                             {&Marks::unknown, QT_TRANSLATE_NOOP("graph", "not known")},
                                             {&Marks::onPath, QT_TRANSLATE_NOOP("graph", "on the path")},
                                             {&Marks::risk, QT_TRANSLATE_NOOP("graph", "risk")},
                                             {&Marks::confirmed, QT_TRANSLATE_NOOP("graph", "confirmed by the server")}}};

/// In the order of Matrix::Cell.
constexpr std::array<const char *, 5> cellWords{QT_TRANSLATE_NOOP("graph", "%1 %2: not allowed"), QT_TRANSLATE_NOOP("graph", "%1 %2: allowed in some namespaces"),
                                                QT_TRANSLATE_NOOP("graph", "%1 %2: allowed for some names only"), QT_TRANSLATE_NOOP("graph", "%1 %2: not known"),
                                                QT_TRANSLATE_NOOP("graph", "%1 %2: allowed in the whole cluster")};

/// In the order of Matrix::Change, from the second.
constexpr std::array<const char *, 3> changeWords{QT_TRANSLATE_NOOP("graph", "gained"), QT_TRANSLATE_NOOP("graph", "lost"),
                                                  QT_TRANSLATE_NOOP("graph", "gained in one place, lost in another")};

QString said(const char *english) { return QCoreApplication::translate("graph", english); }
QString named(const std::string &text) { return base::oneLine(std::string_view(text)); }

QString cellName(const Matrix &matrix, const Spot &spot)
{
    const Matrix::Row &row = matrix.rows[static_cast<std::size_t>(spot.row)];
    const auto column = static_cast<std::size_t>(spot.column);
    const QString name = said(cellWords[static_cast<std::size_t>(row.cell(column))]).arg(named(matrix.verbs[column]), rowText(row.name));
    const Matrix::Change change = row.change(column);
    return change == Matrix::Change::None ? name : name + QStringLiteral(", ") + said(changeWords[static_cast<std::size_t>(change) - 1]);
}

template<typename EndOf>
QString endsOf(const Scene &scene, const std::vector<int> &lines, EndOf endOf)
{
    QStringList names;
    for (const int line : lines)
        names << named(scene.node(endOf(scene.link(line))).box.title);
    names.removeDuplicates();
    const qsizetype more = names.size() - mostNames;
    if (more > 0)
        names = names.mid(0, mostNames) << said(QT_TRANSLATE_NOOP("graph", "%1 more")).arg(QString::number(more));
    return names.join(QStringLiteral(", "));
}

} // namespace

QString rowText(const std::string &name)
{
    const char *words = name == "*.*" ? QT_TRANSLATE_NOOP("graph", "%1 (everything)") : name == "/*" ? QT_TRANSLATE_NOOP("graph", "%1 (all URLs)") : "%1";
    return said(words).arg(named(name));
}

QString textOf(const Marks &marks)
{
    QStringList words;
    for (const MarkWord &each : markWords)
        if (marks.*each.mark)
            words << said(each.word);
    return words.join(QStringLiteral(", "));
}

QString nameOf(const Scene &scene, const Spot &spot)
{
    const Box &box = scene.node(spot.box).box;
    if (spot.isCell() && box.matrix)
        return cellName(*box.matrix, spot);
    QStringList parts{named(box.title), named(box.matrix ? box.matrix->note : box.caption), textOf(box.marks)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString surroundingsOf(const Scene &scene, const Spot &spot)
{
    if (spot.isCell())
        return {};
    const Scene::Node &node = scene.node(spot.box);
    QStringList parts;
    if (!node.in.empty())
        parts << said(QT_TRANSLATE_NOOP("graph", "From: %1")).arg(endsOf(scene, node.in, [](const Scene::Link &link) { return link.from; }));
    if (!node.out.empty())
        parts << said(QT_TRANSLATE_NOOP("graph", "To: %1")).arg(endsOf(scene, node.out, [](const Scene::Link &link) { return link.to; }));
    return parts.join(QStringLiteral("; "));
}

} // namespace graph
