#include "widgets/table/CellLook.h"

#include "models/tables/PackedObjects.h"
#include "widgets/base/HealthLook.h"
#include "widgets/base/PlainText.h"
#include "widgets/table/ContainerDots.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace table {

namespace {

/// "✓ ", in UTF-8.
const std::string &signOf(base::Meaning meaning)
{
    static const auto signs = [] {
        std::array<std::string, base::MeaningCount> made;
        for (int i = 0; i < base::MeaningCount; ++i) {
            const QString sign = base::Theme::sign(static_cast<base::Meaning>(i));
            made[static_cast<std::size_t>(i)] = sign.isEmpty() ? std::string() : sign.toStdString() + ' ';
        }
        return made;
    }();
    return signs[static_cast<std::size_t>(meaning)];
}

/// A text may be used where it is; only what is made for the eye is written anew.
void readText(const kube::Cell &cell, base::SystemTime now, std::string &text)
{
    if (cell.type == kube::Cell::Type::Text)
        text.append(cell.text);
    else
        text += cell.display(now);
}

/// A word that is neither good nor bad is quieter than what is.
base::Meaning meaningOfWord(const tables::AddedColumn &column, std::string_view text)
{
    const auto found = std::ranges::find(column.words, text, &tables::CellWord::text);
    if (found == column.words.end())
        return base::Meaning::Text;
    return found->meaning == kinds::Health::NotTold ? base::Meaning::Secondary : base::meaningOf(found->meaning);
}

/// Those that are not ready are in the colour of what it means for the pod.
void addDots(std::string_view ready, kinds::Health health, CellLook &look)
{
    const std::string dots = containerDots(ready);
    if (dots.empty())
        return;
    look.text += dots + ' ';
    if (dots.find("○") != dots.npos && health != kinds::Health::NotTold)
        look.color = base::meaningOf(health);
}

/// Of a pod as the table keeps it.
std::string containersOf(const tables::TableModel &model, int row)
{
    const auto pod = tables::objectOf(model.source().store(), model.source().type(), model.rowId(row));
    return pod ? containerStates(*pod) : std::string();
}

} // namespace

void readCell(const tables::TableModel &model, int row, int column, base::SystemTime now, CellLook &look)
{
    const kube::Cell cell = model.cell(row, column);
    const tables::TableColumn &described = model.columns()[static_cast<std::size_t>(column)];
    const bool isState = model.source().healthColumn() == static_cast<std::size_t>(column);
    look.color = isState ? base::meaningOf(model.health(row)) : described.added ? meaningOfWord(*described.added, cell.text) : base::Meaning::Text;
    look.gauge = model.isGroup(row) ? std::nullopt : model.source().gauge(model.rowId(row), static_cast<std::size_t>(column));
    if (look.gauge && look.gauge->meaning != kinds::Health::NotTold)
        look.color = base::meaningOf(look.gauge->meaning);
    look.text = signOf(look.color);
    if (cell.type == kube::Cell::Type::Text && countsContainers(model, column))
        addDots(cell.text, model.health(row), look);
    readText(cell, now, look.text);
    look.isRightAligned = cell.type == kube::Cell::Type::Integer || cell.type == kube::Cell::Type::Age || (described.added && described.added->isNumber);
    look.isLink = described.link && model.link(row, column);
    if (look.isLink)
        look.color = base::Meaning::Accent;
}

std::string textOf(const tables::CellWord &word)
{
    return signOf(base::meaningOf(word.meaning)) + word.text;
}

/// Of a state, of the containers of a pod, and of what a feature tells.
std::string reasonOf(const tables::TableModel &model, int row, int column)
{
    if (model.source().healthColumn() == static_cast<std::size_t>(column))
        return std::string(model.source().why(model.rowId(row)));
    if (!model.isGroup(row) && countsContainers(model, column))
        return containersOf(model, row);
    return model.isGroup(row) ? std::string() : model.source().explain(model.rowId(row), static_cast<std::size_t>(column));
}

bool hasTip(const tables::TableModel &model, int row, int column)
{
    const kube::Cell::Type type = model.cell(row, column).type;
    return type == kube::Cell::Type::Age || type == kube::Cell::Type::CountAgo || !reasonOf(model, row, column).empty();
}

QString tipOf(const tables::TableModel &model, int row, int column)
{
    const kube::Cell cell = model.cell(row, column);
    QString text = base::manyLines(std::string_view(cell.display(model.now())));
    if (const std::string reason = reasonOf(model, row, column); !reason.empty())
        text += QLatin1Char('\n') + base::manyLines(std::string_view(reason));
    if (cell.type == kube::Cell::Type::Text || cell.type == kube::Cell::Type::Integer || cell.seconds == kube::Cell::NoTime)
        return text;
    return text + QLatin1Char('\n') + QLocale().toString(QDateTime::fromSecsSinceEpoch(cell.seconds), QLocale::LongFormat);
}

} // namespace table
