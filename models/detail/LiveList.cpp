#include "models/detail/LiveList.h"

#include "models/base/Guarded.h"
#include "models/text/Json.h"

#include <set>

namespace detail {

namespace {

/// Items of a list do not say what they are; objects that somebody looks at do.
void nameKind(text::Value &object, const kube::ResourceType &type)
{
    if (object["kind"].isNull())
        object.members().insert(object.members().begin(), {"kind", text::Value::string(type.kind)});
    if (object["apiVersion"].isNull())
        object.members().insert(object.members().begin(), {"apiVersion", text::Value::string(type.apiVersion())});
}

std::string keyOf(const text::Value &object)
{
    const text::Value &metadata = object["metadata"];
    return metadata["uid"].text().empty() ? metadata["namespace"].text() + '/' + metadata["name"].text() : metadata["uid"].text();
}

} // namespace

class LiveList::Engine : public kube::CollectionSink, public std::enable_shared_from_this<Engine>
{
public:
    Engine(kube::Api &api, kube::Collection collection, base::Executor &consumer, std::function<void()> changed, Reduce reduce)
        : m_api(api), m_collection(std::move(collection)), m_changed(std::move(changed)), m_reduce(std::move(reduce))
    {
        m_shared.with([&](Shared &shared) { shared.consumer = &consumer; });
    }

    void start()
    {
        m_reflector = std::make_unique<kube::Reflector>(m_api, m_collection, *this, std::make_shared<kube::Reflector::ServerAbilities>());
        m_reflector->start();
    }
    void stop() { m_reflector.reset(); }
    void retryNow()
    {
        if (m_reflector)
            m_reflector->retryNow();
    }

    /// Consumer's thread: nothing is posted to it any more.
    void silence()
    {
        m_silent = true;
        m_shared.with([](Shared &shared) { shared.consumer = nullptr; });
    }
    Content take()
    {
        return m_shared.with([](Shared &shared) {
            shared.announced = false;
            return shared.content;
        });
    }

    void restart() override { m_listing = std::set<std::string>(); }
    void complete() override
    {
        change([this](Content &content) {
            if (m_listing)
                std::erase_if(content.objects, [this](const auto &entry) { return !m_listing->contains(entry.first); });
            content.isComplete = true;
        });
        m_listing.reset();
    }
    base::Result<std::string_view> put(kube::ItemFormat, std::string_view bytes) override
    {
        auto object = text::parseJson(bytes);
        if (!object)
            return object.error();
        nameKind(*object, m_collection.type);
        const std::string key = keyOf(*object);
        m_version = (*object)["metadata"]["resourceVersion"].text();
        std::optional<text::Value> kept = m_reduce ? m_reduce(std::move(*object)) : std::optional(std::move(*object));
        if (kept && m_listing)
            m_listing->insert(key);
        if (kept)
            change([&](Content &content) { content.objects[key] = std::make_shared<const text::Value>(std::move(*kept)); });
        else
            drop(key);
        return std::string_view(m_version);
    }
    base::Result<std::string_view> remove(kube::ItemFormat, std::string_view bytes) override
    {
        const auto object = text::parseJson(bytes);
        if (!object)
            return object.error();
        m_version = (*object)["metadata"]["resourceVersion"].text();
        drop(keyOf(*object));
        return std::string_view(m_version);
    }
    void stateChanged(const kube::SyncState &state) override
    {
        change([&](Content &content) { content.state = state; });
    }

private:
    struct Shared
    {
        Content content;
        base::Executor *consumer = nullptr;
        bool announced = false;
    };

    /// Nobody is told about an object that was never kept.
    void drop(const std::string &key)
    {
        if (m_shared.with([&](Shared &shared) { return shared.content.objects.contains(key); }))
            change([&](Content &content) { content.objects.erase(key); });
    }

    template<typename F>
    void change(F f)
    {
        m_shared.with([&](Shared &shared) {
            f(shared.content);
            if (shared.announced || !shared.consumer)
                return;
            shared.announced = true;
            shared.consumer->post([self = weak_from_this()] {
                if (const auto engine = self.lock(); engine && !engine->m_silent)
                    engine->m_changed();
            });
        });
    }

    kube::Api &m_api;
    kube::Collection m_collection;
    std::function<void()> m_changed;                    ///< called on the consumer's thread only
    Reduce m_reduce;
    bool m_silent = false;                              ///< the consumer's thread only
    base::Guarded<Shared> m_shared;
    std::optional<std::set<std::string>> m_listing;     ///< what the listing in progress named so far
    std::string m_version;
    std::unique_ptr<kube::Reflector> m_reflector;
};

LiveList::LiveList(kube::Api &api, base::Executor &consumer, kube::Collection collection, std::function<void()> changed, Reduce reduce)
    : m_executor(api.executor()), m_engine(std::make_shared<Engine>(api, std::move(collection), consumer, std::move(changed), std::move(reduce)))
{
    m_executor.post([engine = m_engine] { engine->start(); });
}

LiveList::~LiveList()
{
    m_engine->silence();
    m_executor.post([engine = std::move(m_engine)] { engine->stop(); });
}

LiveList::Content LiveList::take()
{
    return m_engine->take();
}

void LiveList::retryNow()
{
    m_executor.post([engine = m_engine] { engine->retryNow(); });
}

} // namespace detail
