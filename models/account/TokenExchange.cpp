#include "models/account/TokenExchange.h"

namespace account {

void TokenExchange::ask(kube::Api &api, const kube::TokenWish &wish, Done done)
{
    cancel();
    m_isRunning = true;
    m_job = api.fetch(kube::tokenRequest(wish), [this, number = m_number, done = std::move(done)](const base::Result<kube::ApiAnswer> &answer) {
        auto issued = answer ? kube::readTokenAnswer(answer->body) : base::Result<kube::IssuedToken>(answer.error());
        m_consumer.post([this, number, done, issued = std::move(issued)] {
            if (number != m_number)
                return;
            m_isRunning = false;
            done(issued);
        });
    });
}

void TokenExchange::cancel()
{
    m_job.cancel();
    ++m_number;
    m_isRunning = false;
}

} // namespace account
