// Any bytes as a server's OpenAPI: first the index, then a document, of which every kind's tree and a field of each member are asked for.

#include "models/schema/Definition.h"
#include "models/schema/Documents.h"

#include <cstdint>
#include <cstdlib>

namespace {

std::size_t countOf(const schema::FieldTree &tree)
{
    std::size_t count = 1;
    for (const schema::FieldTree &member : tree.members)
        count += countOf(member);
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (const auto index = schema::readIndex(bytes)) {
        for (const auto &[path, url] : *index) {
            if (!url.starts_with("/openapi/v3/"))
                std::abort();
        }
    }
    if (const auto converted = schema::documentOfDefinition(bytes))
        static_cast<void>(schema::Document::read(*converted));
    const auto document = schema::Document::read(bytes);
    if (!document)
        return 0;
    if (document->bytes() > size)
        std::abort();
    for (const schema::KindName &kind : document->kinds()) {
        const auto tree = document->tree(kind, 6);
        if (tree && countOf(*tree) > schema::Document::MostFields + 1)
            std::abort();
        for (const schema::FieldTree &member : tree ? tree->members : std::vector<schema::FieldTree>()) {
            // Of a list the tree has the members of its items.
            const bool isList = document->field(kind, {schema::Step{}}).has_value();
            if (!isList && !member.name.empty() && document->field(kind, {{member.name}}) != member.field)
                std::abort();
            static_cast<void>(document->field(kind, {{member.name}, {}, {"a"}}));
        }
    }
    return 0;
}
