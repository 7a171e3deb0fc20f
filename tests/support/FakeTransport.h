#pragma once

#include "models/base/Job.h"
#include "models/http/Request.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace tests {

/// Exchanges that a test answers by hand.
class FakeTransport final : public http::Transport
{
public:
    struct Exchange
    {
        http::Request request;
        std::shared_ptr<http::Receiver> receiver;
        base::JobToken token;

        void answer(int status, const std::string &body, std::vector<http::Header> headers = {})
        {
            http::ResponseHead head;
            head.status = status;
            head.headers = std::move(headers);
            token.deliver([&] { receiver->head(head); });
            token.deliver([&] { receiver->bytes(body); });
            token.finish([&] { receiver->done({}); });
        }
        void fail(base::ErrorKind kind, std::string_view reason = {})
        {
            base::Error error = base::makeError(kind, "it did not work");
            error.reason = reason;
            token.finish([&] { receiver->done(error); });
        }
    };

    base::Job send(http::Request request, std::shared_ptr<http::Receiver> receiver) override
    {
        auto [job, token] = base::Job::make();
        exchanges.push_back({std::move(request), std::move(receiver), token});
        return std::move(job);
    }
    void retire(const http::Connection &) override { ++retired; }

    std::deque<Exchange> exchanges;
    int retired = 0;
};

} // namespace tests
