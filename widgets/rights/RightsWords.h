#pragma once

#include "models/rbac/AccessFacts.h"
#include "models/tables/AddedCells.h"

#include <string>
#include <string_view>
#include <vector>

namespace rights {

/// A text of this folder in the person's language.
std::string words(const char *english);

/// The words that cells about a fact hold beside numbers, the gravest first.
std::vector<tables::CellWord> wordsOf(rbac::Fact fact);

/// A cell: what it is about, of an object of the table that lists the type of that qualified name.
struct CellPlace
{
    rbac::Fact fact;
    std::string_view type;
    std::string_view key;
};

/// What a cell says: a number, or one of the words of its fact; facts are null while they are not known.
std::string textOf(const rbac::AccessFacts *facts, const CellPlace &place, const std::vector<tables::CellWord> &words);
/// Why it says so, in lines.
std::string reasonOf(const rbac::AccessFacts *facts, const CellPlace &place);

} // namespace rights
