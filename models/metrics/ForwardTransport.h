#pragma once

#include "models/kube/PortForwardStream.h"
#include "models/metrics/HttpTransport.h"
#include "models/metrics/ServiceProxyTransport.h"
#include "models/text/Value.h"

#include <memory>

namespace metrics {

/// By a port-forward into a ready pod behind a Service: needs list on pods and get (since Kubernetes 1.35 create too) on pods/portforward.
/// After an error that may be the pod's, the next request looks for a pod anew.
///
/// A certificate is not verified, as the API server's own proxy does not: no name in it fits a forward, and the way there is the API server's.
class ForwardTransport final : public PrometheusTransport
{
public:
    struct Network
    {
        kube::Api &api;
        const kube::PodStreams &streams;
        http::Transport &transport;
    };

    /// What the network names outlives every request. The selector is the Service's; a named target port is looked up in the pod.
    ForwardTransport(Network network, ServicePort target, std::string selector, std::string targetPort);
    ~ForwardTransport() override;

    base::Job send(const PrometheusRequest &request, Done done) override;
    base::Executor &executor() override { return m_network.api.executor(); }
    Way way() const override { return Way::PortForward; }
    const std::string &place() const override { return m_place; }

private:
    class Errand;
    struct Pod
    {
        std::string name;
        int port = 0;
    };

    void resolve(Errand &errand);
    base::Result<Pod> choose(const base::Result<kube::ApiAnswer> &answer) const;
    void connect(const Pod &pod);
    void forget();

    Network m_network;
    ServicePort m_target;
    std::string m_selector;
    std::string m_targetPort;
    std::string m_place;
    std::shared_ptr<kube::PortForwardStream> m_forward;
    std::shared_ptr<HttpTransport> m_http;          ///< null: no pod is known
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

/// The port of a ready pod that is meant by a number, by a container port's name, or (empty) by the number given; 0: it has none.
int portOfPod(const text::Value &pod, const std::string &targetPort, int port);
/// Running, ready and not being deleted.
bool isReadyPod(const text::Value &pod);

} // namespace metrics
