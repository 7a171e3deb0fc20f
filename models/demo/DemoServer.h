#pragma once

#include "models/base/Clock.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/demo/Misbehaviour.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace demo {

/// How a DemoServer is to be.
struct Options
{
    std::string dataFolder = ":/demo";            ///< discovery.json, columns.yaml, ...; a path, or a folder among Qt's resources
    std::string kubeconfigFile;                   ///< written with mode 0600 when it is given
    std::uint32_t seed = 1;                       ///< of names, addresses and what happens when
    bool isLiving = true;                         ///< false: only what clients do changes anything
    std::size_t history = 4096;                   ///< changes that watches can go back
    std::chrono::seconds bookmarkEvery{60};
    bool letsImpersonate = true;                  ///< its administrator, whom every client is
};

/// How a client gets in.
struct Access
{
    /// Plain HTTP, so no client sends credentials; the secret of this run is a part of the path instead.
    std::string url;
    /// The same secret, for requests to the root that send it as a bearer.
    base::SecretText token;
    std::string kubeconfig;                       ///< YAML with the one context "demo"
};

/// A small real API server on 127.0.0.1 with a living sample cluster, in a thread of its own. Who does not know this run's secret
/// may ask for /version and gets 401 for the rest. Functions may be called from any thread; the clock must outlive the server.
class DemoServer
{
public:
    explicit DemoServer(const base::Clock &clock = base::Clock::system(), Options options = {});
    ~DemoServer();
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;

    /// Listens and returns; what the cluster holds is read in the background, requests wait for it. Once.
    base::Result<Access> start();

    /// Replaces the misbehaviours in force; open streams suffer the new ones at once.
    void misbehave(std::vector<Misbehaviour> all);
    /// Ends every connection hard; new ones are accepted.
    void dropConnections();
    /// Forgets the history: older resourceVersions and continue tokens are answered with 410.
    void forgetHistory();
    /// Lets everything happen that is due by the clock, and returns when it has happened and was written to the watches.
    void catchUp();

    int openConnections() const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace demo
