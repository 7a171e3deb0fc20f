#include "models/cluster/JudgedApi.h"

namespace cluster {

namespace {

constexpr int Created = 201;

void deliver(const Judge::Ruling &ruling, kube::ApiReceiver &receiver)
{
    if (ruling.refusal)
        return receiver.finished(*ruling.refusal);
    http::ResponseHead head;
    head.status = Created;
    head.headers = {{"Content-Type", "application/json"}};
    receiver.opened(head);
    receiver.bytes(*ruling.answer);
    receiver.finished({});
}

} // namespace

base::Job JudgedApi::start(kube::ApiRequest request, std::shared_ptr<kube::ApiReceiver> receiver)
{
    Judge::Ruling ruling = m_judge->on(request);
    if (!ruling.refusal && !ruling.answer)
        return m_api.start(std::move(request), std::move(receiver));
    auto [job, token] = base::Job::make();
    executor().post([token = token, ruling = std::move(ruling), receiver = std::move(receiver)] { token.finish([&] { deliver(ruling, *receiver); }); });
    return std::move(job);
}

} // namespace cluster
