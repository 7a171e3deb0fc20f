// The gate agrees with bare libyaml on what is YAML, and the places it names lie inside of the text.

#include "models/text/YamlNodes.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <yaml.h>

namespace {

bool libyamlAccepts(std::string_view bytes)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        std::abort();
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
    bool accepted = true;
    for (bool done = false; !done;) {
        yaml_event_t event;
        accepted = yaml_parser_parse(&parser, &event) != 0;
        done = !accepted || event.type == YAML_STREAM_END_EVENT;
        if (accepted)
            yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return accepted;
}

void check(bool holds)
{
    if (!holds)
        std::abort();
}

/// Every line has at least one byte, and so has every column.
void checkPlace(int line, int column, std::size_t size)
{
    check(line >= 1 && column >= 1);
    check(static_cast<std::size_t>(line) <= size + 2 && static_cast<std::size_t>(column) <= size + 2);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    text::YamlLimits limits;
    limits.depth = 50;
    limits.events = 20'000;
    text::YamlReader reader(bytes, limits);
    text::YamlDocument document;
    while (true) {
        const auto more = reader.next(document);
        if (!more) {
            checkPlace(more.error().line, more.error().column, size);
            const bool ownRefusal = more.error().kind == base::ErrorKind::TooLarge
                || more.error().message.find("an alias of an anchor") != std::string::npos;
            check(ownRefusal || !libyamlAccepts(bytes));
            return 0;
        }
        if (!*more)
            break;
        check(!document.nodes.empty());
        for (const text::YamlNode &node : document.nodes) {
            checkPlace(node.line, node.column, size);
            check(node.textAt + node.textSize <= document.text.size());
            check(node.target == text::YamlNode::none || node.target < document.nodes.size());
        }
    }
    check(libyamlAccepts(bytes));
    return 0;
}
