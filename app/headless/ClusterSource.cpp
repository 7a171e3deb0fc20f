#include "app/headless/ClusterSource.h"

#include "app/headless/ListFetch.h"
#include "app/headless/Wait.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/kube/Discovery.h"
#include "models/text/Json.h"
#include "models/text/JsonStream.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;
using kube::ItemFormat;
using text::Value;

namespace {

/// Above this many namespaces one large list is cheaper than many small ones.
constexpr std::size_t mostNamespaces = 300;

class RowsConsumer final : public ListConsumer
{
public:
    RowsConsumer(RowSource &source, std::string namespaceName) : m_source(source), m_namespace(std::move(namespaceName)) { }

    void columns(std::vector<kube::TableColumn> columns) override { rows.columns = std::move(columns); }
    Result<void> item(ItemFormat format, std::string_view item) override { return m_source.read(format, item, m_namespace, rows); }

    TableRows rows;

private:
    RowSource &m_source;
    std::string m_namespace;
};

/// Gives whole objects on, with the kind and apiVersion that a typed list leaves out.
class ObjectsConsumer final : public ListConsumer
{
public:
    ObjectsConsumer(const kube::ResourceType &type, const ObjectSink &sink) : m_type(type), m_sink(sink) { }

    Result<void> item(ItemFormat, std::string_view item) override
    {
        auto object = text::parseJson(item);
        if (!object)
            return object.error();
        if (!object->find("kind")) {
            object->set("kind", Value::string(m_type.kind));
            object->set("apiVersion", Value::string(m_type.apiVersion()));
        }
        return m_sink(*object);
    }

private:
    const kube::ResourceType &m_type;
    const ObjectSink &m_sink;
};

class ClusterSource final : public GetSource
{
public:
    ClusterSource(const Invocation &invocation, kube::Api &api, std::string namespaceName, base::SystemTime now)
        : m_invocation(invocation), m_api(api), m_namespace(invocation.allNamespaces ? std::string() : std::move(namespaceName)), m_now(now)
    {
    }

    Result<std::vector<GetTarget>> resolve(const GetWords &words) override;
    const std::string &namespaceName() const override { return m_namespace; }
    Result<TableRows> rows(const GetTarget &target, const RowExtras &extras, std::vector<Error> &failures) override;
    Result<void> objects(const GetTarget &target, const ObjectSink &sink, std::vector<Error> &failures) override;
    Result<void> watch(const GetTarget &target, const RowExtras &extras, const RowsSink &sink) override;

private:
    enum class Ask { List, Object };

    kube::ApiRequest request(std::string path, ItemFormat format, Ask ask) const;
    ListPart part(const GetTarget &target, const RowSource &source, std::string_view namespaceName, ListConsumer &consumer) const;
    std::unique_ptr<RowSource> source(const GetTarget &target, const RowExtras &extras, bool namespaceIsKnown) const;
    Result<std::vector<std::string>> namespaces();
    Result<TableRows> listEverywhere(const GetTarget &target, const RowExtras &extras);
    Result<TableRows> list(const GetTarget &target, const RowExtras &extras, std::string *resourceVersion = nullptr);
    std::vector<Result<kube::ApiAnswer>> fetchNamed(const GetTarget &target, ItemFormat format, std::string_view includeObject);
    bool usesServerCells(const GetTarget &target) const;

    const Invocation &m_invocation;
    kube::Api &m_api;
    std::string m_namespace;
    base::SystemTime m_now;
};

Result<std::vector<GetTarget>> ClusterSource::resolve(const GetWords &words)
{
    const bool allCore = std::ranges::all_of(words.words, [](const GetWords::Word &word) { return kube::findCoreType(word.resource); });
    if (allCore)
        return resolveTargets(words, kube::builtinCatalog());
    const auto catalog = waitFor<kube::ApiCatalog>([this](auto done) { return kube::discover(m_api, std::move(done)); });
    if (!catalog)
        return catalog.error();
    return resolveTargets(words, *catalog);
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
        request.deadline = std::chrono::duration_cast<std::chrono::milliseconds>(*m_invocation.requestTimeout);
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
    ListPart part{request(kube::collectionPath(target.type, namespaceName), source.format(), Ask::List), source.format(), &consumer};
    if (!source.includeObject().empty())
        part.request.add("includeObject", std::string(source.includeObject()));
    return part;
}

Result<std::vector<std::string>> ClusterSource::namespaces()
{
    const auto source = makeTableSource({}, true, m_now);
    RowsConsumer consumer(*source, {});
    ListPart part{{}, ItemFormat::Table, &consumer};
    part.request.path = "/api/v1/namespaces";
    part.request.accept = kube::listAccept(ItemFormat::Table);
    part.request.add("includeObject", "None");
    part.request.lane = http::Lane::Bulk;
    const auto heads = fetchLists(m_api, {part});
    if (!heads)
        return heads.error();
    std::vector<std::string> names;
    for (std::size_t row = 0; row < consumer.rows.size(); ++row)
        names.emplace_back(consumer.rows.cell(row, 0));
    // The server's order of objects is that of "namespace/name", where "a-b" comes before "a".
    std::ranges::sort(names, {}, [](const std::string &name) { return name + '/'; });
    return names;
}

Result<TableRows> ClusterSource::listEverywhere(const GetTarget &target, const RowExtras &extras)
{
    const auto names = namespaces();
    if (!names || names->size() > mostNamespaces)
        return list(target, extras);
    const auto rowSource = source(target, extras, true);
    std::deque<RowsConsumer> consumers;
    std::vector<ListPart> parts;
    for (const std::string &name : *names)
        parts.push_back(part(target, *rowSource, name, consumers.emplace_back(*rowSource, name)));
    const auto heads = fetchLists(m_api, std::move(parts));
    // The words for what the whole cluster refuses come from the whole cluster.
    if (!heads)
        return heads.error().kind == ErrorKind::Forbidden ? list(target, extras) : Result<TableRows>(heads.error());
    TableRows rows;
    for (RowsConsumer &consumer : consumers)
        rows.append(std::move(consumer.rows));
    return rows;
}

Result<TableRows> ClusterSource::list(const GetTarget &target, const RowExtras &extras, std::string *resourceVersion)
{
    const std::string namespaceName = target.type.namespaced ? m_namespace : std::string();
    const auto rowSource = source(target, extras, !namespaceName.empty() || !target.type.namespaced);
    RowsConsumer consumer(*rowSource, namespaceName);
    const auto heads = fetchLists(m_api, {part(target, *rowSource, namespaceName, consumer)});
    if (!heads)
        return heads.error();
    if (resourceVersion)
        *resourceVersion = heads->front().resourceVersion;
    return std::move(consumer.rows);
}

std::vector<Result<kube::ApiAnswer>> ClusterSource::fetchNamed(const GetTarget &target, ItemFormat format, std::string_view includeObject)
{
    using Answers = std::vector<Result<kube::ApiAnswer>>;
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
    Result<TableRows> result = TableRows();
    if (target.names.empty()) {
        result = m_invocation.allNamespaces && target.type.namespaced ? listEverywhere(target, extras) : list(target, extras);
    } else {
        const auto rowSource = source(target, extras, true);
        for (const auto &answer : fetchNamed(target, rowSource->format(), rowSource->includeObject())) {
            if (!answer) {
                failures.push_back(answer.error());
                continue;
            }
            const std::string *type = answer->head.header("content-type");
            const ItemFormat format = kube::formatOfAnswer(type ? *type : std::string(), rowSource->format());
            Result<void> read;
            if (format == ItemFormat::Table) {
                result->columns = kube::readTableColumns(answer->body).value_or(std::vector<kube::TableColumn>());
                text::JsonListSplitter rowsOf;
                read = rowsOf.feed(answer->body, [&](std::string_view row) { static_cast<void>(rowSource->read(format, row, m_namespace, *result)); });
            } else {
                read = rowSource->read(format, answer->body, m_namespace, *result);
            }
            if (!read)
                return read.error();
        }
    }
    if (result && !usesServerCells(target))
        result->columns = localColumns(kinds::findKind(target.type.apiVersion(), target.type.kind));
    return result;
}

Result<void> ClusterSource::objects(const GetTarget &target, const ObjectSink &sink, std::vector<Error> &failures)
{
    ObjectsConsumer consumer(target.type, sink);
    if (target.names.empty()) {
        const std::string namespaceName = target.type.namespaced ? m_namespace : std::string();
        ListPart all{request(kube::collectionPath(target.type, namespaceName), ItemFormat::Json, Ask::List), ItemFormat::Json, &consumer};
        const auto heads = fetchLists(m_api, {std::move(all)});
        return heads ? Result<void>() : Result<void>(heads.error());
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

/// Gives the rows of watch events on, one by one.
class WatchReceiver final : public kube::ApiReceiver
{
public:
    WatchReceiver(RowSource &source, std::string namespaceName, std::vector<kube::TableColumn> columns, const RowsSink &sink,
                  std::function<void(Result<bool>)> done)
        : m_source(source), m_namespace(std::move(namespaceName)), m_columns(std::move(columns)), m_sink(sink), m_done(std::move(done))
    {
    }

    void opened(const http::ResponseHead &head) override
    {
        const std::string *type = head.header("content-type");
        m_format = kube::formatOfAnswer(type ? *type : std::string(), m_source.format());
        m_splitter = kube::makeWatchSplitter(m_format);
    }

    void bytes(std::string_view chunk) override
    {
        const auto fed = m_splitter->feed(chunk, [this](const text::WatchFrame &frame) { take(frame); });
        if (!fed)
            end(fed.error());
    }

    void finished(const Result<void> &result) override { end(result ? Result<bool>(true) : Result<bool>(result.error())); }

private:
    void take(const text::WatchFrame &frame)
    {
        const kube::WatchEventType type = kube::watchEventType(frame.type);
        if (type == kube::WatchEventType::Error)
            return end(kube::readWatchError(m_format, frame.object));
        if (type == kube::WatchEventType::Bookmark)
            return;
        if (m_columns.empty() && m_format == ItemFormat::Table)
            m_columns = kube::readTableColumns(frame.object).value_or(std::vector<kube::TableColumn>());
        TableRows rows;
        rows.columns = m_columns;
        Result<void> read;
        if (m_format == ItemFormat::Table) {
            text::JsonListSplitter rowsOf;
            read = rowsOf.feed(frame.object, [&](std::string_view row) { static_cast<void>(m_source.read(m_format, row, m_namespace, rows)); });
        } else {
            read = m_source.read(m_format, frame.object, m_namespace, rows);
        }
        if (!read)
            return end(read.error());
        m_sink(rows);
    }

    void end(Result<bool> result)
    {
        if (!std::exchange(m_ended, true))
            m_done(std::move(result));
    }

    RowSource &m_source;
    std::string m_namespace;
    std::vector<kube::TableColumn> m_columns;
    const RowsSink &m_sink;
    std::function<void(Result<bool>)> m_done;
    ItemFormat m_format = ItemFormat::Table;
    std::unique_ptr<text::WatchSplitter> m_splitter;
    bool m_ended = false;
};

Result<void> ClusterSource::watch(const GetTarget &target, const RowExtras &extras, const RowsSink &sink)
{
    kube::ApiRequest request = this->request(kube::collectionPath(target.type, target.type.namespaced ? m_namespace : std::string()), ItemFormat::Json, Ask::List);
    if (target.names.size() == 1)
        request.add("fieldSelector", "metadata.name=" + target.names[0]);
    const auto rowSource = source(target, extras, !m_namespace.empty() || !target.type.namespaced);
    RowsConsumer consumer(*rowSource, m_namespace);
    ListPart listPart{request, rowSource->format(), &consumer};
    listPart.request.accept = kube::listAccept(rowSource->format());
    if (!rowSource->includeObject().empty())
        listPart.request.add("includeObject", std::string(rowSource->includeObject()));
    const auto heads = fetchLists(m_api, {listPart});
    if (!heads)
        return heads.error();
    if (!usesServerCells(target))
        consumer.rows.columns = localColumns(kinds::findKind(target.type.apiVersion(), target.type.kind));
    sink(consumer.rows);

    request = listPart.request;
    request.accept = kube::watchAccept(rowSource->format());
    request.add("watch", "true");
    request.add("resourceVersion", heads->front().resourceVersion);
    const auto ended = waitFor<bool>([&](std::function<void(Result<bool>)> done) {
        return m_api.start(request, std::make_shared<WatchReceiver>(*rowSource, m_namespace, consumer.rows.columns, sink, std::move(done)));
    });
    return ended ? Result<void>() : Result<void>(ended.error());
}

} // namespace

std::unique_ptr<GetSource> makeClusterSource(const Invocation &invocation, kube::Api &api, std::string namespaceName, base::SystemTime now)
{
    return std::make_unique<ClusterSource>(invocation, api, std::move(namespaceName), now);
}

} // namespace headless
