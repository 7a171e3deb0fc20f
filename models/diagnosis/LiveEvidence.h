#pragma once

#include "models/diagnosis/Wishes.h"

#include <functional>
#include <map>
#include <memory>

namespace diagnosis {

/// What the rules want to know of one object, asked for and kept live as long as somebody looks. Belongs to the consumer's thread.
class LiveEvidence
{
public:
    /// api and consumer outlive it; changed is called on the consumer's thread when more is known.
    LiveEvidence(kube::Api &api, base::Executor &consumer, std::function<void()> changed);

    /// The object as it is now; asks for what that makes worth knowing, and lets go of what is worth it no more.
    void follow(Object object);
    /// Nobody looks: asks for nothing until followed again. What is known stays.
    void pause();

    /// Everything that is known now.
    Evidence evidence() const;

private:
    struct Watch
    {
        std::string question;           ///< which objects
        std::unique_ptr<detail::LiveList> list;
        detail::LiveList::Content content;
    };

    void take(Beside what);
    void ask();
    Known known(Beside what) const;

    kube::Api &m_api;
    base::Executor &m_consumer;
    std::function<void()> m_changed;
    Object m_object;
    std::map<Beside, Watch> m_watches;
};

} // namespace diagnosis
