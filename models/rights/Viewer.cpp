#include "models/rights/Viewer.h"

#include "models/rbac/Reviews.h"
#include "models/text/Json.h"

namespace rights {

namespace {

constexpr std::size_t LargestAnswer = 1024 * 1024;

} // namespace

Viewer::Viewer(Source api, base::Executor &consumer) : m_api(std::move(api)), m_consumer(consumer), m_anchor(std::make_shared<Anchor>(Anchor{this})) { }

Viewer::~Viewer()
{
    m_anchor->viewer = nullptr;
}

void Viewer::ask()
{
    if (m_isAsking || identity())
        return;
    m_isAsking = true;
    kube::ApiRequest request;
    request.method = http::Method::Post;
    request.path = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    request.contentType = "application/json";
    request.body = text::writeJson(rbac::selfSubjectReview());
    request.byteCap = LargestAnswer;
    m_exchange = m_api().fetch(std::move(request), [&consumer = m_consumer, anchor = m_anchor](base::Result<kube::ApiAnswer> answer) {
        consumer.post([anchor, review = answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error())] {
            if (anchor->viewer)
                anchor->viewer->take(review);
        });
    });
}

void Viewer::startOver()
{
    const bool isWanted = m_isAsking || m_answer;
    m_exchange.cancel();
    m_isAsking = false;
    m_answer.reset();
    m_anchor->viewer = nullptr;         // an answer to the one before may be on its way
    m_anchor = std::make_shared<Anchor>(Anchor{this});
    if (!isWanted)
        return;
    ask();
    Q_EMIT changed();
}

void Viewer::take(const base::Result<text::Value> &review)
{
    m_isAsking = false;
    const auto self = review ? rbac::reviewedUser(*review) : std::nullopt;
    if (self)
        m_answer = *self;
    else
        m_answer = review ? base::makeError(base::ErrorKind::BadInput, "the server does not say who asks") : review.error();
    Q_EMIT changed();
}

} // namespace rights
