#include "app/headless/ClusterSource.h"

#include "app/headless/ListConsumers.h"
#include "app/headless/ListCount.h"
#include "app/headless/TableAnswer.h"
#include "app/headless/Wait.h"
#include "app/headless/WatchReceiver.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/kube/Discovery.h"
#include "models/text/GoQuote.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;
using kube::ItemFormat;

namespace {

/// Above this many namespaces one large list is cheaper than many small ones.
constexpr std::size_t mostNamespaces = 300;

/// kubectl's words for a list that the server cannot make out (cli-runtime pkg/resource/selector.go).
Error listError(Error error, const GetTarget &target, const GetFlags &flags)
{
    const bool isOfTheList = error.reason == "BadRequest" || error.reason == "NotFound";
    if (!isOfTheList)
        return error;
    const std::string resource = text::goQuoted(target.type.group + '/' + target.type.version + ", Resource=" + target.type.resource);
    const bool isSelected = !flags.labelSelector.empty() || !flags.fieldSelector.empty();
    error.message = (isSelected ? "Unable to find " + resource + " that match label selector " + text::goQuoted(flags.labelSelector) + ", field selector "
                             + text::goQuoted(flags.fieldSelector)
                         : "Unable to list " + resource)
        + ": " + error.message;
    return error;
}

/// A single object is asked for as JSON where lists come as protobuf: its envelope is not that of an item, and speed does not matter.
ItemFormat formatOfOne(ItemFormat ofLists)
{
    return ofLists == ItemFormat::Protobuf ? ItemFormat::Json : ofLists;
}

class ClusterSource final : public GetSource
{
public:
    ClusterSource(const Invocation &invocation, kube::Api &api, std::string namespaceName, base::SystemTime now, Warn warn)
        : m_invocation(invocation), m_api(api), m_namespace(invocation.allNamespaces ? std::string() : std::move(namespaceName)), m_now(now),
          m_warn(std::move(warn))
    {
    }

    Result<std::vector<GetTarget>> resolve(const GetWords &words) override;
    const std::string &namespaceName() const override { return m_namespace; }
    Result<TableRows> rows(const GetTarget &target, const RowExtras &extras, std::vector<Error> &failures) override;
    Result<void> objects(const GetTarget &target, const ObjectSink &sink, std::vector<Error> &failures) override;
    Result<void> watch(const GetTarget &target, const RowExtras &extras, const RowsSink &sink) override;
    Result<void> watchObjects(const GetTarget &target, const ObjectSink &sink) override;

private:
    enum class Ask { List, Object };
    /// Where objects may be, and how many there are in all.
    struct Spread
    {
        std::vector<std::string> namespaces;
        std::optional<std::int64_t> count;
    };

    kube::ApiRequest request(std::string path, ItemFormat format, Ask ask) const;
    ListPart part(const GetTarget &target, const RowSource &source, std::string_view namespaceName, ListConsumer &consumer) const;
    std::unique_ptr<RowSource> source(const GetTarget &target, const RowExtras &extras, bool namespaceIsKnown) const;
    Result<Spread> spread(const GetTarget &target);
    bool nothingIsLeftOut(const GetTarget &target, std::int64_t read, std::optional<std::int64_t> before);
    Result<TableRows> listEverywhere(const GetTarget &target, const RowExtras &extras);
    Result<TableRows> list(const GetTarget &target, const RowExtras &extras, std::string *resourceVersion = nullptr);
    std::vector<Result<kube::ApiAnswer>> fetchNamed(const GetTarget &target, ItemFormat format, std::string_view includeObject);
    Result<void> checkWords(const GetTarget &target) const;
    bool usesServerCells(const GetTarget &target) const;
    Result<std::string> listToWatch(const GetTarget &target, kube::ApiRequest request, ItemFormat format, ListConsumer &consumer);
    Result<void> follow(kube::ApiRequest request, ItemFormat format, std::string resourceVersion, WatchReceiver::Take take);
    kube::ApiRequest watchRequest(const GetTarget &target) const;

    const Invocation &m_invocation;
    kube::Api &m_api;
    std::string m_namespace;
    base::SystemTime m_now;
    Warn m_warn;
};

Result<std::vector<GetTarget>> ClusterSource::resolve(const GetWords &words)
{
    const bool allCore = std::ranges::all_of(words.words, [](const GetWords::Word &word) { return kube::findCoreType(word.resource); });
    if (allCore)
        return resolveTargets(words, kube::builtinCatalog());
    const auto catalog = waitFor<kube::ApiCatalog>([this](auto done) { return kube::discover(m_api, std::move(done)); });
    if (!catalog)
        return catalog.error();
    return resolveTargets(words, *catalog, m_warn);
}

Result<void> ClusterSource::checkWords(const GetTarget &target) const
{
    for (const std::string &name : target.names) {
        if (const auto sound = checkName(name); !sound)
            return sound;
    }
    return target.type.namespaced ? checkNamespace(m_namespace) : Result<void>();
}

bool ClusterSource::usesServerCells(const GetTarget &target) const
{
    // A kind that only its server can print is printed by its server, whatever was asked.
    return m_invocation.get.cells != GetFlags::Cells::Local || !kinds::findKind(target.type.apiVersion(), target.type.kind);
}

std::unique_ptr<RowSource> ClusterSource::source(const GetTarget &target, const RowExtras &extras, bool namespaceIsKnown) const
{
    if (usesServerCells(target))
        return makeTableSource(extras, namespaceIsKnown, m_now);
    return makeLocalSource(kinds::findKind(target.type.apiVersion(), target.type.kind), extras, m_now);
}

kube::ApiRequest ClusterSource::request(std::string path, ItemFormat format, Ask ask) const
{
    kube::ApiRequest request;
    request.path = std::move(path);
    request.accept = kube::listAccept(format);
    request.deadline = std::chrono::milliseconds(0);
    if (m_invocation.requestTimeout)
        request.deadline = std::chrono::ceil<std::chrono::milliseconds>(*m_invocation.requestTimeout);
    if (ask == Ask::Object)
        return request;
    request.lane = http::Lane::Bulk;
    request.byteCap = 0;
    if (!m_invocation.get.labelSelector.empty())
        request.add("labelSelector", m_invocation.get.labelSelector);
    if (!m_invocation.get.fieldSelector.empty())
        request.add("fieldSelector", m_invocation.get.fieldSelector);
    return request;
}

ListPart ClusterSource::part(const GetTarget &target, const RowSource &source, std::string_view namespaceName, ListConsumer &consumer) const
{
    ListPart part{request(kube::collectionPath(target.type, namespaceName), source.format(), Ask::List), source.format(), &consumer, &target.type};
    if (!source.includeObject().empty())
        part.request.add("includeObject", std::string(source.includeObject()));
    return part;
}

Result<ClusterSource::Spread> ClusterSource::spread(const GetTarget &target)
{
    const auto source = makeTableSource({}, true, m_now);
    RowsConsumer consumer(*source, {});
    ListPart namespaces{{}, ItemFormat::Table, &consumer};
    namespaces.request.path = "/api/v1/namespaces";
    namespaces.request.accept = kube::listAccept(ItemFormat::Table);
    namespaces.request.add("includeObject", "None");
    namespaces.request.lane = http::Lane::Bulk;
    ListCount count;
    const auto heads = fetchLists(m_api, {namespaces, count.part(request(kube::collectionPath(target.type), ItemFormat::Table, Ask::List))});
    if (!heads)
        return heads.error();
    Spread result{{}, count.total(heads->back())};
    for (std::size_t row = 0; row < consumer.rows.size(); ++row)
        result.namespaces.emplace_back(consumer.rows.cell(row, 0));
    // The server's order of objects is that of "namespace/name", where "a-b" comes before "a".
    std::ranges::sort(result.namespaces, {}, [](const std::string &name) { return name + '/'; });
    return result;
}

/// Objects may be left in a namespace that is no longer listed itself.
bool ClusterSource::nothingIsLeftOut(const GetTarget &target, std::int64_t read, std::optional<std::int64_t> before)
{
    if (isComplete(read, before, before))
        return true;
    ListCount count;
    const auto heads = fetchLists(m_api, {count.part(request(kube::collectionPath(target.type), ItemFormat::Table, Ask::List))});
    return heads && isComplete(read, before, count.total(heads->front()));
}

Result<TableRows> ClusterSource::listEverywhere(const GetTarget &target, const RowExtras &extras)
{
    if (!m_invocation.get.labelSelector.empty() || !m_invocation.get.fieldSelector.empty())
        return list(target, extras);
    const auto spread = this->spread(target);
    // The words for what the whole cluster refuses come from the whole cluster.
    if (!spread || !spread->count || spread->namespaces.size() > mostNamespaces)
        return list(target, extras);
    const auto rowSource = source(target, extras, true);
    std::deque<RowsConsumer> consumers;
    std::vector<ListPart> parts;
    for (const std::string &name : spread->namespaces)
        parts.push_back(part(target, *rowSource, name, consumers.emplace_back(*rowSource, name)));
    const auto heads = fetchLists(m_api, std::move(parts));
    if (!heads)
        return heads.error().kind == ErrorKind::Forbidden ? list(target, extras) : Result<TableRows>(listError(heads.error(), target, m_invocation.get));
    TableRows rows;
    for (RowsConsumer &consumer : consumers)
        rows.append(std::move(consumer.rows));
    if (!nothingIsLeftOut(target, static_cast<std::int64_t>(rows.size()), spread->count))
        return list(target, extras);
    return rows;
}

Result<TableRows> ClusterSource::list(const GetTarget &target, const RowExtras &extras, std::string *resourceVersion)
{
    const std::string namespaceName = target.type.namespaced ? m_namespace : std::string();
    const auto rowSource = source(target, extras, !namespaceName.empty() || !target.type.namespaced);
    RowsConsumer consumer(*rowSource, namespaceName);
    const auto heads = fetchLists(m_api, {part(target, *rowSource, namespaceName, consumer)});
    if (!heads)
        return listError(heads.error(), target, m_invocation.get);
    if (resourceVersion)
        *resourceVersion = heads->front().resourceVersion;
    return std::move(consumer.rows);
}

std::vector<Result<kube::ApiAnswer>> ClusterSource::fetchNamed(const GetTarget &target, ItemFormat format, std::string_view includeObject)
{
    using Answers = std::vector<Result<kube::ApiAnswer>>;
    if (target.names.empty())
        return {};
    const std::string namespaceName = target.type.namespaced ? m_namespace : std::string();
    Answers answers(target.names.size(), Result<kube::ApiAnswer>(kube::ApiAnswer()));
    std::vector<base::Job> jobs(target.names.size());
    std::size_t waiting = target.names.size();
    auto all = waitFor<bool>([&](std::function<void(Result<bool>)> done) {
        m_api.executor().post([&, done] {
            for (std::size_t i = 0; i < target.names.size(); ++i) {
                kube::ApiRequest one = request(kube::objectPath(target.type, namespaceName, target.names[i]), format, Ask::Object);
                if (!includeObject.empty())
                    one.add("includeObject", std::string(includeObject));
                jobs[i] = m_api.fetch(std::move(one), [&, i, done](Result<kube::ApiAnswer> answer) {
                    answers[i] = std::move(answer);
                    if (--waiting == 0)
                        done(true);
                });
            }
        });
        return base::Job();
    });
    return all ? answers : Answers();
}

Result<TableRows> ClusterSource::rows(const GetTarget &target, const RowExtras &extras, std::vector<Error> &failures)
{
    if (const auto sound = checkWords(target); !sound)
        return sound.error();
    Result<TableRows> result = TableRows();
    if (target.names.empty()) {
        result = m_invocation.allNamespaces && target.type.namespaced ? listEverywhere(target, extras) : list(target, extras);
    } else {
        const auto rowSource = source(target, extras, true);
        const ItemFormat asked = formatOfOne(rowSource->format());
        for (const auto &answer : fetchNamed(target, asked, rowSource->includeObject())) {
            if (!answer) {
                failures.push_back(answer.error());
                continue;
            }
            const std::string *type = answer->head.header("content-type");
            const ItemFormat format = kube::formatOfAnswer(type ? *type : std::string(), asked);
            const Result<void> read = readOneAnswer(*rowSource, format, answer->body, m_namespace, *result);
            if (!read)
                return read.error();
        }
    }
    if (result && !usesServerCells(target)) {
        result->columns = localColumns(kinds::findKind(target.type.apiVersion(), target.type.kind));
        if (target.names.empty())
            result->sortByNumber(serverOrder(target.type.kind));
    }
    return result;
}

Result<void> ClusterSource::objects(const GetTarget &target, const ObjectSink &sink, std::vector<Error> &failures)
{
    if (const auto sound = checkWords(target); !sound)
        return sound;
    ObjectsConsumer consumer(target.type, sink);
    if (target.names.empty()) {
        const std::string namespaceName = target.type.namespaced ? m_namespace : std::string();
        ListPart all{request(kube::collectionPath(target.type, namespaceName), ItemFormat::Json, Ask::List), ItemFormat::Json, &consumer, &target.type};
        const auto heads = fetchLists(m_api, {std::move(all)});
        return heads ? Result<void>() : Result<void>(listError(heads.error(), target, m_invocation.get));
    }
    for (const auto &answer : fetchNamed(target, ItemFormat::Json, {})) {
        if (!answer) {
            failures.push_back(answer.error());
            continue;
        }
        if (const auto taken = consumer.item(ItemFormat::Json, answer->body); !taken)
            return taken;
    }
    return {};
}

kube::ApiRequest ClusterSource::watchRequest(const GetTarget &target) const
{
    kube::ApiRequest out = request(kube::collectionPath(target.type, target.type.namespaced ? m_namespace : std::string()), ItemFormat::Json, Ask::List);
    if (target.names.size() == 1)
        out.add("fieldSelector", "metadata.name=" + target.names[0]);
    return out;
}

/// Lists what is there before a watch and gives the version from which to go on.
Result<std::string> ClusterSource::listToWatch(const GetTarget &target, kube::ApiRequest request, ItemFormat format, ListConsumer &consumer)
{
    if (const auto sound = checkWords(target); !sound)
        return sound.error();
    for (const auto &answer : fetchNamed(target, ItemFormat::Json, {})) {
        if (!answer)
            return answer.error();
    }
    request.accept = kube::listAccept(format);
    const auto heads = fetchLists(m_api, {ListPart{std::move(request), format, &consumer, &target.type}});
    return heads ? Result<std::string>(heads->front().resourceVersion) : Result<std::string>(listError(heads.error(), target, m_invocation.get));
}

Result<void> ClusterSource::follow(kube::ApiRequest request, ItemFormat format, std::string resourceVersion, WatchReceiver::Take take)
{
    request.accept = kube::watchAccept(format);
    request.add("watch", "true");
    request.add("resourceVersion", std::move(resourceVersion));
    const auto ended = waitFor<bool>([&](std::function<void(Result<bool>)> done) {
        return m_api.start(request, std::make_shared<WatchReceiver>(format, std::move(take), std::move(done)));
    });
    return ended ? Result<void>() : Result<void>(ended.error());
}

Result<void> ClusterSource::watch(const GetTarget &target, const RowExtras &extras, const RowsSink &sink)
{
    const std::string namespaceName = target.type.namespaced ? m_namespace : std::string();
    const auto rowSource = source(target, extras, !namespaceName.empty() || !target.type.namespaced);
    kube::ApiRequest request = watchRequest(target);
    if (!rowSource->includeObject().empty())
        request.add("includeObject", std::string(rowSource->includeObject()));
    RowsConsumer consumer(*rowSource, namespaceName);
    const auto version = listToWatch(target, request, rowSource->format(), consumer);
    if (!version)
        return version.error();
    if (!usesServerCells(target))
        consumer.rows.columns = localColumns(kinds::findKind(target.type.apiVersion(), target.type.kind));
    sink(consumer.rows);

    std::vector<kube::TableColumn> columns = consumer.rows.columns;
    return follow(request, formatOfOne(rowSource->format()), *version, [&](ItemFormat format, std::string_view object) {
        TableRows rows;
        rows.columns = columns;
        // Ages count from when the event came.
        if (!m_invocation.now)
            m_now = base::Clock::system().now();
        const auto ofNow = source(target, extras, !namespaceName.empty() || !target.type.namespaced);
        const Result<void> read = readOneAnswer(*ofNow, format, object, namespaceName, rows);
        columns = rows.columns;
        if (read)
            sink(rows);
        return read;
    });
}

Result<void> ClusterSource::watchObjects(const GetTarget &target, const ObjectSink &sink)
{
    const kube::ApiRequest request = watchRequest(target);
    ObjectsConsumer consumer(target.type, sink);
    const auto version = listToWatch(target, request, ItemFormat::Json, consumer);
    if (!version)
        return version.error();
    return follow(request, ItemFormat::Json, *version, [&](ItemFormat format, std::string_view object) { return consumer.item(format, object); });
}

} // namespace

std::unique_ptr<GetSource> makeClusterSource(const Invocation &invocation, kube::Api &api, std::string namespaceName, base::SystemTime now, Warn warn)
{
    return std::make_unique<ClusterSource>(invocation, api, std::move(namespaceName), now, std::move(warn));
}

} // namespace headless
