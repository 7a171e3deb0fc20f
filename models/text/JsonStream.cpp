#include "models/text/JsonStream.h"

#include "models/text/Json.h"

namespace text {
namespace {

base::Error cutOff(std::string_view what, std::size_t offset)
{
    return base::makeError(base::ErrorKind::BadInput,
                           "the " + std::string(what) + " is cut off after byte " + std::to_string(offset));
}

} // namespace

base::Result<void> JsonListSplitter::feed(std::string_view chunk, const ItemSink &sink)
{
    return m_cutter.feed(chunk, sink);
}

base::Result<ListHead> JsonListSplitter::finish()
{
    if (!m_cutter.isComplete())
        return cutOff("list", m_cutter.offset());
    const base::Result<Value> parsed = parseJson(m_cutter.envelope());
    if (!parsed) {
        base::Error error = parsed.error();
        error.message = "the list's own members: " + error.message;
        return error;
    }
    if (const Value *items = parsed->find("items"); items && items->type() != Value::Type::List && items->type() != Value::Type::Null)
        return base::makeError(base::ErrorKind::BadInput, "the list's items are no list");
    const Value &metadata = (*parsed)["metadata"];
    ListHead head;
    head.apiVersion = (*parsed)["apiVersion"].text();
    head.kind = (*parsed)["kind"].text();
    head.resourceVersion = metadata["resourceVersion"].text();
    head.continueToken = metadata["continue"].text();
    if (metadata["remainingItemCount"].type() == Value::Type::Number)
        head.remaining = metadata["remainingItemCount"].asInteger();
    return head;
}

base::Result<void> JsonWatchSplitter::feed(std::string_view chunk, const WatchSink &sink)
{
    bool isBroken = false;
    const base::Result<void> fed = m_cutter.feed(chunk, [&](std::string_view event) {
        WatchFrame frame;
        isBroken = isBroken || !readFrame(event, frame);
        if (!isBroken)
            sink(frame);
    });
    if (fed && isBroken)
        return base::makeError(base::ErrorKind::BadInput, "a watch event without type or object, before byte "
                                                              + std::to_string(m_cutter.offset()));
    return fed;
}

base::Result<void> JsonWatchSplitter::finish()
{
    if (!m_cutter.isComplete())
        return cutOff("watch event", m_cutter.offset());
    return {};
}

bool JsonWatchSplitter::readFrame(std::string_view event, WatchFrame &frame)
{
    bool first = true;
    m_walker.start(event);
    if (!m_walker.take('{'))
        return false;
    for (;;) {
        const JsonWalker::Step step = m_walker.step('}', first);
        if (step != JsonWalker::Step::Next)
            return step == JsonWalker::Step::End && !frame.type.empty() && frame.object.starts_with('{');
        std::string_view key;
        bool escaped = false;
        if (!m_walker.takeString(key, escaped) || !m_walker.take(':'))
            return false;
        const bool isRead = key == "type" ? m_walker.takeString(frame.type, escaped)
            : key == "object"             ? m_walker.takeRaw(frame.object)
                                          : m_walker.skip();
        if (!isRead)
            return false;
    }
}

} // namespace text
