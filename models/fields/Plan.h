#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fields {

struct TypeFacts;
struct PlanNode;

/// A handle to one value of a record; made by Plan, used with Record.
struct Field
{
    std::uint16_t slot = 0xffff;
};

class Plan;

/// A handle to the repeated part of a record, and the plan of its elements.
/// The elements of a list of scalars have value(); those of a map have key() and value().
class Items
{
public:
    /// A field of each element, by path from the element.
    Field field(std::string_view path);
    Items items(std::string_view path);
    Field key() const;
    Field value() const;

private:
    friend class Plan;
    friend class Record;
    friend struct PlanNode;
    std::uint16_t m_slot = 0xffff;
    std::shared_ptr<PlanNode> m_node;
};

/// What one kind reads of its objects: each field named once, by its JSON path, found in the table of facts, and so
/// readable from JSON and from protobuf alike.
///
/// Built once per kind, before the first read; afterwards immutable and shared by threads.
class Plan
{
public:
    /// A built-in type such as ("v1", "Pod") or ("apps/v1", "Deployment"). An unknown type or path is a mistake of ours: asserts.
    Plan(std::string_view apiVersion, std::string_view kind);

    /// A scalar, a time, a quantity, or the presence of a message: "status.phase", "spec.suspend", "status.state.waiting".
    Field field(std::string_view path);
    /// A list or a map: "status.containerStatuses", "metadata.labels", "spec.accessModes".
    Items items(std::string_view path);

    const PlanNode &root() const { return *m_root; }

private:
    friend class ObjectReader;
    std::shared_ptr<PlanNode> m_root;
};

} // namespace fields
