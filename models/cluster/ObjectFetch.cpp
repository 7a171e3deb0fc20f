#include "models/cluster/ObjectFetch.h"

#include "models/text/Json.h"

#include <utility>

namespace cluster {

ObjectFetch::ObjectFetch(kube::Api &api, base::Executor &consumer, kube::ResourceType type, std::vector<NameInNamespace> names, Done done)
    : m_api(api)
    , m_consumer(consumer)
    , m_type(std::move(type))
    , m_names(std::move(names))
    , m_done(std::move(done))
    , m_anchor(std::make_shared<Anchor>(Anchor{this}))
    , m_objects(m_names.size())
{
    if (m_names.empty()) {
        m_consumer.post([anchor = m_anchor] {
            if (anchor->fetch)
                anchor->fetch->finish(std::vector<text::Value>());
        });
    }
    for (std::size_t i = 0; i < AtOnce; ++i)
        askNext();
}

ObjectFetch::~ObjectFetch()
{
    m_anchor->fetch = nullptr;
}

void ObjectFetch::askNext()
{
    if (m_asked == m_names.size())
        return;
    const std::size_t place = m_asked++;
    kube::ApiRequest request;
    request.path = kube::objectPath(m_type, m_names[place].namespaceName, m_names[place].name);
    m_jobs.push_back(m_api.fetch(std::move(request), [&consumer = m_consumer, anchor = m_anchor, place](base::Result<kube::ApiAnswer> answer) {
        consumer.post([anchor, place, answer = std::move(answer)] {
            if (anchor->fetch)
                anchor->fetch->answered(place, answer);
        });
    }));
}

void ObjectFetch::answered(std::size_t place, const base::Result<kube::ApiAnswer> &answer)
{
    if (!answer)
        return finish(answer.error());
    auto object = text::parseJson(answer->body);
    if (!object)
        return finish(std::move(object).error());
    m_objects[place] = std::move(*object);
    if (++m_answered == m_names.size())
        return finish(std::move(m_objects));
    askNext();
}

/// The callee may let go of this.
void ObjectFetch::finish(base::Result<std::vector<text::Value>> result)
{
    m_anchor->fetch = nullptr;
    const Done done = std::move(m_done);
    done(std::move(result));
}

} // namespace cluster
