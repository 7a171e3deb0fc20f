#pragma once

#include "models/fields/Facts.h"
#include "models/fields/Plan.h"

#include <memory>
#include <string_view>
#include <vector>

namespace fields {

constexpr std::uint16_t NoSlot = 0xffff;

/// The slots that every record begins with: the next element of its list, and the key and value of an element.
namespace slot {
constexpr std::uint16_t Next = 0;
constexpr std::uint16_t Key = 1;
constexpr std::uint16_t Value = 2;
constexpr std::uint16_t First = 3;
} // namespace slot

/// The number of slots of one record: of an object, or of an element of one list.
struct RecordShape
{
    std::uint16_t width = slot::First;
};

/// One wanted field of a message: where its value goes.
struct PlanEdge
{
    const FieldFacts *facts = nullptr;
    std::uint16_t slot = NoSlot;        ///< the value, the list, or whether the message is there
    std::shared_ptr<PlanNode> child;    ///< the fields of a message, or the elements of a list
};

/// The wanted fields of one message.
struct PlanNode
{
    struct JsonKey
    {
        std::uint32_t signature;
        std::string_view name;
        const PlanEdge *edge;
    };

    const TypeFacts *type = nullptr;    ///< none for scalars
    std::shared_ptr<RecordShape> shape;
    std::vector<std::unique_ptr<PlanEdge>> edges;
    std::vector<JsonKey> keys;                   ///< also those of messages inlined here
    std::vector<const PlanEdge *> byNumber;      ///< the place is the number

    /// The edge of that path, made when it is new; asserts when the type has no such field.
    PlanEdge &edgeOf(std::string_view path);
    Field addField(std::string_view path);
    Items addItems(std::string_view path);

    const PlanEdge *findKey(std::string_view name) const
    {
        const std::uint32_t wanted = signatureOf(name);
        for (const JsonKey &key : keys) {
            if (key.signature == wanted && key.name == name)
                return key.edge;
        }
        return nullptr;
    }
    const PlanEdge *findNumber(std::uint32_t number) const
    {
        return number < byNumber.size() ? byNumber[number] : nullptr;
    }

    /// Tells most names apart by one comparison: the length, the first and the last byte.
    static std::uint32_t signatureOf(std::string_view name)
    {
        return name.empty() ? 0
                            : std::uint32_t(name.size()) << 16 | std::uint32_t(std::uint8_t(name.front())) << 8
                                  | std::uint8_t(name.back());
    }

private:
    PlanEdge *step(std::string_view name);
    PlanEdge *edgeTo(const FieldFacts &facts);
    void takeSlot(PlanEdge &edge);
};

} // namespace fields
