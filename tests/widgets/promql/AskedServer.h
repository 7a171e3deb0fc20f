#pragma once

#include "models/metrics/ServiceProxyTransport.h"
#include "models/metrics/PrometheusClient.h"
#include "tests/support/FakeApi.h"

#include <memory>
#include <string>

namespace support {

/// A server of the Prometheus API behind an API server that the test plays; one hand moves the I/O thread, the GUI thread and the clock.
struct AskedServer
{
    /// The newest question for that path; null: there was none.
    FakeApi::Exchange *asked(const std::string &path)
    {
        api.time.run();
        FakeApi::Exchange *found = nullptr;
        for (auto &exchange : api.exchanges)
            if (exchange.request.path.ends_with(path))
                found = &exchange;
        return found;
    }
    void answer(const std::string &path, const std::string &data)
    {
        asked(path)->answer(R"({"status":"success","data":)" + data + '}');
        api.time.run();
    }
    void answerWith(const std::string &path, const std::string &whole)
    {
        asked(path)->answer(whole);
        api.time.run();
    }
    void refuse(const std::string &path, int status, const std::string &body)
    {
        base::Error error = base::makeError(base::ErrorKind::Invalid, body);
        error.code = status;
        asked(path)->fail(error);
        api.time.run();
    }

    FakeApi api;
    std::shared_ptr<metrics::PrometheusClient> client = std::make_shared<metrics::PrometheusClient>(
        std::make_shared<metrics::ServiceProxyTransport>(api, metrics::ServicePort{"monitoring", "prometheus", 9090, false, {}}));
};

} // namespace support
