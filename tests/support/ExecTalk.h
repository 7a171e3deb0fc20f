#pragma once

#include "models/base/ManualExecutor.h"
#include "models/kube/ExecStream.h"
#include "tests/support/FakeStreams.h"
#include "tests/support/WebSocketWords.h"

#include <array>

namespace support {

/// Credentials of nobody.
class NoCredentials final : public kube::Authorizer
{
public:
    explicit NoCredentials(base::Executor &executor, http::Connection connection = {}) : m_executor(executor), m_connection(std::make_shared<http::Connection>(std::move(connection))) { }
    base::Job fetch(Done done) override
    {
        auto [job, token] = base::Job::make();
        m_executor.post([token = token, done = std::move(done), connection = m_connection] {
            token.finish([&] { done(kube::Authorization{{}, connection, {}}); });
        });
        return std::move(job);
    }
    bool rejected(const kube::Authorization &) override { return false; }

private:
    base::Executor &m_executor;
    std::shared_ptr<const http::Connection> m_connection;
};

/// "Network: words", as tables have it.
inline std::string wordsOf(const base::Error &error)
{
    constexpr std::array<const char *, 18> names{"Misuse", "BadInput", "NotFound", "Unauthorized", "Forbidden", "Conflict", "Gone", "Invalid", "Throttled",
        "Timeout", "Network", "Tls", "TooLarge", "Cancelled", "Untrusted", "Io", "Unsupported", "Server"};
    return std::string(names.at(static_cast<std::size_t>(error.kind))) + ": " + error.message;
}

/// API server and kubelet in one, played by a test: each dialled stream is a command.
struct FakeExecServer
{
    support::FakeStreamState &last() { return *streams.dialled.back(); }
    std::string requestOfLast() { return last().written.substr(0, last().written.find("\r\n\r\n") + 4); }
    /// Takes the newest connection as a WebSocket of that protocol.
    void accept(const std::string &protocol = kube::ExecStream::Newer)
    {
        time.run();
        last().receiver->connected();
        last().say(upgradeAnswer(last().take(), protocol));
        time.run();
    }
    static std::string message(int channel, std::string_view payload) { return serverMessage(static_cast<char>(channel) + std::string(payload)); }
    static std::string success() { return message(3, R"({"metadata":{},"status":"Success"})"); }
    static std::string exitCode(int code)
    {
        return message(3, R"({"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":")" + std::to_string(code) + R"("}]}})");
    }
    static std::string failure(const std::string &words) { return message(3, R"({"status":"Failure","reason":"InternalError","code":500,"message":")" + words + R"("})"); }
    static std::string goodbye() { return serverFrame(0x88, http::closePayload(1000, "")); }

    base::ManualExecutor time;
    support::FakeStreams streams;
    NoCredentials credentials{time};
    kube::PodStreams pods{"https://server/prefix", streams, time, credentials};
};

} // namespace support
