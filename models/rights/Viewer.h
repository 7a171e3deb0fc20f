#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/kube/Api.h"
#include "models/rbac/Identity.h"
#include "models/text/Value.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace rights {

/// Who looks at a cluster, with all groups, as its server says (S66). Asked when somebody wants to know, once. GUI thread.
class Viewer final : public QObject
{
    Q_OBJECT

public:
    /// The API to ask now; it and the consumer outlive this.
    using Source = std::function<kube::Api &()>;

    Viewer(Source api, base::Executor &consumer);
    ~Viewer() override;

    /// What could not be asked is asked again.
    void ask();
    /// Somebody else may be looking from now on: what was said is over, and asked again where somebody wanted to know.
    void startOver();
    /// Nothing: it is being asked, or nobody wanted to know.
    const std::optional<base::Result<rbac::Identity>> &answer() const { return m_answer; }
    std::optional<rbac::Identity> identity() const { return m_answer && *m_answer ? std::optional(**m_answer) : std::nullopt; }

Q_SIGNALS:
    void changed();

private:
    struct Anchor
    {
        Viewer *viewer;
    };

    void take(const base::Result<text::Value> &review);

    Source m_api;
    base::Executor &m_consumer;
    std::optional<base::Result<rbac::Identity>> m_answer;
    bool m_isAsking = false;
    base::Job m_exchange;
    std::shared_ptr<Anchor> m_anchor;
};

} // namespace rights
