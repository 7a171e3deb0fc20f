#include "app/headless/Contexts.h"

#include "models/text/Json.h"
#include "models/text/TextTable.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <set>

namespace headless {

namespace {

using kube::CatalogEntry;
using kube::ContextSelection;
using text::Value;

Value textOf(std::string_view text)
{
    return Value::string(std::string(text));
}

Value listOf(const std::vector<std::string> &texts)
{
    Value::List items;
    for (const std::string &text : texts)
        items.push_back(textOf(text));
    return Value::list(std::move(items));
}

std::string_view wordOf(kube::KubeConfigErrorKind kind)
{
    static constexpr std::string_view words[] = {"load", "config", "transport"};
    return words[static_cast<std::size_t>(kind)];
}

Value valueOf(const std::optional<kube::KubeConfigError> &error)
{
    if (!error)
        return Value::null();
    Value value = Value::map();
    value.set("kind", textOf(wordOf(error->kind)));
    value.set("message", textOf(error->message));
    value.set("line", Value::number(std::int64_t{error->line}));
    return value;
}

Value valueOf(const std::optional<kube::ExecSettings> &exec)
{
    if (!exec)
        return Value::null();
    std::vector<std::string> names;
    for (const kube::ExecVariable &variable : exec->environment)
        names.push_back(variable.name);
    Value value = Value::map();
    value.set("apiVersion", textOf(exec->apiVersion));
    value.set("command", textOf(exec->command));
    value.set("args", listOf(exec->arguments));
    value.set("env", listOf(names));
    value.set("interactiveMode", textOf(exec->interactiveMode));
    value.set("provideClusterInfo", Value::boolean(exec->provideClusterInfo));
    value.set("installHint", textOf(exec->installHint));
    return value;
}

Value valueOf(const kube::Impersonation &who)
{
    Value extra = Value::map();
    for (const auto &[key, values] : who.extra)
        extra.set(key, listOf(values));
    Value value = Value::map();
    value.set("user", textOf(who.user));
    value.set("uid", textOf(who.uid));
    value.set("groups", listOf(who.groups));
    value.set("extra", std::move(extra));
    return value;
}

Value trustOf(const ContextSelection &context)
{
    Value value = Value::map();
    value.set("authority", textOf(context.authority()));
    value.set("insecure", Value::boolean(context.clusterEntry.insecure));
    value.set("serverName", textOf(context.clusterEntry.serverName));
    return value;
}

Value valueOf(const std::string &file, bool isCurrent, const ContextSelection &context)
{
    Value value = Value::map();
    value.set("file", textOf(file));
    value.set("context", textOf(context.context));
    value.set("current", Value::boolean(isCurrent));
    value.set("cluster", textOf(context.cluster));
    value.set("user", textOf(context.user));
    value.set("namespace", textOf(context.namespaceName));
    value.set("server", textOf(kube::withoutUserInfo(context.clusterEntry.server)));
    value.set("tls", trustOf(context));
    value.set("proxy", textOf(kube::withoutUserInfo(context.clusterEntry.proxy)));
    value.set("compression", Value::boolean(!context.clusterEntry.disableCompression));
    value.set("credential", textOf(context.credential()));
    value.set("exec", valueOf(context.userEntry.exec));
    value.set("impersonate", valueOf(context.userEntry.impersonation));
    value.set("error", valueOf(context.error));
    return value;
}

void printJson(const Value &value, std::ostream &out)
{
    out << text::writeJson(value, text::JsonStyle::Indented) << '\n';
}

/// The table that kubectl config get-contexts prints, with what makes the entries differ.
class ContextTable
{
public:
    explicit ContextTable(std::ostream &out) : m_table([&out](std::string_view bytes) { out << bytes; })
    {
        static constexpr std::array<std::string_view, 9> names = {"CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE", "FILE", "SERVER", "CREDENTIAL", "ERROR"};
        m_table.header(names);
    }

    void add(const std::string &file, bool isCurrent, const ContextSelection &context)
    {
        const std::string server = kube::withoutUserInfo(context.clusterEntry.server);
        const std::string credential = context.credential();
        const std::string error = context.error ? context.error->message : std::string();
        const std::array<std::string_view, 9> cells = {isCurrent ? "*" : "", context.context, context.cluster, context.user,
                                                       context.namespaceName, file, server, credential, error};
        m_table.row(cells);
    }

    void flush() { m_table.flush(); }

private:
    text::TextTable m_table;
};

void printWarnings(const std::vector<kube::KubeConfigWarning> &warnings, std::set<std::string> &printed, std::ostream &err)
{
    for (const kube::KubeConfigWarning &warning : warnings) {
        const std::string line = "Warning: " + warning.file + ":" + std::to_string(warning.line) + ": " + warning.message + "\n";
        if (printed.insert(line).second)
            err << line;
    }
}

int printCatalog(const ContextsOptions &options, std::ostream &out, std::ostream &err, const kube::KubeFiles &files)
{
    const std::vector<CatalogEntry> entries = kube::readCatalog(options.sources, files);
    std::set<std::string> printed;
    for (const CatalogEntry &entry : entries)
        printWarnings(entry.warnings, printed, err);
    if (options.json) {
        Value::List items;
        items.reserve(entries.size());
        for (const CatalogEntry &entry : entries)
            items.push_back(valueOf(entry.file, entry.isCurrent, entry.context));
        printJson(Value::list(std::move(items)), out);
        return 0;
    }
    ContextTable table(out);
    for (const CatalogEntry &entry : entries)
        table.add(entry.file, entry.isCurrent, entry.context);
    table.flush();
    return 0;
}

/// kubectl's view, and the context it would use.
struct MergedView
{
    kube::MergedConfig merged;
    kube::ContextChoice choice;

    bool isCurrentOfItsFile(const std::string &file, const std::string &context) const
    {
        const auto found = merged.currentContexts.find(file);
        return found != merged.currentContexts.end() && found->second == context;
    }
};

MergedView readMerged(const ContextsOptions &options, const kube::KubeFiles &files)
{
    MergedView view{kube::loadMergedConfig(options.sources.places, files), {}};
    if (view.merged.error)
        view.choice.error = view.merged.error;
    else
        view.choice = kube::chooseContext(view.merged.config, options.overrides, files);
    return view;
}

Value valueOf(const MergedView &view)
{
    std::vector<std::string> names;
    for (const kube::KubeConfig::Context &context : view.merged.config.contexts)
        names.push_back(context.name);
    std::sort(names.begin(), names.end());
    Value value = Value::map();
    value.set("files", listOf(view.merged.files));
    value.set("currentContext", textOf(view.merged.config.currentContext));
    value.set("contexts", listOf(names));
    const auto &selected = view.choice.selected;
    value.set("selected", selected ? valueOf(selected->file, view.isCurrentOfItsFile(selected->file, selected->context), *selected) : Value::null());
    value.set("error", valueOf(view.choice.error));
    return value;
}

void printMergedTable(const MergedView &view, std::ostream &out, const kube::KubeFiles &files)
{
    const kube::KubeConfig &config = view.merged.config;
    std::vector<const kube::KubeConfig::Context *> contexts;
    for (const kube::KubeConfig::Context &context : config.contexts)
        contexts.push_back(&context);
    std::sort(contexts.begin(), contexts.end(), [](const auto *a, const auto *b) { return a->name < b->name; });
    ContextTable table(out);
    for (const kube::KubeConfig::Context *context : contexts)
        table.add(context->file, context->name == config.currentContext, kube::describeContext(config, *context, files));
    table.flush();
}

int printMerged(const ContextsOptions &options, std::ostream &out, std::ostream &err, const kube::KubeFiles &files)
{
    const MergedView view = readMerged(options, files);
    std::set<std::string> printed;
    printWarnings(view.merged.config.warnings, printed, err);
    if (!view.merged.warning.empty())
        err << "Warning: " << view.merged.warning << '\n';
    if (options.json) {
        printJson(valueOf(view), out);
        return 0;
    }
    printMergedTable(view, out, files);
    if (view.choice.error)
        err << "error: " << view.choice.error->message << '\n';
    return 0;
}

} // namespace

int contexts(const ContextsOptions &options, std::ostream &out, std::ostream &err, const kube::KubeFiles &files)
{
    return options.merged ? printMerged(options, out, err, files) : printCatalog(options, out, err, files);
}

} // namespace headless
