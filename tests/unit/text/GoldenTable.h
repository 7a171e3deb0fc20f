#pragma once

#include "models/text/Json.h"
#include "models/text/Numbers.h"
#include "tests/support/Folders.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

/// A row of tests/data: a text, what a Kubernetes library of Go makes of it, and whether that library refuses it.
struct GoldenRow
{
    std::string in;
    std::string out;
    bool refused = false;
};

/// The rows of a file of tests/data, one JSON object a line; throws when there are none.
inline std::vector<GoldenRow> goldenTable(const std::string &name)
{
    std::ifstream file(folders::source("tests/data/") + name, std::ios::binary);
    std::vector<GoldenRow> rows;
    for (std::string line; std::getline(file, line);) {
        const auto row = text::parseJson(line);
        if (!row)
            throw std::runtime_error(name + ": " + row.error().message);
        rows.push_back({(*row)["in"].text(), (*row)["out"].text(), (*row)["err"].asBoolean()});
    }
    if (rows.empty())
        throw std::runtime_error(name + " has no rows");
    return rows;
}

/// A text in one printable line, for messages.
inline std::string shown(const std::string &words)
{
    std::string quoted;
    text::appendJsonString(quoted, words);
    return quoted;
}

/// Whether two numbers are the same; whole ones of 64 bits digit by digit, as text::Value keeps more than a double does.
inline bool isSameNumber(const std::string &ours, const std::string &theirs)
{
    const bool whole = text::isWholeSpelling(ours) && text::isWholeSpelling(theirs) && theirs.size() < 19;
    if (whole && ours != "-0" && theirs != "-0")
        return ours == theirs;
    const auto left = text::parseDouble(ours);
    const auto right = text::parseDouble(theirs);
    return left && right && *left == *right;
}

/// Equal trees, whatever the order of keys and the spelling of numbers.
inline bool isSameTree(const text::Value &ours, const text::Value &theirs)
{
    if (ours.type() != theirs.type() || ours.items().size() != theirs.items().size()
        || ours.members().size() != theirs.members().size())
        return false;
    if (ours.type() == text::Value::Type::Number)
        return isSameNumber(ours.text(), theirs.text());
    const auto sameMember = [&theirs](const text::Value::Member &member) {
        const text::Value *other = theirs.find(member.key);
        return other && isSameTree(member.value, *other);
    };
    return ours.text() == theirs.text() && ours.asBoolean() == theirs.asBoolean()
        && std::equal(ours.items().begin(), ours.items().end(), theirs.items().begin(), isSameTree)
        && std::all_of(ours.members().begin(), ours.members().end(), sameMember);
}
