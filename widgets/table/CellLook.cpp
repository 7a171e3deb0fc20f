#include "widgets/table/CellLook.h"

#include "widgets/base/HealthLook.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

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

} // namespace

void readCell(const tables::TableModel &model, int row, int column, base::SystemTime now, CellLook &look)
{
    const kube::Cell cell = model.cell(row, column);
    const bool isState = model.source().healthColumn() == static_cast<std::size_t>(column);
    look.color = isState ? base::meaningOf(model.health(row)) : base::Meaning::Text;
    look.text = isState ? signOf(look.color) : std::string();
    readText(cell, now, look.text);
    look.isRightAligned = cell.type == kube::Cell::Type::Integer || cell.type == kube::Cell::Type::Age;
    look.isLink = model.columns()[static_cast<std::size_t>(column)].link && model.link(row, column);
    if (look.isLink)
        look.color = base::Meaning::Accent;
}

/// Only beside the state.
static std::string_view whyOf(const tables::TableModel &model, int row, int column)
{
    const bool isState = model.source().healthColumn() == static_cast<std::size_t>(column);
    return isState ? model.source().why(model.rowId(row)) : std::string_view();
}

bool hasTip(const tables::TableModel &model, int row, int column)
{
    const kube::Cell::Type type = model.cell(row, column).type;
    return type == kube::Cell::Type::Age || type == kube::Cell::Type::CountAgo || !whyOf(model, row, column).empty();
}

QString tipOf(const tables::TableModel &model, int row, int column)
{
    const kube::Cell cell = model.cell(row, column);
    QString text = base::manyLines(std::string_view(cell.display(model.now())));
    if (const std::string_view why = whyOf(model, row, column); !why.empty())
        text += QLatin1Char('\n') + base::manyLines(why);
    if (cell.type == kube::Cell::Type::Text || cell.type == kube::Cell::Type::Integer || cell.seconds == kube::Cell::NoTime)
        return text;
    return text + QLatin1Char('\n') + QLocale().toString(QDateTime::fromSecsSinceEpoch(cell.seconds), QLocale::LongFormat);
}

} // namespace table
