#include "models/fields/ToJson.h"

#include "models/base/PerThread.h"
#include "models/text/JsonWalker.h"
#include "models/text/Protobuf.h"

#include <cstdint>

namespace fields {
namespace {

using Step = text::JsonWalker::Step;

constexpr std::uint32_t MetadataNumber = 1;
constexpr std::uint32_t ManagedFieldsNumber = 17;

void appendVarint(std::string &out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        out += char(value | 0x80);
    out += char(value);
}

/// Copies all fields but those of a number.
void appendOtherFields(std::string &out, std::string_view bytes, std::uint32_t without)
{
    text::ProtobufReader reader(bytes.data(), bytes.size());
    const char *from = bytes.data();
    const char *end = bytes.data() + bytes.size();
    while (from < end && reader.next()) {
        const bool isDropped = reader.tag() == without;
        reader.skip();
        const char *next = end - reader.length();
        if (!isDropped)
            out.append(from, next);
        from = next;
    }
}

struct Range { std::size_t begin = 0; std::size_t end = 0; };

/// Finds a member of the object the walker stands at; the range covers its key, its value and one comma beside it.
/// With `enter`, stops at the value instead.
bool findMember(text::JsonWalker &walker, std::string_view wanted, Range &range, bool &found, bool enter)
{
    found = false;
    if (!walker.take('{'))
        return false;
    bool first = true;
    std::size_t before = walker.offset();
    for (bool isFirst = true;; isFirst = false) {
        const Step step = walker.step('}', first);
        if (step != Step::Next)
            return step == Step::End;
        std::string_view key;
        bool escaped = false;
        if (!walker.takeString(key, escaped) || !walker.take(':'))
            return false;
        found = key == wanted;
        if (found && enter)
            return true;
        if (!walker.skip())
            return false;
        if (found) {
            range = {before, walker.offset()};
            if (isFirst && walker.take(','))
                range.end = walker.offset();
            return true;
        }
        before = walker.offset();
    }
}

} // namespace

base::Result<void> stripProtobufManagedFields(std::string_view message, std::string &out)
{
    try {
        text::ProtobufReader reader(message.data(), message.size());
        const char *end = message.data() + message.size();
        const char *from = message.data();
        std::string metadata;
        while (reader.next()) {
            if (reader.tag() == MetadataNumber && text::isWire(reader, text::ProtobufWire::length_delimited)) {
                metadata.clear();
                appendOtherFields(metadata, text::takeView(reader), ManagedFieldsNumber);
                appendVarint(out, MetadataNumber << 3 | 2);
                appendVarint(out, metadata.size());
                out += metadata;
            } else {
                reader.skip();
                out.append(from, end - reader.length());
            }
            from = end - reader.length();
        }
    } catch (const text::ProtobufError &) {
        return base::makeError(base::ErrorKind::BadInput, "the protobuf makes no sense");
    }
    return {};
}

base::Result<void> stripJsonManagedFields(std::string_view object, std::string &out)
{
    static base::PerThread<text::JsonWalker> walkers;
    text::JsonWalker &walker = *walkers;
    Range range;
    bool found = false;
    bool fine = walker.start(object) && findMember(walker, "metadata", range, found, true);
    if (fine && found && walker.peek() == '{')
        fine = findMember(walker, "managedFields", range, found, false);
    else
        found = false;
    if (!fine)
        return base::makeError(base::ErrorKind::BadInput,
                               "the JSON makes no sense at byte " + std::to_string(walker.offset()));
    if (!found)
        range = {};
    out += object.substr(0, range.begin);
    out += object.substr(range.end);
    return {};
}

} // namespace fields
