#include "app/headless/ListFetch.h"

#include "app/headless/Wait.h"
#include "models/text/JsonStream.h"

#include <optional>

namespace headless {

using base::Error;
using base::Result;

namespace {

/// The lists under way; lives on the I/O thread.
struct Gathering
{
    std::vector<text::ListHead> heads;
    std::vector<base::Job> jobs;
    std::size_t waiting = 0;
    std::optional<base::JobToken> token;
    std::function<void(Result<std::vector<text::ListHead>>)> done;

    void finish(Result<std::vector<text::ListHead>> result)
    {
        token->finish([&] { done(std::move(result)); });
    }
};

class PartReceiver final : public kube::ApiReceiver
{
public:
    PartReceiver(std::weak_ptr<Gathering> gathering, std::size_t index, const ListPart &part)
        : m_gathering(std::move(gathering)), m_index(index), m_format(part.format), m_consumer(part.consumer), m_type(part.type)
    {
    }

    void opened(const http::ResponseHead &head) override
    {
        const std::string *type = head.header("content-type");
        m_format = kube::formatOfAnswer(type ? *type : std::string(), m_format);
        m_splitter = kube::makeListSplitter(m_format);
    }

    void bytes(std::string_view chunk) override
    {
        if (m_error)
            return;
        const auto result = m_splitter->feed(chunk, [this](std::string_view item) { take(item); });
        if (!m_error && !result)
            fail(result.error());
    }

    void finished(const Result<void> &result) override
    {
        if (m_error)
            return;
        if (!result)
            return fail(result.error());
        Result<text::ListHead> head = m_splitter->finish();
        if (const auto list = head ? kube::checkList(*m_splitter, *head, m_format, m_type) : Result<void>(head.error()); !list)
            return fail(list.error());
        if (const auto gathering = m_gathering.lock()) {
            gathering->heads[m_index] = std::move(*head);
            if (--gathering->waiting == 0)
                gathering->finish(std::move(gathering->heads));
        }
    }

private:
    void take(std::string_view item)
    {
        if (m_error)
            return;
        if (m_format == kube::ItemFormat::Table && !m_hasColumns) {
            m_hasColumns = true;
            if (auto columns = kube::readTableColumnsEarly(static_cast<text::JsonListSplitter &>(*m_splitter).envelope()))
                m_consumer->columns(std::move(*columns));
        }
        if (const auto taken = m_consumer->item(m_format, item); !taken)
            fail(taken.error());
    }

    void fail(const Error &error)
    {
        m_error = error;
        if (const auto gathering = m_gathering.lock())
            gathering->finish(error);
    }

    std::weak_ptr<Gathering> m_gathering;
    std::size_t m_index;
    kube::ItemFormat m_format;
    ListConsumer *m_consumer;
    const kube::ResourceType *m_type;
    std::unique_ptr<text::ListSplitter> m_splitter;
    bool m_hasColumns = false;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<text::ListHead>> fetchLists(kube::Api &api, std::vector<ListPart> parts)
{
    using Heads = std::vector<text::ListHead>;
    if (parts.empty())
        return Heads();
    auto gathering = std::make_shared<Gathering>();
    gathering->heads.resize(parts.size());
    gathering->waiting = parts.size();
    auto result = waitFor<Heads>([&](std::function<void(Result<Heads>)> done) {
        auto [job, token] = base::Job::make();
        api.executor().post([&api, &parts, gathering, done = std::move(done), token = token] {
            gathering->token = token;
            gathering->done = done;
            for (std::size_t i = 0; i < parts.size(); ++i)
                gathering->jobs.push_back(api.start(std::move(parts[i].request), std::make_shared<PartReceiver>(gathering, i, parts[i])));
        });
        return std::move(job);
    });
    // The consumers may die once nothing runs any more.
    waitFor<bool>([&](std::function<void(Result<bool>)> done) {
        api.executor().post([gathering, done = std::move(done)] {
            gathering->jobs.clear();
            done(true);
        });
        return base::Job();
    }).value_or(false);
    return result;
}

} // namespace headless
