#include "models/kube/Api.h"

namespace kube {

namespace {

class Collector final : public ApiReceiver
{
public:
    explicit Collector(std::function<void(base::Result<ApiAnswer>)> done) : m_done(std::move(done)) { }

    void opened(const http::ResponseHead &head) override { m_answer.head = head; }
    void bytes(std::string_view chunk) override { m_answer.body += chunk; }
    void finished(const base::Result<void> &result) override
    {
        const auto done = std::move(m_done);
        if (result)
            done(std::move(m_answer));
        else
            done(result.error());
    }

private:
    std::function<void(base::Result<ApiAnswer>)> m_done;
    ApiAnswer m_answer;
};

} // namespace

base::Job Api::fetch(ApiRequest request, std::function<void(base::Result<ApiAnswer>)> done)
{
    return start(std::move(request), std::make_shared<Collector>(std::move(done)));
}

} // namespace kube
