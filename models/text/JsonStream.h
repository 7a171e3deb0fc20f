#pragma once

#include "models/text/JsonCutter.h"
#include "models/text/JsonWalker.h"

namespace text {

/// A JSON list: the elements of "items", or of the "rows" of a Table.
class JsonListSplitter final : public ListSplitter
{
public:
    base::Result<void> feed(std::string_view chunk, const ItemSink &sink) override;
    base::Result<ListHead> finish() override;

    /// The list without its items, as JSON when it is complete; a Table's columnDefinitions and a whole Status stand here.
    const std::string &envelope() const { return m_cutter.envelope(); }

private:
    JsonCutter m_cutter{JsonCutter::Source::List};
};

/// A JSON watch: objects one after the other, with or without line breaks.
class JsonWatchSplitter final : public WatchSplitter
{
public:
    base::Result<void> feed(std::string_view chunk, const WatchSink &sink) override;
    base::Result<void> finish() override;

private:
    bool readFrame(std::string_view event, WatchFrame &frame);

    JsonCutter m_cutter{JsonCutter::Source::Stream};
    JsonWalker m_walker;
};

} // namespace text
