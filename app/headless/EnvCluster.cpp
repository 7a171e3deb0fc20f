#include "app/headless/EnvSources.h"

#include "models/kube/Api.h"
#include "models/kube/ResourceType.h"
#include "models/text/Json.h"

#include <future>

namespace headless {

using base::Result;
using environment::Source;
using environment::SourceKind;
using environment::SourceName;
using environment::Surroundings;
using text::Value;

namespace {

std::string path(const std::string &namespaceName, const char *resource, const std::string &name = {})
{
    const std::string list = "/api/v1/namespaces/" + kube::percentEncode(namespaceName) + '/' + resource;
    return name.empty() ? list : list + '/' + kube::percentEncode(name);
}

Source sourceOf(const Result<Value> &answer)
{
    if (answer)
        return {Source::State::Whole, std::make_shared<const Value>(*answer)};
    if (answer.error().kind == base::ErrorKind::NotFound)
        return {Source::State::Missing};
    return {Source::State::Refused, nullptr, answer.error().message};
}

/// Asks for everything at once.
class FromCluster final : public EnvSources
{
public:
    explicit FromCluster(kube::Api &api) : m_api(api) { }

    Result<Value> pod(const std::string &namespaceName, const std::string &name) override { return ask(path(namespaceName, "pods", name)).get(); }

    Surroundings around(const Value &pod, const Value &container) override
    {
        const std::string &space = pod["metadata"]["namespace"].text();
        std::map<SourceName, Question> questions;
        for (const SourceName &name : environment::sourcesOf(container))
            questions.emplace(name, ask(path(space, name.kind == SourceKind::Secret ? "secrets" : "configmaps", name.name)));
        Question kubernetes = ask(path("default", "services", "kubernetes"));
        std::optional<Question> services, node;
        if (environment::linksServices(pod))
            services = ask(path(space, "services"));
        if (environment::needsNode(container) && !pod["spec"]["nodeName"].text().empty())
            node = ask("/api/v1/nodes/" + kube::percentEncode(pod["spec"]["nodeName"].text()));
        Surroundings around;
        for (auto &[name, question] : questions)
            around.sources[name] = sourceOf(question.get());
        takeServices(around, kubernetes.get(), services ? services->get() : Value::map());
        if (node)
            takeNode(around, node->get());
        return around;
    }

private:
    struct Question
    {
        base::Job job;
        std::future<Result<Value>> answer;
        Result<Value> get() { return answer.get(); }
    };

    Question ask(const std::string &at)
    {
        kube::ApiRequest request;
        request.path = at;
        auto promise = std::make_shared<std::promise<Result<Value>>>();
        Question question{{}, promise->get_future()};
        question.job = m_api.fetch(request, [promise](Result<kube::ApiAnswer> answer) { promise->set_value(answer ? text::parseJson(answer->body) : Result<Value>(answer.error())); });
        return question;
    }

    static void takeServices(Surroundings &around, const Result<Value> &kubernetes, const Result<Value> &list)
    {
        around.services.emplace();
        if (kubernetes)
            around.services->push_back(std::make_shared<const Value>(*kubernetes));
        else if (kubernetes.error().kind != base::ErrorKind::NotFound)
            around.servicesError = kubernetes.error().message;
        if (!list)
            around.servicesError = list.error().message;
        else
            for (const Value &service : (*list)["items"].items())
                around.services->push_back(std::make_shared<const Value>(service));
    }

    static void takeNode(Surroundings &around, const Result<Value> &node)
    {
        if (node)
            around.node = std::make_shared<const Value>(*node);
        else
            around.nodeError = node.error().message;
    }

    kube::Api &m_api;
};

} // namespace

std::unique_ptr<EnvSources> envSourcesOf(kube::Api &api)
{
    return std::make_unique<FromCluster>(api);
}

} // namespace headless
