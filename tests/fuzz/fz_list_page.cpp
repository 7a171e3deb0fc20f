// A list in JSON or protobuf, in one piece and in small ones: the same items, and an error in both or in neither; and every item read.

#include "models/fields/Record.h"
#include "models/fields/ToJson.h"
#include "models/text/JsonStream.h"
#include "models/text/ProtobufStream.h"

#include <cstdlib>
#include <string>

namespace {

/// Where the error is noticed depends on the pieces; that there is one does not.
const std::string Failed = "failed";

template<typename Splitter, typename Sink>
std::string split(std::string_view bytes, std::size_t piece, const Sink &eachItem)
{
    Splitter splitter;
    std::string out;
    while (!bytes.empty()) {
        const auto fed = splitter.feed(bytes.substr(0, piece), [&](std::string_view item) {
            out.append(item).append("\n");
            eachItem(item);
        });
        if (!fed)
            return out + Failed;
        bytes.remove_prefix(std::min(piece, bytes.size()));
    }
    const auto head = splitter.finish();
    return out + (head ? head->kind + head->resourceVersion + head->continueToken : Failed);
}

template<typename Splitter, typename Sink>
void check(std::string_view bytes, std::size_t piece, const Sink &eachItem)
{
    const auto nothing = [](std::string_view) { };
    if (split<Splitter>(bytes, std::string::npos, eachItem) != split<Splitter>(bytes, piece, nothing))
        std::abort();
}

void readJsonItem(std::string_view item)
{
    static fields::Plan plan("v1", "Pod");
    static const fields::Field generation = plan.field("metadata.generation");
    static const fields::Items labels = plan.items("metadata.labels");
    static fields::ObjectReader reader(plan);
    const auto record = reader.readJson(item);
    if (record && record->has(generation) && record->integer(generation, 1) != record->integer(generation, 2))
        std::abort();
    std::string stripped;
    if (record)
        (void)fields::stripJsonManagedFields(item, stripped).has_value();
    if (stripped.size() > item.size() || (record && record->items(labels).size() > item.size()))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const std::size_t piece = 1 + data[size / 2] % 97;
    check<text::JsonListSplitter>(bytes, piece, readJsonItem);
    check<text::ProtobufListSplitter>(bytes, piece, [](std::string_view) { });
    return 0;
}
