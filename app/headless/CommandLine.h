#pragma once

#include "models/base/Result.h"
#include "models/kube/ContextSelection.h"
#include "models/metrics/Rung.h"
#include "models/text/Time.h"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headless {

/// What the program was started for. Window: no verb was given.
enum class Verb { Window, Contexts, Get, Rbac, Top, Env, Downward, Disk };

/// What -o says.
struct OutputChoice
{
    enum class Format { Table, Wide, Json, Yaml, Name, Csv, JsonPath, Svg, Dot };

    Format format = Format::Table;
    std::string argument;   ///< the template of jsonpath=
};

/// The flags of get alone.
struct GetFlags
{
    enum class Cells { Server, Local };

    std::string labelSelector;
    std::string fieldSelector;
    std::string sortBy;
    std::vector<std::string> labelColumns;
    std::optional<Cells> cells;   ///< nothing: the server's where there is one
    bool noHeaders = false;
    bool showLabels = false;
    bool watch = false;
};

/// The flags of rbac alone. Whom it judges is told by --as, --as-group and --sa.
struct AccessFlags
{
    std::vector<std::string> accounts;    ///< NAMESPACE/NAME
    std::optional<bool> impliedGroups;    ///< nothing: with accounts only
    bool rbacOnly = false;
    std::string subresource;
    std::string requests;                 ///< a file, or - for standard input
    std::string message;                  ///< the same, with the text of a refusal
    std::vector<std::string> changes;     ///< files with objects to add or change
    std::vector<std::string> deletions;   ///< files or references of objects to delete
    std::vector<std::string> audits;      ///< audit logs
    std::string target;                   ///< cluster-admin, node or namespace-admin:NAMESPACE
};

/// The flags of top alone.
struct TopFlags
{
    std::optional<metrics::Rung> source;  ///< nothing: the best that tells something
    bool containers = false;
    bool sum = false;
    bool showCapacity = false;
};

/// The flags of env alone.
struct EnvFlags
{
    std::string container;                ///< empty: the one that kubectl takes
    bool showSecrets = false;
    bool compare = false;                 ///< ask the running container
};

/// The flags of downward alone.
struct DownwardFlags
{
    std::string file;     ///< with a Pod; - for standard input
    std::string node;     ///< with the Node that it is on
};

/// The flags of the window alone.
struct WindowFlags
{
    struct Size { int width = 0; int height = 0; };

    std::string open;
    std::string language;     ///< "ko", "en" or empty
    std::string theme;        ///< "light", "dark", "system" or empty
    std::string screenshot;
    std::optional<Size> size;
    bool demo = false;
    bool readOnly = false;
    bool resetLayout = false;
};

/// A command line, read and checked: what to do, with which words and flags.
struct Invocation
{
    Verb verb = Verb::Window;
    bool help = false;      ///< print helpText(verb) and nothing else
    bool version = false;   ///< print versionText() and nothing else
    std::vector<std::string> arguments;   ///< the words behind the verb

    std::string kubeconfig;
    kube::KubeConfigOverrides overrides;
    bool allNamespaces = false;
    std::optional<std::chrono::nanoseconds> requestTimeout;   ///< zero: no limit
    std::string dataFolder;
    std::vector<std::string> from;        ///< files and folders that stand for a cluster
    std::optional<text::Time> now;
    bool trustExec = false;
    int verbosity = 0;
    OutputChoice output;
    bool merged = false;
    GetFlags get;
    AccessFlags access;
    TopFlags top;
    EnvFlags env;
    DownwardFlags downward;
    WindowFlags window;
};

/// Reads the arguments without the program's own name, with the syntax of kubectl's flags: --flag value, --flag=value, -n value, -nvalue,
/// -n=value, -Aw, and -- ends the flags; of a repeated flag the last counts unless it is a list. A mistake is an error of kind
/// Misuse whose message ends in the usage line. A pure function.
base::Result<Invocation> parseCommandLine(std::span<const std::string_view> arguments);

/// The whole of --help, for a verb or for the program; ends in a line feed.
std::string helpText(Verb verb);

/// "Usage: wheelhouse get ..."
std::string usageLine(Verb verb);

/// "wheelhouse 0.1.0"
std::string versionText();

/// The names of the verbs that exist, in the order of the help.
std::vector<std::string_view> verbNames();

} // namespace headless
