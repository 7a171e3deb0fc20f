#pragma once

#include "models/base/ManualExecutor.h"
#include "models/kube/Api.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace support {

/// An API server whose answers a test gives by hand, piece by piece, on a clock that the test moves.
class FakeApi final : public kube::Api
{
public:
    /// One request, in the order they came.
    struct Exchange
    {
        kube::ApiRequest request;
        std::shared_ptr<kube::ApiReceiver> receiver;
        base::JobToken token;

        bool isLetGo() const { return token.isCancelled(); }
        std::string query(std::string_view name) const
        {
            for (const kube::QueryItem &item : request.query) {
                if (item.name == name)
                    return item.value;
            }
            return {};
        }
        bool isWatch() const { return !query("watch").empty(); }

        void open(const std::string &contentType = "application/json", int status = 200, const std::string &tag = {})
        {
            http::ResponseHead head;
            head.status = status;
            head.headers = {{"Content-Type", contentType}, {"ETag", tag}};
            token.deliver([&] { receiver->opened(head); });
        }
        void send(std::string_view bytes)
        {
            token.deliver([&] { receiver->bytes(bytes); });
        }
        void finish()
        {
            token.finish([&] { receiver->finished({}); });
        }
        void fail(base::Error error)
        {
            token.finish([&] { receiver->finished(error); });
        }
        void fail(base::ErrorKind kind, const std::string &message = "refused") { fail(base::makeError(kind, message)); }
        /// A whole JSON answer.
        void answer(std::string_view body, const std::string &tag = {})
        {
            open("application/json", 200, tag);
            send(body);
            finish();
        }
        /// What was known already still holds.
        void answerUnchanged()
        {
            open({}, 304);
            finish();
        }
    };

    base::Job start(kube::ApiRequest request, std::shared_ptr<kube::ApiReceiver> receiver) override
    {
        auto [job, token] = base::Job::make();
        exchanges.push_back({std::move(request), std::move(receiver), token});
        return std::move(job);
    }
    void startOver() override { ++freshStarts; }
    base::Executor &executor() override { return time; }

    Exchange &last() { return exchanges.back(); }
    std::size_t count() const { return exchanges.size(); }

    base::ManualExecutor time;
    std::deque<Exchange> exchanges;
    int freshStarts = 0;
};

} // namespace support
