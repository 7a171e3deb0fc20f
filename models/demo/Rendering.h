#pragma once

#include "models/demo/Columns.h"
#include "models/demo/Http.h"

#include <optional>

namespace demo {

/// In which form the client wants objects.
struct Representation
{
    enum class Form { Whole, Table, Metadata };

    Form form = Form::Whole;
    std::string includeObject = "Metadata";   ///< of a Table's rows: None, Metadata, Object

    /// The first acceptable entry of Accept; nothing when none is JSON.
    static std::optional<Representation> negotiate(const HttpRequest &request);
};

/// What stands in a list beside its items.
struct ListHead
{
    std::uint64_t version = 0;
    std::string continueToken;
    std::size_t remaining = 0;   ///< 0: not said
};

/// Writes objects, lists and watch events as JSON in the wished form.
class Rendering
{
public:
    Rendering(const Columns &columns, const base::Clock &clock) : m_columns(&columns), m_clock(&clock) { }

    std::string object(const Object &object, const Representation &as) const;
    std::string list(const Resource &resource, const std::vector<ObjectPointer> &objects, const ListHead &head,
        const Representation &as) const;

    /// One line of a watch; withHeader: a Table tells its columns, as the first event of a stream does.
    std::string event(std::string_view type, const Object &object, const Representation &as, bool withHeader) const;
    std::string bookmark(const Resource &resource, std::uint64_t version, bool endsInitialEvents, const Representation &as) const;

private:
    std::string table(const std::vector<const Object *> &objects, const std::vector<Column> &columns, const text::Value &metadata,
                      const Representation &as, bool withHeader) const;
    std::string row(const Object &object, const std::vector<Column> &columns, const Representation &as) const;

    const Columns *m_columns;
    const base::Clock *m_clock;
};

} // namespace demo
