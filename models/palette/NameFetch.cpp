#include "models/palette/NameFetch.h"

#include "models/kube/ItemStreams.h"
#include "models/text/Json.h"

#include <atomic>

namespace palette {

using base::Result;

namespace {

constexpr const char *metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

NameList::Name nameOf(const text::Value &metadata)
{
    const std::string &space = metadata["namespace"].text(), &name = metadata["name"].text();
    return {space.empty() ? name : space + '/' + name, static_cast<std::uint16_t>(std::min<std::size_t>(space.size(), 0xffff))};
}

} // namespace

/// Page after page; on the I/O thread once it has begun.
class NameFetch::Pages final : public kube::ApiReceiver, public std::enable_shared_from_this<Pages>
{
public:
    Pages(kube::Api &api, base::Executor &consumer, const kube::ResourceType &type, Done done)
        : m_api(api), m_thread(api.executor()), m_consumer(consumer), m_path(kube::collectionPath(type)), m_done(std::move(done))
    {
    }

    void begin() { m_thread.post([self = shared_from_this()] { self->next({}); }); }
    void stop()
    {
        m_stopped = true;
        m_thread.post([self = shared_from_this()] { self->m_job.cancel(); });
    }

    void opened(const http::ResponseHead &) override { m_splitter = kube::makeListSplitter(kube::ItemFormat::Json); }
    void bytes(std::string_view chunk) override
    {
        if (m_error)
            return;
        const auto fed = m_splitter->feed(chunk, [this](std::string_view item) {
            if (const auto object = text::parseJson(item))
                m_list->names.push_back(nameOf((*object)["metadata"]));
        });
        if (!fed)
            m_error = fed.error();
    }
    void finished(const Result<void> &result) override
    {
        if (!result || m_error)
            return tell(result ? *m_error : result.error());
        const auto head = m_splitter->finish();
        if (!head)
            return tell(head.error());
        m_list->isCut = !head->continueToken.empty() && m_list->names.size() >= MostNames;
        if (head->continueToken.empty() || m_list->isCut)
            return tell(std::shared_ptr<const NameList>(m_list));
        // Not from inside of the job that ends now.
        m_thread.post([self = shared_from_this(), token = head->continueToken] { self->next(token); });
    }

private:
    void next(const std::string &token)
    {
        if (m_stopped)
            return;
        kube::ApiRequest request;
        request.path = m_path;
        request.accept = metadataOnly;
        request.lane = http::Lane::Bulk;
        request.retries = kube::Retries::None;
        request.add("limit", std::to_string(Page));
        if (!token.empty())
            request.add("continue", token);
        m_job = m_api.start(std::move(request), shared_from_this());
    }
    void tell(Result<std::shared_ptr<const NameList>> result)
    {
        m_consumer.post([self = shared_from_this(), result = std::move(result)] {
            if (!self->m_stopped)
                self->m_done(result);
        });
    }

    kube::Api &m_api;                   ///< only while not stopped
    base::Executor &m_thread;
    base::Executor &m_consumer;
    std::string m_path;
    Done m_done;
    std::shared_ptr<NameList> m_list = std::make_shared<NameList>();
    std::unique_ptr<text::ListSplitter> m_splitter;
    std::optional<base::Error> m_error;
    base::Job m_job;
    std::atomic<bool> m_stopped = false;
};

NameFetch::NameFetch(kube::Api &api, base::Executor &consumer, const kube::ResourceType &type, Done done)
    : m_pages(std::make_shared<Pages>(api, consumer, type, std::move(done)))
{
    m_pages->begin();
}

NameFetch::~NameFetch()
{
    m_pages->stop();
}

} // namespace palette
