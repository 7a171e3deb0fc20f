#include "app/headless/Env.h"

#include "app/headless/Cluster.h"
#include "app/headless/EnvOutput.h"
#include "app/headless/EnvSources.h"
#include "app/headless/ErrorText.h"
#include "app/headless/ObjectsFromFiles.h"
#include "app/headless/PodArgument.h"
#include "app/headless/Wait.h"
#include "models/inside/Inside.h"
#include "models/kube/ExecStream.h"
#include "models/text/Json.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <ostream>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;
using environment::Environment;
using text::Value;

namespace {

int fail(const Error &error, std::ostream &err)
{
    err << errorText(error) << '\n';
    if (exitCode(error) == Misused)
        err << usageLine(Verb::Env) << '\n';
    return exitCode(error);
}

/// One call of "env", from the pod's name to printed rows.
class EnvRun
{
public:
    EnvRun(const Invocation &invocation, EnvSources &sources, Cluster *cluster, std::ostream &out, std::ostream &err)
        : m_invocation(invocation), m_sources(sources), m_cluster(cluster), m_out(out), m_err(err)
    {
    }

    Result<void> run(const std::string &namespaceName)
    {
        const auto pod = m_sources.pod(namespaceName, *podNameIn(m_invocation.arguments[0], "env"));
        if (!pod)
            return pod.error();
        const auto name = containerOf(*pod);
        if (!name)
            return name.error();
        const environment::Surroundings around = m_sources.around(*pod, *environment::findContainer(*pod, *name));
        Environment environment = environment::effectiveEnvironment(*pod, *name, around);
        // What is known without the container is told also when it cannot be asked.
        const Result<void> compared = m_invocation.env.compare ? compare(*pod, environment) : Result<void>();
        print(environment, around);
        return compared;
    }

private:
    Result<std::string> containerOf(const Value &pod)
    {
        const std::string &wanted = m_invocation.env.container;
        if (!wanted.empty() && !environment::findContainer(pod, wanted))
            return base::makeError(ErrorKind::BadInput, "container " + wanted + " not found in pod " + pod["metadata"]["name"].text());
        if (!wanted.empty())
            return wanted;
        const std::string name = kube::defaultContainer(pod);
        if (name.empty())
            return base::makeError(ErrorKind::BadInput, "pod " + pod["metadata"]["name"].text() + " has no containers");
        const auto names = environment::containerNames(pod);
        if (names.size() > 1) {
            m_err << "Defaulted container \"" << text::plain(name) << "\" out of:";
            for (std::size_t i = 0; i < names.size(); ++i)
                m_err << (i ? ", " : " ") << text::plain(names[i]);
            m_err << '\n';
        }
        return name;
    }

    Result<void> compare(const Value &pod, Environment &environment)
    {
        const kube::PodContainer container{pod["metadata"]["namespace"].text(), pod["metadata"]["name"].text(), environment.container};
        const auto inside = waitFor<inside::Environment>(
            [&](auto done) { return inside::readEnvironment(*m_cluster->ways().streams, container, m_cluster->api().executor(), std::move(done)); });
        if (!inside)
            return inside.error();
        std::vector<std::pair<std::string, std::string>> values;
        for (const inside::Variable &variable : inside->variables)
            values.emplace_back(variable.name, variable.value);
        environment::compareWith(environment, values);
        return {};
    }

    void print(const Environment &environment, const environment::Surroundings &around)
    {
        for (const std::string *problem : {&around.servicesError, &around.nodeError}) {
            if (!problem->empty())
                m_err << "Warning: " << text::plain(*problem) << '\n';
        }
        if (!environment.failure.empty())
            m_err << "Warning: the container would not start now: " << text::plain(environment.failureReason + ": " + environment.failure) << '\n';
        const SecretsShown secrets = m_invocation.env.showSecrets ? SecretsShown::Open : SecretsShown::Masked;
        if (m_invocation.output.format == OutputChoice::Format::Json)
            m_out << text::writeJson(envJson(environment, secrets), text::JsonStyle::Indented) << '\n';
        else
            printEnv(environment, secrets, m_out);
        m_out.flush();
    }

    const Invocation &m_invocation;
    EnvSources &m_sources;
    Cluster *m_cluster;
    std::ostream &m_out;
    std::ostream &m_err;
};

int envOfFiles(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    const auto objects = ObjectsFromFiles::read(invocation.from);
    if (!objects)
        return fail(objects.error(), err);
    const auto sources = envSourcesOf(*objects);
    const auto done = EnvRun(invocation, *sources, nullptr, out, err).run(invocation.overrides.namespaceName.empty() ? "default" : invocation.overrides.namespaceName);
    return done ? Done : fail(done.error(), err);
}

} // namespace

int env(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    if (invocation.allNamespaces)
        return fail(base::makeError(ErrorKind::Misuse, "env is about one pod, which is in one namespace"), err);
    if (invocation.env.compare && !invocation.from.empty())
        return fail(base::makeError(ErrorKind::Misuse, "--compare needs a cluster, not --from"), err);
    if (const auto name = podNameIn(invocation.arguments[0], "env"); !name)
        return fail(name.error(), err);
    if (!invocation.from.empty())
        return envOfFiles(invocation, out, err);
    const auto cluster = Cluster::connect(invocation, err);
    if (!cluster)
        return fail(cluster.error(), err);
    const auto sources = envSourcesOf((*cluster)->api());
    const auto done = EnvRun(invocation, *sources, cluster->get(), out, err).run((*cluster)->namespaceName());
    return done ? Done : fail(done.error(), err);
}

} // namespace headless
