#pragma once

#include "models/kube/Api.h"

#include <memory>
#include <optional>
#include <string>

namespace cluster {

/// Decides about requests before they leave the program. Any thread, and never changed: another view of things is another judge.
class Judge
{
public:
    /// With nothing of both the request is sent.
    struct Ruling
    {
        std::optional<base::Error> refusal = {};
        std::optional<std::string> answer = {};     ///< JSON, instead of the server's
    };

    virtual ~Judge() = default;
    virtual Ruling on(const kube::ApiRequest &request) const = 0;
};

/// An API of which only those requests are sent that a judge lets through; the others are answered as if the server had done so.
class JudgedApi final : public kube::Api
{
public:
    /// The api outlives it.
    JudgedApi(kube::Api &api, std::shared_ptr<const Judge> judge) : m_api(api), m_judge(std::move(judge)) { }

    base::Job start(kube::ApiRequest request, std::shared_ptr<kube::ApiReceiver> receiver) override;
    void startOver() override { m_api.startOver(); }
    base::Executor &executor() override { return m_api.executor(); }

private:
    kube::Api &m_api;
    std::shared_ptr<const Judge> m_judge;
};

} // namespace cluster
