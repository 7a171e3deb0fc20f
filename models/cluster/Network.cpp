#include "models/cluster/Network.h"

#include "models/platform/ChildProcess.h"
#include "models/platform/NativePath.h"

#include <future>
#include <memory>

namespace cluster {

void runOn(base::Executor &executor, const std::function<void()> &f)
{
    const auto done = std::make_shared<std::promise<void>>();   // whoever waits is gone before set_value() has returned
    executor.post([&f, done] {
        f();
        done->set_value();
    });
    done->get_future().wait();
}

Network::Network(Settings settings)
    : m_access(settings.access)
    , m_trust(std::move(settings.stateFolder), settings.trust)
    , m_loginShell(platform::loginShell(platform::currentEnvironment()))
    , m_credentials(std::make_unique<kube::CredentialsPool>(
          kube::CredentialsServices{m_thread, m_thread, m_trust, m_loginShell, platform::currentEnvironment(), std::move(settings.notice)}))
{
}

Network::~Network()
{
    runOn(m_thread, [this] { m_credentials.reset(); });
}

} // namespace cluster
