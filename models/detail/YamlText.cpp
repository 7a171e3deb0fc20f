#include "models/detail/YamlText.h"

#include "models/text/Yaml.h"

#include <algorithm>
#include <array>

namespace detail {

namespace {

constexpr std::array<std::string_view, 2> secretMembers{"data", "stringData"};
constexpr const char *stars = "***";

text::Value *member(text::Value &map, std::string_view key)
{
    const auto found = std::ranges::find(map.members(), key, &text::Value::Member::key);
    return found == map.members().end() ? nullptr : &found->value;
}

/// What was applied may be anything.
void hideEach(text::Value &values)
{
    if (!values.isMap())
        values = text::Value::string(stars);
    for (text::Value::Member &each : values.members())
        each.value = text::Value::string(stars);
}

/// Of every member of that name: JSON can repeat them.
template<typename F>
void forEachNamed(text::Value &map, std::string_view name, F &&change)
{
    for (text::Value::Member &each : map.members()) {
        if (each.key == name)
            change(each.value);
    }
}

} // namespace

void hideSecretValues(text::Value &object)
{
    for (const std::string_view name : secretMembers)
        forEachNamed(object, name, hideEach);
    // What was applied holds the values once more.
    const auto hideApplied = [](text::Value &annotations) { forEachNamed(annotations, LastApplied, [](text::Value &applied) { applied = text::Value::string(stars); }); };
    forEachNamed(object, "metadata", [&](text::Value &metadata) { forEachNamed(metadata, "annotations", hideApplied); });
}

namespace {

/// Whether the object may be written as it is: to copy a large one takes as long as to write it.
bool isWished(const text::Value &object, const YamlWish &wish)
{
    return (wish.managedFields || !object["metadata"].find("managedFields")) && (wish.secretValues || !isSecret(object));
}

/// The end of a piece of at most that many bytes, before a character that would be cut.
std::size_t endOfPiece(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest)
        return text.size();
    std::size_t end = longest;
    while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return end;
}

} // namespace

bool isSecret(const text::Value &object)
{
    return object["kind"].text() == "Secret" && object["apiVersion"].text() == "v1";
}

bool hasSecretValues(const text::Value &object)
{
    return isSecret(object)
        && std::ranges::any_of(secretMembers, [&](std::string_view name) { return !object[name].members().empty(); });
}

text::Value wishedFor(text::Value object, const YamlWish &wish)
{
    text::Value *metadata = member(object, "metadata");
    if (metadata && !wish.managedFields)
        std::erase_if(metadata->members(), [](const text::Value::Member &each) { return each.key == "managedFields"; });
    if (isSecret(object) && !wish.secretValues)
        hideSecretValues(object);
    return object;
}

std::string yamlOf(const text::Value &object, const YamlWish &wish)
{
    return isWished(object, wish) ? text::writeYaml(object) : text::writeYaml(wishedFor(object, wish));
}

text::PlacedYaml placedYamlOf(const text::Value &object, const YamlWish &wish, std::size_t enough)
{
    return isWished(object, wish) ? text::writePlacedYaml(object, enough) : text::writePlacedYaml(wishedFor(object, wish), enough);
}

CutText cutLines(std::string_view text, std::size_t longest)
{
    CutText cut;
    cut.text.reserve(text.size());
    while (!text.empty()) {
        const std::size_t lineBreak = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, lineBreak);
        const std::size_t end = endOfPiece(line, longest);
        cut.text += line.substr(0, end);
        if (end < line.size()) {
            cut.text += " …";
            ++cut.cutLines;
        }
        if (lineBreak < text.size())
            cut.text += '\n';
        text.remove_prefix(std::min(lineBreak + 1, text.size()));
    }
    return cut;
}

std::string wrapLines(std::string_view text, std::size_t longest)
{
    std::string out;
    out.reserve(text.size() + text.size() / longest);
    while (!text.empty()) {
        // Looking for the end of a longer line again for every piece of it would cost its square.
        const std::string_view ahead = text.substr(0, longest + 1);
        const std::size_t lineBreak = std::min(ahead.find('\n'), ahead.size());
        const std::size_t end = std::min(lineBreak, endOfPiece(text, longest));
        out += text.substr(0, end);
        if (end < text.size())
            out += '\n';
        text.remove_prefix(end + (end == lineBreak && lineBreak < text.size() ? 1 : 0));
    }
    return out;
}

} // namespace detail
