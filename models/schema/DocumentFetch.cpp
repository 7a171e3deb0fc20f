#include "models/schema/DocumentFetch.h"

#include "models/platform/Aside.h"
#include "models/schema/Definition.h"

namespace schema {

namespace {

/// "/openapi/v3/apis/apps/v1" and "hash=..." of where a document is.
kube::ApiRequest requestFor(const std::string &url)
{
    kube::ApiRequest request;
    const std::size_t mark = url.find('?');
    request.path = url.substr(0, mark);
    const std::string query = mark == url.npos ? std::string() : url.substr(mark + 1);
    const std::size_t equals = query.find('=');
    if (equals != query.npos)
        request.add(query.substr(0, equals), query.substr(equals + 1));
    request.byteCap = static_cast<std::int64_t>(Document::MostBytes);
    return request;
}

} // namespace

DocumentFetch::DocumentFetch(kube::Api &api, base::Executor &consumer, std::shared_ptr<Documents> documents, const Wish &wish,
                             std::function<void(base::Result<std::shared_ptr<const Document>>)> done)
    : m_api(api), m_consumer(consumer), m_documents(std::move(documents)), m_path(pathOf(wish.group, wish.version)), m_definition(wish.definition), m_done(std::move(done))
{
    m_job = m_consumer.after(std::chrono::milliseconds(0), [this] { start(); });
}

void DocumentFetch::start()
{
    if (m_documents->isIndexFresh(m_consumer.clock().steady()))
        return look();
    kube::ApiRequest request;
    request.path = "/openapi/v3";
    request.knownTag = m_documents->indexTag();
    request.byteCap = 8 * 1024 * 1024;
    ask(std::move(request), [this](const base::Result<kube::ApiAnswer> &answer) { takeIndex(answer); });
}

void DocumentFetch::takeIndex(const base::Result<kube::ApiAnswer> &answer)
{
    if (!answer)
        return lookElsewhere(answer.error());
    const base::SteadyTime now = m_consumer.clock().steady();
    if (answer->head.status == 304) {
        m_documents->renewIndex(now);
        return look();
    }
    auto index = readIndex(answer->body);
    if (!index)
        return finish(index.error());
    const std::string *tag = answer->head.header("ETag");
    m_documents->keepIndex(std::move(*index), tag ? *tag : std::string(), now);
    look();
}

void DocumentFetch::look()
{
    const auto &index = m_documents->index();
    const auto found = index.find(m_path);
    if (found == index.end())
        return lookElsewhere(base::makeError(base::ErrorKind::NotFound, "the server has no OpenAPI document for " + m_path));
    const std::string url = found->second;
    if (auto known = m_documents->find(url))
        return finish(std::move(known));
    ask(requestFor(url), [this, url](base::Result<kube::ApiAnswer> answer) { takeDocument(url, std::move(answer)); });
}

/// A definition can change under the same address, so it is not kept.
void DocumentFetch::lookElsewhere(base::Error why)
{
    if (why.kind != base::ErrorKind::NotFound || m_definition.empty())
        return finish(std::move(why));
    ask(requestFor(definitionPath(m_definition)), [this, why = std::move(why)](base::Result<kube::ApiAnswer> answer) {
        if (!answer)
            return finish(answer.error().kind == base::ErrorKind::NotFound ? why : answer.error());
        read({}, [body = std::make_shared<const std::string>(std::move(answer->body))]() -> base::Result<Document> {
            const auto document = documentOfDefinition(*body);
            return document ? Document::read(*document) : base::Result<Document>(document.error());
        });
    });
}

void DocumentFetch::takeDocument(const std::string &url, base::Result<kube::ApiAnswer> answer)
{
    if (!answer)
        return finish(answer.error());
    read(url, [body = std::make_shared<const std::string>(std::move(answer->body))] { return Document::read(*body); });
}

void DocumentFetch::read(const std::string &url, std::function<base::Result<Document>()> read)
{
    m_job = platform::runAside(m_consumer, [this, url, read = std::move(read)](const std::stop_token &) -> base::Task {
        auto document = std::make_shared<base::Result<Document>>(read());
        return [this, url, document] { keep(url, std::move(*document)); };
    });
}

void DocumentFetch::keep(const std::string &url, base::Result<Document> document)
{
    if (!document)
        return finish(document.error());
    auto shared = std::make_shared<const Document>(std::move(*document));
    if (!url.empty())
        m_documents->keep(url, shared);
    finish(std::move(shared));
}

/// The token of the outer job keeps what is delivered later from reaching an object that is gone.
void DocumentFetch::ask(kube::ApiRequest request, std::function<void(base::Result<kube::ApiAnswer>)> take)
{
    auto [job, token] = base::Job::make();
    m_job = std::move(job);
    m_request = m_api.fetch(std::move(request), [token = token, &consumer = m_consumer, take = std::move(take)](base::Result<kube::ApiAnswer> answer) {
        token.deliver([&] {
            auto shared = std::make_shared<base::Result<kube::ApiAnswer>>(std::move(answer));
            consumer.post([token, take, shared] { token.finish([&] { take(std::move(*shared)); }); });
        });
    });
}

void DocumentFetch::finish(base::Result<std::shared_ptr<const Document>> result)
{
    m_done(std::move(result));
}

} // namespace schema
