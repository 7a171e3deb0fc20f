#include "app/headless/Run.h"

#include "app/headless/Cluster.h"
#include "app/headless/Contexts.h"
#include "app/headless/Disk.h"
#include "app/headless/Downward.h"
#include "app/headless/Env.h"
#include "app/headless/ErrorText.h"
#include "app/headless/Get.h"
#include "app/headless/Rbac.h"
#include "app/headless/Top.h"

#include <algorithm>
#include <iostream>
#include <span>
#include <vector>

namespace headless {

namespace {

int runContexts(const Invocation &invocation)
{
    ContextsOptions options;
    options.sources.places = kubeConfigPlaces(invocation);
    options.overrides = invocation.overrides;
    options.merged = invocation.merged;
    options.json = invocation.output.format == OutputChoice::Format::Json;
    return contexts(options, std::cout, std::cerr);
}

} // namespace

std::optional<int> run(int argc, char **argv, Invocation &invocation)
{
    const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
    const auto parsed = parseCommandLine(words);
    if (!parsed) {
        std::cerr << parsed.error().message << '\n';
        return exitCode(parsed.error());
    }
    invocation = *parsed;
    if (invocation.version || invocation.help) {
        std::cout << (invocation.version ? versionText() + '\n' : helpText(invocation.verb));
        return Done;
    }
    switch (invocation.verb) {
    case Verb::Contexts:
        return runContexts(invocation);
    case Verb::Get:
        return get(invocation, std::cout, std::cerr);
    case Verb::Rbac:
        return rbacVerb(invocation, std::cout, std::cerr);
    case Verb::Top:
        return top(invocation, std::cout, std::cerr);
    case Verb::Env:
        return env(invocation, std::cout, std::cerr);
    case Verb::Downward:
        return downwardVerb(invocation, std::cout, std::cerr);
    case Verb::Disk:
        return disk(invocation, std::cout, std::cerr);
    case Verb::Window:
        break;
    }
    return std::nullopt;
}

} // namespace headless
