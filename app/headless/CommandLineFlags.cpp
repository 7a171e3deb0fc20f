#include "app/headless/CommandLineFlags.h"

#include "models/text/Duration.h"
#include "models/text/GoQuote.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace headless {
namespace {

constexpr VerbSet Headless = setOf(Verb::Contexts) | setOf(Verb::Get) | setOf(Verb::Rbac) | setOf(Verb::Top) | setOf(Verb::Env) | setOf(Verb::Downward) | setOf(Verb::Disk);
constexpr VerbSet OnlyWindow = setOf(Verb::Window);
constexpr VerbSet Everywhere = Headless | OnlyWindow;
constexpr VerbSet OnlyContexts = setOf(Verb::Contexts);
constexpr VerbSet OnlyGet = setOf(Verb::Get);
constexpr VerbSet OnlyRbac = setOf(Verb::Rbac);
constexpr VerbSet OnlyTop = setOf(Verb::Top);
constexpr VerbSet OnlyEnv = setOf(Verb::Env);
constexpr VerbSet OfRows = OnlyGet | OnlyTop;
constexpr VerbSet OfObjects = OnlyGet | OnlyRbac | OnlyEnv;
constexpr VerbSet OnlyDownward = setOf(Verb::Downward);
constexpr VerbSet OfFiles = OfObjects | OnlyDownward;

constexpr FlagRule::Takes Nothing = FlagRule::Takes::Nothing;
constexpr FlagRule::Takes Text = FlagRule::Takes::Value;

constexpr int MostVerbosity = 10;
constexpr int MostPixels = 16'384;

std::string setText(std::string &member, std::string_view value)
{
    member = value;
    return {};
}

std::string setSwitch(bool &member, std::string_view value)
{
    member = value == "true";
    return {};
}

std::string append(std::vector<std::string> &member, std::string_view value)
{
    member.emplace_back(value);
    return {};
}

std::string appendParts(std::vector<std::string> &member, std::string_view value)
{
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
        comma = value.find(',');
        member.emplace_back(value.substr(0, comma));
        value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    }
    return {};
}

/// One of the words, which are separated by single spaces in the list.
std::string setWord(std::string &member, std::string_view value, std::string_view words)
{
    std::string padded = " ";
    padded += words;
    padded += ' ';
    std::string wanted = " ";
    wanted += value;
    wanted += ' ';
    if (value.empty() || value.find(' ') != std::string_view::npos || padded.find(wanted) == std::string::npos) {
        std::string problem = "must be one of: ";
        problem += words;
        return problem;
    }
    member = value;
    return {};
}

bool readNumber(std::string_view text, int most, int &number)
{
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() && number >= 0 && number <= most;
}

std::string setVerbosity(Invocation &invocation, std::string_view value)
{
    return readNumber(value, MostVerbosity, invocation.verbosity) ? "" : "must be a number from 0 to 10";
}

std::string setTimeout(Invocation &invocation, std::string_view value)
{
    const auto timeout = text::parseTimeout(value);
    if (!timeout)
        return timeout.error().message;
    if (timeout->count() < 0)
        return "must not be negative";
    invocation.requestTimeout = *timeout;
    return {};
}

std::string setNow(Invocation &invocation, std::string_view value)
{
    const auto now = text::parseTime(value);
    if (!now)
        return "must be a time of RFC 3339, such as 2026-11-21T10:00:00Z";
    invocation.now = *now;
    return {};
}

std::string setCells(Invocation &invocation, std::string_view value)
{
    std::string word;
    std::string problem = setWord(word, value, "server local");
    if (problem.empty())
        invocation.get.cells = word == "server" ? GetFlags::Cells::Server : GetFlags::Cells::Local;
    return problem;
}

std::string setSource(Invocation &invocation, std::string_view value)
{
    std::string word;
    std::string problem = setWord(word, value, "prometheus metrics kubelet");
    if (problem.empty())
        invocation.top.source = word == "prometheus" ? metrics::Rung::Prometheus : word == "metrics" ? metrics::Rung::MetricsApi : metrics::Rung::KubeletSummary;
    return problem;
}

std::string setSize(Invocation &invocation, std::string_view value)
{
    WindowFlags::Size size;
    const std::size_t cross = value.find('x');
    const bool good = cross != std::string_view::npos && readNumber(value.substr(0, cross), MostPixels, size.width)
        && readNumber(value.substr(cross + 1), MostPixels, size.height) && size.width > 0 && size.height > 0;
    if (!good)
        return "must be a width and a height, such as 1280x800";
    invocation.window.size = size;
    return {};
}

struct FormatName
{
    std::string_view name;
    OutputChoice::Format format;
};

constexpr std::array<FormatName, 8> Formats = {{
    {"", OutputChoice::Format::Table}, {"wide", OutputChoice::Format::Wide}, {"json", OutputChoice::Format::Json},
    {"yaml", OutputChoice::Format::Yaml}, {"name", OutputChoice::Format::Name}, {"csv", OutputChoice::Format::Csv},
    {"svg", OutputChoice::Format::Svg}, {"dot", OutputChoice::Format::Dot},
}};

std::string setOutput(Invocation &invocation, std::string_view value)
{
    constexpr std::string_view path = "jsonpath=";
    if (value.starts_with(path) && value.size() > path.size()) {
        invocation.output = {OutputChoice::Format::JsonPath, std::string(value.substr(path.size()))};
        return {};
    }
    if (value == "jsonpath" || value == path)
        return "template format specified but no template given";
    const auto known = std::find_if(Formats.begin(), Formats.end(), [&](const FormatName &f) { return f.name == value; });
    if (known == Formats.end())
        return "must be one of: wide json yaml name csv jsonpath=TEMPLATE";
    invocation.output = {known->format, {}};
    return {};
}

#define WHEELHOUSE_SET(kind, member) [](Invocation &i, std::string_view value) -> std::string { return kind(i.member, value); }

constexpr FlagRule Rules[] = {
    {"kubeconfig", 0, "FILE", Text, Everywhere, "Use only this kubeconfig file", WHEELHOUSE_SET(setText, kubeconfig)},
    {"context", 0, "NAME", Text, Everywhere, "The context to use", WHEELHOUSE_SET(setText, overrides.context)},
    {"cluster", 0, "NAME", Text, Headless, "The cluster entry to use", WHEELHOUSE_SET(setText, overrides.cluster)},
    {"user", 0, "NAME", Text, Headless, "The user entry to use", WHEELHOUSE_SET(setText, overrides.user)},
    {"namespace", 'n', "NS", Text, Everywhere, "The namespace to look at", WHEELHOUSE_SET(setText, overrides.namespaceName)},
    {"all-namespaces", 'A', "", Nothing, Everywhere, "Look at all namespaces", WHEELHOUSE_SET(setSwitch, allNamespaces)},
    {"as", 0, "USER", Text, Headless, "Act as this user; rbac: judge this user", WHEELHOUSE_SET(setText, overrides.impersonateUser)},
    {"as-group", 0, "GROUP", Text, Headless, "Act as a member of this group; rbac: judge as its member (repeatable)", WHEELHOUSE_SET(append, overrides.impersonateGroups)},
    {"as-uid", 0, "UID", Text, Headless, "Act with this uid", WHEELHOUSE_SET(setText, overrides.impersonateUid)},
    {"server", 's', "URL", Text, Headless, "The address of the API server", WHEELHOUSE_SET(setText, overrides.server)},
    {"token", 0, "TOKEN", Text, Headless, "The bearer token to send",
     [](Invocation &i, std::string_view value) -> std::string { i.overrides.token = base::SecretText(std::string(value)); return {}; }},
    {"certificate-authority", 0, "FILE", Text, Headless, "The authority that signed the server's certificate", WHEELHOUSE_SET(setText, overrides.authorityFile)},
    {"tls-server-name", 0, "NAME", Text, Headless, "The name to expect in the server's certificate", WHEELHOUSE_SET(setText, overrides.serverName)},
    {"insecure-skip-tls-verify", 0, "", Nothing, Headless, "Do not check the server's certificate", WHEELHOUSE_SET(setSwitch, overrides.insecure)},
    {"request-timeout", 0, "D", Text, Headless, "Give up on a request after this time (30s, 2m; 0: never)", setTimeout},
    {"from", 0, "PATH", Text, OfFiles, "Look at the objects of this file or folder instead of a cluster (repeatable)", WHEELHOUSE_SET(append, from)},
    {"now", 0, "TIME", Text, OfObjects, "The time from which ages are counted (RFC 3339)", setNow},
    {"trust-exec", 0, "", Nothing, Headless, "Run a credential plugin that nobody has trusted yet", WHEELHOUSE_SET(setSwitch, trustExec)},
    {"data-dir", 0, "DIR", Text, Everywhere, "Where the program keeps its own files", WHEELHOUSE_SET(setText, dataFolder)},
    {"output", 'o', "FORMAT", Text, Headless, "How to print; contexts, top, env and disk: json; downward: json, yaml; get: wide, json, yaml, name, csv, jsonpath=TEMPLATE; rbac: json, graphs also svg, dot", setOutput},
    {"v", 'v', "N", FlagRule::Takes::OptionalNumber, Headless, "Tell more of what is done, up to 10", setVerbosity},

    {"merged", 0, "", Nothing, OnlyContexts, "Show kubectl's merged view and what the chosen context means", WHEELHOUSE_SET(setSwitch, merged)},

    {"selector", 'l', "QUERY", Text, OfRows, "Only objects whose labels match, such as a=b,c!=d,e in (f,g)", WHEELHOUSE_SET(setText, get.labelSelector)},
    {"field-selector", 0, "QUERY", Text, OnlyGet, "Only objects whose fields match, such as status.phase=Running", WHEELHOUSE_SET(setText, get.fieldSelector)},
    {"no-headers", 0, "", Nothing, OfRows, "Leave the headings out", WHEELHOUSE_SET(setSwitch, get.noHeaders)},
    {"show-labels", 0, "", Nothing, OnlyGet, "Print all labels in a last column", WHEELHOUSE_SET(setSwitch, get.showLabels)},
    {"label-columns", 'L', "KEYS", Text, OnlyGet, "Labels to print as columns, separated by commas (repeatable)", WHEELHOUSE_SET(appendParts, get.labelColumns)},
    {"sort-by", 0, "PATH", Text, OfRows, "Sort by this field, such as .metadata.creationTimestamp; top: cpu or memory", WHEELHOUSE_SET(setText, get.sortBy)},
    {"watch", 'w', "", Nothing, OnlyGet, "Then print what changes", WHEELHOUSE_SET(setSwitch, get.watch)},
    {"cells", 0, "WHO", Text, OnlyGet, "Who makes the cells: server or local", setCells},

    {"sa", 0, "NS/NAME", Text, OnlyRbac, "Judge this ServiceAccount (repeatable)", WHEELHOUSE_SET(append, access.accounts)},
    {"implied-groups", 0, "", Nothing, OnlyRbac, "Judge with the groups that the server would add (always with --sa)",
     [](Invocation &i, std::string_view value) -> std::string { i.access.impliedGroups = value == "true"; return {}; }},
    {"rbac-only", 0, "", Nothing, OnlyRbac, "Leave out everything around RBAC, such as system:masters", WHEELHOUSE_SET(setSwitch, access.rbacOnly)},
    {"subresource", 0, "SUB", Text, OnlyRbac, "The subresource that is asked about, such as log", WHEELHOUSE_SET(setText, access.subresource)},
    {"requests", 0, "FILE", Text, OnlyRbac, "check: a JSON array of requests (-: standard input)", WHEELHOUSE_SET(setText, access.requests)},
    {"message", 0, "FILE", Text, OnlyRbac, "can-i: the text of a refusal (-: standard input)", WHEELHOUSE_SET(setText, access.message)},
    {"change", 0, "FILE", Text, OnlyRbac, "what-if: objects to add or change (repeatable)", WHEELHOUSE_SET(append, access.changes)},
    {"delete", 0, "FILE|REF", Text, OnlyRbac, "what-if: objects to delete, or Kind/name, Kind/namespace/name (repeatable)", WHEELHOUSE_SET(append, access.deletions)},
    {"audit", 0, "FILE", Text, OnlyRbac, "unused: an audit log, to learn what is never used (repeatable)", WHEELHOUSE_SET(append, access.audits)},
    {"to", 0, "TARGET", Text, OnlyRbac, "paths: cluster-admin, node or namespace-admin:NS", WHEELHOUSE_SET(setText, access.target)},

    {"source", 0, "WHO", Text, OnlyTop, "Who is asked: prometheus, metrics or kubelet; else the best of them that tells something", setSource},
    {"containers", 0, "", Nothing, OnlyTop, "Tell the containers of pods apart", WHEELHOUSE_SET(setSwitch, top.containers)},
    {"sum", 0, "", Nothing, OnlyTop, "Print the sum of all pods, too", WHEELHOUSE_SET(setSwitch, top.sum)},
    {"show-capacity", 0, "", Nothing, OnlyTop, "Compare nodes with their capacity, not with what they have for pods", WHEELHOUSE_SET(setSwitch, top.showCapacity)},

    {"container", 'c', "NAME", Text, OnlyEnv, "The container; else the one that kubectl takes", WHEELHOUSE_SET(setText, env.container)},
    {"show-secrets", 0, "", Nothing, OnlyEnv, "Print the values of Secrets instead of ***", WHEELHOUSE_SET(setSwitch, env.showSecrets)},
    {"compare", 0, "", Nothing, OnlyEnv, "Ask the running container (exec) what it has", WHEELHOUSE_SET(setSwitch, env.compare)},
    {"filename", 'f', "FILE", Text, OnlyDownward, "A file with the Pod (-: standard input)", WHEELHOUSE_SET(setText, downward.file)},
    {"node", 0, "FILE", Text, OnlyDownward, "A file with the Node that the pod is on", WHEELHOUSE_SET(setText, downward.node)},

    {"open", 0, "WHAT", Text, OnlyWindow, "A page, a kind, or an object as pods/NS/NAME#tab or nodes//NAME", WHEELHOUSE_SET(setText, window.open)},
    {"demo", 0, "", Nothing, OnlyWindow, "Show a sample cluster", WHEELHOUSE_SET(setSwitch, window.demo)},
    {"readonly", 0, "", Nothing, OnlyWindow, "Change nothing in any cluster", WHEELHOUSE_SET(setSwitch, window.readOnly)},
    {"reset-layout", 0, "", Nothing, OnlyWindow, "Forget sizes and places of the last time", WHEELHOUSE_SET(setSwitch, window.resetLayout)},
    {"language", 0, "ko|en", Text, OnlyWindow, "The language of the window",
     [](Invocation &i, std::string_view value) { return setWord(i.window.language, value, "ko en"); }},
    {"theme", 0, "light|dark|system", Text, OnlyWindow, "The colours of the window",
     [](Invocation &i, std::string_view value) { return setWord(i.window.theme, value, "light dark system"); }},
    {"screenshot", 0, "FILE.png", Text, OnlyWindow, "Write the painted window to this file and quit", WHEELHOUSE_SET(setText, window.screenshot)},
    {"size", 0, "WxH", Text, OnlyWindow, "The size of the screenshot", setSize},

    {"help", 'h', "", Nothing, Everywhere, "Print this help", WHEELHOUSE_SET(setSwitch, help)},
    {"version", 0, "", Nothing, Everywhere, "Print the version", WHEELHOUSE_SET(setSwitch, version)},
};

#undef WHEELHOUSE_SET

constexpr VerbRule Verbs[] = {
    {Verb::Window, "", "[VERB] [FLAGS]", "Opens the window; with a verb, prints to the terminal instead.", 0, 0, ""},
    {Verb::Contexts, "contexts", "contexts [--merged] [-o json] [FLAGS]", "Lists every context of every kubeconfig file.", 0, 0, ""},
    {Verb::Get, "get", "get KIND[,KIND] [NAME...] | KIND/NAME... [-o FORMAT] [-l QUERY] [-n NS|-A] [-w] [FLAGS]",
     "Prints objects of a cluster, or of files, as kubectl prints them.", 1, static_cast<std::size_t>(-1),
     "You must specify the type of resource to get"},
    {Verb::Rbac, "rbac", "rbac can-i|who-can|explain|what-if|fix|unused|identity|reach|risks|paths|graph|check [WORDS...] [--as USER|--sa NS/NAME] [FLAGS]",
     "Tells who may do what, why, why not, and what if.", 1, static_cast<std::size_t>(-1), "You must specify what to ask about access"},
    {Verb::Top, "top", "top pods|nodes [NAME] [--containers] [--source prometheus|metrics|kubelet] [--sort-by cpu|memory] [-n NS|-A] [FLAGS]",
     "Prints what pods or nodes use, as kubectl prints it.", 1, 2, "You must specify pods or nodes"},
    {Verb::Env, "env", "env POD [-c CONTAINER] [--compare] [--show-secrets] [-o json] [-n NS] [FLAGS]",
     "Prints the environment of a container, where each value comes from, and whether it changed since the start.", 1, 1, "You must specify a pod"},
    {Verb::Downward, "downward", "downward POD [-n NS] | -f FILE [--node FILE] [-o json] [FLAGS]",
     "Tells what every field of the Downward API in a pod becomes, and how.", 0, 1, ""},
    {Verb::Disk, "disk", "disk NODE [-o json] [FLAGS]", "Tells what fills the disk of a node, and what frees it.", 1, 1, "You must specify a node"},
};

} // namespace

std::span<const FlagRule> flagRules()
{
    return Rules;
}

std::span<const VerbRule> verbRules()
{
    return Verbs;
}

const VerbRule &ruleOf(Verb verb)
{
    return *std::find_if(std::begin(Verbs), std::end(Verbs), [&](const VerbRule &rule) { return rule.verb == verb; });
}

} // namespace headless
