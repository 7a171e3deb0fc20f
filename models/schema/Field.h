#pragma once

#include <string>
#include <vector>

namespace schema {

/// Objects of which kind, in which version.
struct KindName
{
    std::string group;                  ///< empty for the core group
    std::string version;
    std::string kind;

    bool operator==(const KindName &) const = default;
};

/// One step into an object: a member of a map, or any item of a list.
struct Step
{
    std::string member;                 ///< empty: an item

    bool isItem() const { return member.empty(); }
    bool operator==(const Step &) const = default;
};

using Path = std::vector<Step>;

/// What a schema says of one field; empty where it says nothing.
struct Field
{
    std::string description;
    std::string type;                   ///< as kubectl explain spells it: "string", "[]Container", "map[string]string", "IntOrString"
    std::string format;                 ///< "int32", "date-time"
    std::string fallback;               ///< what the server takes where nothing is written, as JSON
    std::vector<std::string> values;    ///< the only ones allowed
    bool isRequired = false;
    bool isNullable = false;
    bool keepsUnknown = false;          ///< the server keeps members that the schema does not name
    std::vector<std::string> itemKeys;  ///< of a list that is merged by them: what makes an item the same one

    bool operator==(const Field &) const = default;
};

/// A field and what lies below it, in the order of the schema, as deep as was asked.
struct FieldTree
{
    std::string name;
    Field field;
    std::vector<FieldTree> members;     ///< of a map, or of the items of a list

    const FieldTree *member(std::string_view wanted) const
    {
        for (const FieldTree &each : members) {
            if (each.name == wanted)
                return &each;
        }
        return nullptr;
    }
};

} // namespace schema
