#pragma once

#include "models/kube/Api.h"
#include "models/kube/ItemStreams.h"

#include <functional>
#include <memory>
#include <string_view>

namespace headless {

/// Gives the objects of watch events on, one by one, on the I/O thread: those that went, too. Bookmarks are left out.
class WatchReceiver final : public kube::ApiReceiver
{
public:
    /// What the server sent for one object. An error ends the watch.
    using Take = std::function<base::Result<void>(kube::ItemFormat format, std::string_view object)>;
    using Done = std::function<void(base::Result<bool>)>;

    WatchReceiver(kube::ItemFormat format, Take take, Done done) : m_take(std::move(take)), m_done(std::move(done)), m_format(format) { }

    void opened(const http::ResponseHead &head) override;
    void bytes(std::string_view chunk) override;
    void finished(const base::Result<void> &result) override;

private:
    void take(const text::WatchFrame &frame);
    void end(base::Result<bool> result);

    Take m_take;
    Done m_done;
    kube::ItemFormat m_format;
    std::unique_ptr<text::WatchSplitter> m_splitter;
    bool m_ended = false;
};

} // namespace headless
