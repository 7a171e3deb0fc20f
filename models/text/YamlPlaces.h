#pragma once

#include "models/text/Value.h"

#include <string>
#include <vector>

namespace text {

/// A member or an item of YAML that was written, and the lines it takes.
struct YamlPlace
{
    int parent = -1;            ///< the place that holds it; -1: the document
    int first = 0;              ///< lines from 0
    int last = 0;
    int item = -1;              ///< of a sequence, from 0; -1: a member of a mapping
    bool isContainer = false;   ///< a mapping or a sequence that is not empty
    std::string key;            ///< of a member

    bool isItem() const { return item >= 0; }
    bool operator==(const YamlPlace &) const = default;
};

struct PlacedYaml
{
    std::string text;
    std::vector<YamlPlace> places;  ///< in the order of the text
    bool isWhole = true;
};

/// As writeYaml(), and where everything stands. No member and no item is begun any more where there are that many bytes: what is returned
/// then is how the whole text begins, and places that go on behind it end with it.
PlacedYaml writePlacedYaml(const Value &value, std::size_t enough = std::string::npos);

} // namespace text
