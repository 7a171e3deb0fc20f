#include "models/disk/Requests.h"

#include "models/kube/ResourceType.h"

namespace disk {

namespace {

constexpr std::chrono::seconds LongestWait{10};
constexpr std::int64_t LargestAnswer = 32LL * 1024 * 1024;

kube::ApiRequest requestFor(std::string path)
{
    kube::ApiRequest request;
    request.path = std::move(path);
    request.deadline = LongestWait;
    request.byteCap = LargestAnswer;
    request.retries = kube::Retries::None;
    return request;
}

/// Four answers that are waited for. On the consumer's thread, but for its jobs, which are made before the first of them can come.
struct Errand
{
    std::array<std::optional<base::Result<std::string>>, 4> answers;
    std::size_t open = 4;
    std::function<void(Answers)> done;

    void take(std::size_t index, base::Result<std::string> answer)
    {
        answers[index] = std::move(answer);
        if (--open == 0)
            done({std::move(*answers[0]), std::move(*answers[1]), std::move(*answers[2]), std::move(*answers[3])});
    }
};

base::Result<std::string> bodyOf(base::Result<kube::ApiAnswer> answer)
{
    return answer ? base::Result<std::string>(std::move(answer->body)) : base::Result<std::string>(answer.error());
}

} // namespace

Requests requestsFor(const std::string &node)
{
    const std::string path = "/api/v1/nodes/" + kube::percentEncode(node);
    Requests requests{requestFor(path), requestFor(path + "/proxy/stats/summary"), requestFor(path + "/proxy/configz"), requestFor("/api/v1/pods")};
    requests.pods.add("fieldSelector", "spec.nodeName=" + node);
    requests.pods.add("resourceVersion", "0");
    return requests;
}

base::Job ask(kube::Api &api, const std::string &node, base::Executor &consumer, std::function<void(Answers)> done)
{
    const auto jobs = std::make_shared<std::vector<base::Job>>();
    auto [job, token] = base::Job::make([jobs] { jobs->clear(); });
    auto errand = std::make_shared<Errand>();
    errand->done = [finish = token, done = std::move(done)](Answers answers) { finish.finish([&] { done(std::move(answers)); }); };
    Requests requests = requestsFor(node);
    std::size_t index = 0;
    for (kube::ApiRequest *request : {&requests.node, &requests.summary, &requests.configz, &requests.pods}) {
        jobs->push_back(api.fetch(std::move(*request), [errand, index, &consumer, waiting = token](base::Result<kube::ApiAnswer> answer) {
            consumer.post([errand, index, waiting, kept = std::make_shared<base::Result<std::string>>(bodyOf(std::move(answer)))] {
                if (!waiting.isCancelled())
                    errand->take(index, std::move(*kept));
            });
        }));
        ++index;
    }
    return std::move(job);
}

} // namespace disk
