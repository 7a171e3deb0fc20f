#include "app/headless/WatchReceiver.h"

#include <utility>

namespace headless {

using base::Result;

void WatchReceiver::opened(const http::ResponseHead &head)
{
    const std::string *type = head.header("content-type");
    m_format = kube::formatOfAnswer(type ? *type : std::string(), m_format);
    m_splitter = kube::makeWatchSplitter(m_format);
}

void WatchReceiver::bytes(std::string_view chunk)
{
    const auto fed = m_splitter->feed(chunk, [this](const text::WatchFrame &frame) { take(frame); });
    if (!fed)
        end(fed.error());
}

void WatchReceiver::finished(const Result<void> &result)
{
    end(result ? Result<bool>(true) : Result<bool>(result.error()));
}

void WatchReceiver::take(const text::WatchFrame &frame)
{
    const kube::WatchEventType type = kube::watchEventType(frame.type);
    if (m_ended || type == kube::WatchEventType::Bookmark)
        return;
    if (type == kube::WatchEventType::Error)
        return end(kube::readWatchError(m_format, frame.object));
    if (const auto taken = m_take(m_format, frame.object); !taken)
        end(taken.error());
}

void WatchReceiver::end(Result<bool> result)
{
    if (!std::exchange(m_ended, true))
        m_done(std::move(result));
}

} // namespace headless
