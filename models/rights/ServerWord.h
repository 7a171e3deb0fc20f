#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/kube/Api.h"
#include "models/rbac/Identity.h"
#include "models/rbac/Request.h"
#include "models/rights/KnownGrants.h"
#include "models/text/Value.h"

#include <QObject>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rights {

/// Whether the server says the same as was worked out.
enum class Proof { Computed, Asking, Confirmed, Contradicted, NotVerifiable };

/// A question, and what was worked out: nothing where it is not known.
struct Claim
{
    rbac::Identity identity;
    rbac::Request request;
    std::optional<bool> isAllowed;
};

/// What became of a claim.
struct Verdict
{
    Proof proof = Proof::Computed;
    std::optional<bool> isAllowed;      ///< as the server says
    std::string reason;                 ///< why it cannot be verified, in the server's words
};

/// What the server itself says to single questions (S61, S63): by a SubjectAccessReview, where that is refused by that of a namespace, else by
/// asking about oneself, as the one whom it is about, and of the viewer as the viewer. Only what somebody wants to know is asked, each once, few at a time. GUI thread.
class ServerWord final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MostAtOnce = 4;

    /// The API to ask now; what is asked and the consumer outlive it.
    using Source = std::function<kube::Api &()>;

    ServerWord(Source api, base::Executor &consumer);
    ~ServerWord() override;

    /// What was answered is not asked again; what could not be asked is.
    void ask(const std::vector<Claim> &claims);
    Verdict verdictOn(const Claim &claim) const;
    /// What is granted now, as far as it is known: what the server said about those whom a change concerns is over, the rest stays.
    void grantsAre(const rbac::Inputs &known);
    /// Somebody else may be looking from now on: all that was said is over.
    void startOver();
    /// Nobody asked, or what was said is over.
    bool isUntouched() const { return m_answers.empty(); }

Q_SIGNALS:
    void changed();

private:
    enum class Road { Subject, Local, Impersonated, Self, None };
    struct Answer
    {
        rbac::Identity identity;
        rbac::Request request;
        Road road = Road::Subject;
        std::optional<bool> isAllowed;
        std::string problem;
    };
    struct Exchange
    {
        std::string key;
        base::Job job;
    };
    struct Anchor
    {
        ServerWord *word;
    };
    using Take = void (ServerWord::*)(const std::string &key, const base::Result<text::Value> &review);

    /// Also what is being asked about it.
    void forget(const std::function<bool(const rbac::Identity &who)> &isOver);
    void askNext();
    bool canTake(const Answer &answer, Road road) const;
    void askFor(const std::string &key);
    void send(const std::string &key, std::string path, const text::Value &review, Take take, kube::Impersonation as = {});
    void takeReview(const std::string &key, const base::Result<text::Value> &review);
    void takeSelf(const std::string &key, const base::Result<text::Value> &review);

    Source m_api;
    base::Executor &m_consumer;
    std::map<std::string, Answer> m_answers;        ///< by who and what
    KnownGrants m_grants;
    std::deque<std::string> m_waiting;
    std::map<std::uint64_t, Exchange> m_exchanges;  ///< that run
    std::uint64_t m_lastExchange = 0;
    std::string m_noSubject;                        ///< why the server answers no SubjectAccessReview; empty: nobody knows of a reason
    std::set<std::string> m_notImpersonated;        ///< whom the viewer may not act as, as references
    std::optional<std::string> m_self;              ///< the viewer's name; empty when the server does not say
    std::shared_ptr<Anchor> m_anchor;
};

} // namespace rights
