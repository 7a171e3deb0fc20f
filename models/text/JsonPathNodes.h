#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace text::jsonpath {

struct Node;
using NodePointer = std::shared_ptr<const Node>;
using Nodes = std::vector<NodePointer>;

/// One of the three numbers of [start:end:step].
struct SliceNumber
{
    long long value = 0;
    bool known = false;
    bool derived = false;   ///< the end of a single index
};

/// One step of a template.
struct Node
{
    enum class Type { Literal, Slice, List, Field, Identifier, Filter, Wildcard, Recursive, Union };

    Type type = Type::List;
    std::string name;                 ///< of a field, identifier, or a filter's operator ("exists" for none)
    Value literal;                    ///< text, number or boolean
    std::array<SliceNumber, 3> slice;
    Nodes children;                   ///< of a list or union; a filter's left and right side
};

/// The nodes of a template, or what is wrong with it in upstream's words.
base::Result<Nodes> parseTemplate(std::string_view text);

} // namespace text::jsonpath
