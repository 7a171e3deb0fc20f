// reflect --kubeconfig FILE [--namespace NAME] [--known-namespaces A,B] KIND...: keeps the kinds live as the window does, and says on
// demand what it holds. It obeys the lines of its standard input; each answer is some lines and then "end":
//   kinds          what the server serves: RESOURCE.VERSION.GROUP, then its scope, verbs and short names
//   open KIND      close KIND      retry;  KIND@NAMESPACE: of that namespace
//   fetch PATH     asks as a person who waits does, and says the size of the answer, or why there is none
//   state KIND     one line: phase, complete or partial, number of rows, kind of the error or -, its message
//   dump KIND      each row: NAMESPACE/NAME UID RESOURCEVERSION
//   cells KIND     the names of the columns, then the cells of each row, after its NAMESPACE/NAME, all with a tab between
//   objects KIND   how many objects unpack, then why others do not
//   quit

#include "models/cluster/ClusterConnection.h"
#include "models/cluster/ClusterSession.h"
#include "models/kube/ContextSelection.h"
#include "models/kube/KubeConfigLoader.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <future>
#include <iostream>
#include <optional>
#include <set>
#include <sstream>

namespace {

using Lines = std::vector<std::string>;

struct Invocation
{
    std::string kubeconfig;
    std::string namespaceName;
    std::vector<std::string> knownNamespaces;
    std::vector<std::string> kinds;
};

std::vector<std::string> splitAtCommas(const std::string &text)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

Invocation readArguments(int count, char **arguments)
{
    Invocation invocation;
    for (int i = 1; i < count; ++i) {
        const std::string word = arguments[i];
        const auto value = [&] { return std::string(i + 1 < count ? arguments[++i] : ""); };
        if (word == "--kubeconfig")
            invocation.kubeconfig = value();
        else if (word == "--namespace")
            invocation.namespaceName = value();
        else if (word == "--known-namespaces")
            invocation.knownNamespaces = splitAtCommas(value());
        else
            invocation.kinds.push_back(word);
    }
    return invocation;
}

std::optional<kube::ConnectionSettings> connectionOf(const std::string &kubeconfig)
{
    kube::KubeConfigPlaces places;
    places.explicitFile = kubeconfig;
    const kube::KubeFiles &files = kube::KubeFiles::system();
    const kube::MergedConfig merged = kube::loadMergedConfig(places, files);
    const kube::ContextChoice choice = kube::chooseContext(merged.config, {}, files);
    if (!choice.selected)
        return std::nullopt;
    return choice.selected->connection;
}

std::string phaseName(kube::SyncState::Phase phase)
{
    constexpr std::array<const char *, 6> names{"Connecting", "Listing", "Live", "Polling", "Stale", "Stopped"};
    return names.at(static_cast<std::size_t>(phase));
}

std::string errorName(base::ErrorKind kind)
{
    constexpr std::array<const char *, 18> names{"Misuse", "BadInput", "NotFound", "Unauthorized", "Forbidden", "Conflict", "Gone", "Invalid", "Throttled",
        "Timeout", "Network", "Tls", "TooLarge", "Cancelled", "Untrusted", "Io", "Unsupported", "Server"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string joined(std::vector<std::string> words)
{
    std::ranges::sort(words);
    std::string text;
    for (const std::string &word : words)
        (text += text.empty() ? "" : ",") += word;
    return text.empty() ? "-" : text;
}

std::vector<kube::RowId> rowsOf(const kube::Store &store)
{
    std::vector<kube::RowId> rows;
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (store.contains(row))
            rows.push_back(row);
    }
    return rows;
}

Lines stateOf(const cluster::LiveStore &live)
{
    const kube::SyncState &state = live.state();
    std::string line = phaseName(state.phase) + (live.store().isComplete() ? " complete " : " partial ") + std::to_string(live.store().size());
    line += state.error ? ' ' + errorName(state.error->kind) + ' ' + state.error->message : " -";
    std::ranges::replace(line, '\n', ' ');
    return {line};
}

Lines rowsAsText(const cluster::LiveStore &live)
{
    const kube::Store &store = live.store();
    Lines lines;
    for (const kube::RowId row : rowsOf(store))
        lines.push_back(std::string(store.namespaceName(row)) + '/' + std::string(store.name(row)) + ' ' + store.uid(row) + ' ' + store.resourceVersion(row));
    std::ranges::sort(lines);
    return lines;
}

Lines cellsAsText(const cluster::LiveStore &live)
{
    const kube::Store &store = live.store();
    Lines lines;
    for (const kube::RowId row : rowsOf(store)) {
        std::string line = std::string(store.namespaceName(row)) + '/' + std::string(store.name(row));
        for (std::size_t column = 0; column < store.columns().size(); ++column)
            line += '\t' + store.cell(row, column).display(base::Clock::system().now());
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    std::string header = "columns";
    for (const kube::Column &column : store.columns())
        header += '\t' + column.name;
    lines.insert(lines.begin(), header);
    return lines;
}

Lines objectsThatUnpack(const cluster::LiveStore &live)
{
    Lines lines;
    std::size_t good = 0;
    for (const kube::RowId row : rowsOf(live.store())) {
        const auto object = live.store().object(row);
        if (object && object->find(live.store().name(row)) != object->npos)
            ++good;
        else
            lines.push_back(std::string(live.store().key(row)) + ' ' + (object ? "another object" : object.error().message));
    }
    lines.insert(lines.begin(), std::to_string(good));
    return lines;
}

Lines sizeOf(kube::Api &api, const std::string &path)
{
    std::promise<std::string> told;
    kube::ApiRequest request;
    request.path = path;
    const base::Job job = api.fetch(std::move(request), [&told](const base::Result<kube::ApiAnswer> &answer) {
        told.set_value(answer ? std::to_string(answer->body.size()) : answer.error().message);
    });
    return {told.get_future().get()};
}

/// What a window would hold of one cluster. Lives on the consumer's thread.
class Reflection
{
public:
    Reflection(kube::Api &api, base::Executor &consumer, const Invocation &invocation)
        : m_api(api)
        , m_namespace(invocation.namespaceName)
        , m_wanted(invocation.kinds.begin(), invocation.kinds.end())
        , m_session(api, consumer, invocation.knownNamespaces, {[this] { openWanted(); }, waker(consumer)})
    {
    }

    Lines obey(const std::string &command, const std::string &kind)
    {
        pump();
        if (command == "kinds")
            return kinds();
        if (command == "open" || command == "close") {
            m_open.erase(kind);
            if (command == "open")
                m_wanted.insert(kind);
            openWanted();
            return {};
        }
        if (command == "fetch")
            return sizeOf(m_api, kind);
        if (command == "retry") {
            m_session.retryNow();
            return {};
        }
        return describe(command, kind);
    }

private:
    /// What was posted may be run when this is gone, on the thread where it went.
    std::function<void()> waker(base::Executor &consumer)
    {
        return [this, &consumer, alive = std::weak_ptr(m_alive)] {
            consumer.post([this, alive] {
                if (!alive.expired())
                    pump();
            });
        };
    }

    Lines describe(const std::string &command, const std::string &kind) const
    {
        struct Description { std::string_view name; Lines (*make)(const cluster::LiveStore &); };
        constexpr std::array<Description, 4> descriptions{{{"state", stateOf}, {"dump", rowsAsText}, {"cells", cellsAsText}, {"objects", objectsThatUnpack}}};
        const auto found = std::ranges::find(descriptions, command, &Description::name);
        const auto live = m_open.find(kind);
        if (found == descriptions.end())
            return {"unknown command"};
        return live == m_open.end() ? Lines{"Unopened partial 0 -"} : found->make(*live->second);
    }

    Lines kinds() const
    {
        Lines lines;
        for (const kube::ResourceType &type : m_session.catalog().types())
            lines.push_back(type.resource + '.' + type.version + '.' + type.group + (type.namespaced ? " namespaced " : " cluster ") + joined(type.verbs) + ' '
                            + joined(type.shortNames) + ' ' + joined(type.subresources));
        std::ranges::sort(lines);
        return lines;
    }

    void openWanted()
    {
        std::erase_if(m_wanted, [this](const std::string &name) {
            const auto at = name.find('@');
            const kube::ResourceType *type = m_session.catalog().find(name.substr(0, at));
            if (type)
                m_open[name] = m_session.open(*type, !type->namespaced ? std::string() : at == name.npos ? m_namespace : name.substr(at + 1));
            return type != nullptr;
        });
    }

    void pump()
    {
        for (const auto &[name, live] : m_open)
            live->pump();
    }

    kube::Api &m_api;
    std::string m_namespace;
    std::set<std::string> m_wanted;     ///< waiting for the catalog
    std::map<std::string, std::shared_ptr<cluster::LiveStore>> m_open;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    cluster::ClusterSession m_session;
};

void obeyStandardInput(Reflection &reflection, base::Executor &consumer)
{
    for (std::string line; std::getline(std::cin, line) && line != "quit";) {
        const auto space = line.find(' ');
        Lines answer;
        cluster::runOn(consumer, [&] { answer = reflection.obey(line.substr(0, space), space == line.npos ? std::string() : line.substr(space + 1)); });
        for (const std::string &text : answer)
            std::cout << text << '\n';
        std::cout << "end" << std::endl;
    }
}

} // namespace

int main(int count, char **arguments)
{
    const Invocation invocation = readArguments(count, arguments);
    auto settings = connectionOf(invocation.kubeconfig);
    if (!settings) {
        std::fprintf(stderr, "reflect: no usable context in '%s'\n", invocation.kubeconfig.c_str());
        return 2;
    }
    cluster::Network::Settings network;
    network.trust = kube::ExecTrust::Scope::EverythingNow;
    cluster::Network shared(std::move(network));
    http::HttpThread consumer;
    cluster::ClusterConnection connection(shared, std::move(*settings));
    std::unique_ptr<Reflection> reflection;
    cluster::runOn(consumer, [&] { reflection = std::make_unique<Reflection>(connection.api(), consumer, invocation); });
    obeyStandardInput(*reflection, consumer);
    cluster::runOn(consumer, [&] { reflection.reset(); });
}
