#pragma once

#include "models/detail/LiveList.h"
#include "models/detail/Summary.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace detail {

using Object = std::shared_ptr<const text::Value>;

/// Objects of one kind that stand in a relation to another one: where to ask for them, and which of the answers they are.
struct Relation
{
    enum class Form : std::uint8_t {
        Table,          ///< a section of its own
        Row,            ///< a row among other relations
    };

    std::string_view title;             ///< marked for translation
    Form form = Form::Table;
    Reference kind = {};                ///< group and kind; the namespace to ask in, empty: all
    std::string labels = {};            ///< selectors for the server
    std::string fields = {};
    LiveList::Reduce reduce = {};       ///< keeps those that stand in the relation
    std::string_view ownedBy = {};      ///< only those that the objects of this other relation own; empty: all
    bool isScaler = false;              ///< only those that scale the object or one of its owners
    std::string question = {};          ///< equal as long as the same is asked for
};

/// A relation, and what is known of it.
struct Related
{
    Relation relation;
    LiveList::Content content = {};
};

/// What is worth asking for beside an object, by a table of its kind.
std::vector<Relation> relationsOf(const Object &object);

/// Of more objects in one relation the rest is counted.
inline constexpr std::size_t MostTold = 500;

/// What is kept of a related object: its name, owners, state, place, and what it requests.
text::Value relativeOf(const text::Value &object);

/// Adds what is known of them to what the object says itself. What may not be read is said with the server's reason; nothing is said
/// before an answer, nor of relations in which no object stands.
void addRelations(Summary &summary, const text::Value &object, const std::vector<const Related *> &related, const std::vector<Reference> &owners);

} // namespace detail
