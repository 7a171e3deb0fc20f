#include "app/headless/Run.h"

#include "app/headless/Cluster.h"
#include "app/headless/Contexts.h"
#include "app/headless/ErrorText.h"
#include "app/headless/Get.h"

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

/// The window is an empty frame so far: what it cannot do yet is refused, not ignored.
bool asksForPages(const WindowFlags &flags)
{
    return flags.demo || flags.readOnly || flags.resetLayout || flags.size || !flags.open.empty() || !flags.language.empty()
        || !flags.theme.empty() || !flags.screenshot.empty();
}

} // namespace

std::optional<int> run(int argc, char **argv)
{
    const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
    const auto invocation = parseCommandLine(words);
    if (!invocation) {
        std::cerr << invocation.error().message << '\n';
        return exitCode(invocation.error());
    }
    if (invocation->version || invocation->help) {
        std::cout << (invocation->version ? versionText() + '\n' : helpText(invocation->verb));
        return Done;
    }
    switch (invocation->verb) {
    case Verb::Contexts:
        return runContexts(*invocation);
    case Verb::Get:
        return get(*invocation, std::cout, std::cerr);
    case Verb::Window:
        if (!asksForPages(invocation->window))
            break;
        std::cerr << "the window has no pages yet: of its flags none is built\n" << usageLine(Verb::Window) << '\n';
        return Misused;
    }
    return std::nullopt;
}

} // namespace headless
