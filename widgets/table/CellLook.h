#pragma once

#include "models/tables/TableModel.h"
#include "widgets/base/Theme.h"

#include <QString>

#include <optional>
#include <string>

namespace table {

/// What is painted of one cell.
struct CellLook
{
    std::string text;                       ///< with the sign of a state before its word
    base::Meaning color = base::Meaning::Text;
    bool isRightAligned = false;
    bool isLink = false;
    std::optional<tables::Gauge> gauge = {};
};

/// A word of an added column as it is painted.
std::string textOf(const tables::CellWord &word);
void readCell(const tables::TableModel &model, int row, int column, base::SystemTime now, CellLook &look);

/// Why the cell says what it says, in lines; empty where it does not tell.
std::string reasonOf(const tables::TableModel &model, int row, int column);

/// The whole text, for a time the local date and time, and for a state why it is so, for the tool tip.
/// Whether the tip says more than the cell.
bool hasTip(const tables::TableModel &model, int row, int column);
QString tipOf(const tables::TableModel &model, int row, int column);

} // namespace table
