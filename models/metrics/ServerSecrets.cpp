#include "models/metrics/ServerSecrets.h"

#include "models/platform/Aside.h"
#include "models/platform/Keychain.h"
#include "models/text/Json.h"

#include <atomic>
#include <mutex>

namespace metrics {

using base::Result;
using base::SecretText;
using text::Value;

namespace {

/// The texts of a server but for its headers, each with its key.
template<typename Server, typename Each>
void eachText(Server &server, Each each)
{
    each("url", server.url);
    each("bearer", server.bearer);
    each("user", server.user);
    each("password", server.password);
    each("authority", server.authorityPem);
    each("clientCertificate", server.clientCertificatePem);
    each("clientKey", server.clientKeyPem);
}

const std::string &revealed(const std::string &text) { return text; }
const std::string &revealed(const SecretText &text) { return text.reveal(); }

SecretText written(const DirectServer &server)
{
    Value value = Value::map(), headers = Value::list();
    eachText(server, [&value](const char *key, const auto &text) { value.set(key, Value::string(revealed(text))); });
    for (const DirectServer::Header &header : server.headers) {
        headers.items().push_back(Value::map());
        headers.items().back().set("name", Value::string(header.name));
        headers.items().back().set("value", Value::string(header.value.reveal()));
    }
    value.set("headers", std::move(headers));
    return SecretText(text::writeJson(value));
}

Result<DirectServer> readServer(const SecretText &bytes)
{
    const auto value = text::parseJson(bytes.reveal());
    if (!value || !value->isMap())      // the parser's words could hold a piece of it
        return base::makeError(base::ErrorKind::BadInput, "what was kept makes no sense");
    DirectServer server;
    eachText(server, [&value](const char *key, auto &text) { text = std::remove_reference_t<decltype(text)>((*value)[key].text()); });
    for (const Value &header : (*value)["headers"].items())
        server.headers.push_back({header["name"].text(), SecretText(header["value"].text())});
    return server;
}

} // namespace

/// Who writes waits for who writes already, and does nothing when something newer was asked for meanwhile.
struct ServerSecrets::Turn
{
    std::mutex writing;
    std::atomic<int> newest = 0;
};

ServerSecrets::ServerSecrets(std::string folder, const platform::PersonKey &key) : m_folder(std::move(folder)), m_key(key)
{
}

base::Job ServerSecrets::change(base::Executor &consumer, const std::string &name, Work work, Done done)
{
    std::shared_ptr<Turn> &turn = m_turns[name];
    if (!turn)
        turn = std::make_shared<Turn>();
    return platform::runAside(consumer, [turn = turn, number = ++turn->newest, work = std::move(work), done = std::move(done)](const std::stop_token &) -> base::Task {
        const std::lock_guard lock(turn->writing);
        auto result = turn->newest == number ? work() : Result<void>();
        return [done, result = std::move(result)] { done(result); };
    });
}

base::Job ServerSecrets::keep(base::Executor &consumer, const std::string &name, const DirectServer &server, Done done)
{
    const auto work = [folder = m_folder, &key = m_key, name, text = written(server)] {
        platform::Keychain keychain(folder, key);
        auto kept = keychain.keep(name, text);
        if (!kept)
            static_cast<void>(keychain.forget(name));
        return kept;
    };
    return change(consumer, name, work, std::move(done));
}

base::Job ServerSecrets::forget(base::Executor &consumer, const std::string &name, Done done)
{
    return change(consumer, name, [folder = m_folder, &key = m_key, name] { return platform::Keychain(folder, key).forget(name); }, std::move(done));
}

base::Job ServerSecrets::fetch(base::Executor &consumer, const std::string &name, std::function<void(Result<DirectServer>)> done)
{
    return platform::runAside(consumer, [folder = m_folder, &key = m_key, name, done = std::move(done)](const std::stop_token &) -> base::Task {
        const auto kept = platform::Keychain(folder, key).fetch(name);
        auto shared = std::make_shared<Result<DirectServer>>(kept ? readServer(*kept) : Result<DirectServer>(kept.error()));
        return [done, shared] { done(std::move(*shared)); };
    });
}

} // namespace metrics
