// exec --kubeconfig FILE [--read-only]: commands in containers as the program has them. It obeys the lines of its standard input, each a JSON object whose
// "do" says what, with "namespace", "pod", "container"; each answer is a line of JSON, and what comes from containers is in base64 there:
//   run       "command", "seconds", "most"         {"code", "output", "errors"} or {"error"}
//   env                                            {"variables": [[name, value]...], "command"} or {"error"}
//   files     "paths"                              {"files": [{"path", "content" or "error"}...]} or {"error"}
//   default                                        {"container"} of the pod in "object"
//   open      "name", "command", "stdin", "tty": [columns, rows], "paused", "attach"
//   write     "name", "text"; flood "name", "size" (of "x", as there is room)
//   close     "name": of its input                 {} or {"error"}
//   resize    "name", "tty"
//   pause, resume "name"
//   await     "name", "text": until the output has it or it ends     {"output"}
//   await     "name", "size": until so much output came or it ends   {"output"}
//   end       "name"                               {"code" or "error", "output", "errors": the first MiB, "size", "sha256", "protocol"}
//   leave     "name"
//   descriptors                                    {"count"}

#include "models/cluster/ClusterConnection.h"
#include "models/inside/Inside.h"
#include "models/kube/ContextSelection.h"
#include "models/kube/KubeConfigLoader.h"
#include "models/text/Json.h"

#include <QCryptographicHash>

#include <array>
#include <condition_variable>
#include <cstring>
#include <filesystem>
#include <future>
#include <iostream>
#include <map>
#include <mutex>

namespace {

using text::Value;

constexpr std::size_t shown = 1024 * 1024;

Value errorValue(const base::Error &error)
{
    constexpr std::array<const char *, 18> names{"Misuse", "BadInput", "NotFound", "Unauthorized", "Forbidden", "Conflict", "Gone", "Invalid", "Throttled",
        "Timeout", "Network", "Tls", "TooLarge", "Cancelled", "Untrusted", "Io", "Unsupported", "Server"};
    Value value = Value::map();
    value.set("error", Value::string(std::string(names.at(static_cast<std::size_t>(error.kind))) + ' ' + error.message));
    return value;
}

Value bytesValue(std::string_view bytes)
{
    return Value::string(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString());
}

std::vector<std::string> words(const Value &list)
{
    std::vector<std::string> texts;
    for (const Value &item : list.items())
        texts.push_back(item.text());
    return texts;
}

Value wordsValue(const std::vector<std::string> &texts)
{
    Value list = Value::list();
    for (const std::string &each : texts)
        list.items().push_back(Value::string(each));
    return list;
}

kube::PodContainer containerOf(const Value &asked)
{
    return {asked["namespace"].text(), asked["pod"].text(), asked["container"].text()};
}

kube::TerminalSize sizeOf(const Value &pair)
{
    return {static_cast<std::uint16_t>(pair.items().at(0).asInteger()), static_cast<std::uint16_t>(pair.items().at(1).asInteger())};
}

/// A stream that runs, and what came of it so far.
class Session final : public kube::ExecReceiver
{
public:
    Session(http::HttpThread &thread, const kube::PodStreams &streams, kube::ExecWish wish, bool isPaused) : m_thread(thread)
    {
        cluster::runOn(m_thread, [&] {
            m_stream = std::make_unique<kube::ExecStream>(streams.core(), std::move(wish), *this);
            m_isPaused = isPaused;
        });
    }
    ~Session() override
    {
        cluster::runOn(m_thread, [this] { m_stream.reset(); });
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void on(const std::function<void(kube::ExecStream &)> &f)
    {
        cluster::runOn(m_thread, [&] { f(*m_stream); });
    }
    void awaitOpen()
    {
        wait([this] { return m_protocol != 0; });
    }
    /// As long as the stream stands, piece by piece.
    void flood(std::size_t size)
    {
        const std::string piece(64 * 1024, 'x');
        for (std::size_t sent = 0; sent < size;) {
            bool isSent = false;
            on([&](kube::ExecStream &stream) {
                isSent = stream.hasRoom();
                if (isSent)
                    stream.write(std::string_view(piece).substr(0, std::min(piece.size(), size - sent)));
                m_hasRoom = stream.hasRoom();
            });
            sent += isSent ? std::min(piece.size(), size - sent) : 0;
            wait([this] { return m_hasRoom; });
            if (m_exit)
                return;
        }
    }
    std::string await(const std::string &word, std::size_t size)
    {
        wait([&] { return m_size >= size && m_output.find(word) != std::string::npos; });
        const std::lock_guard lock(m_mutex);
        return m_output;
    }
    Value end()
    {
        wait([] { return false; });
        const std::lock_guard lock(m_mutex);
        Value value = *m_exit ? Value::map() : errorValue(m_exit->error());
        if (*m_exit)
            value.set("code", Value::number(std::int64_t(**m_exit)));
        value.set("output", bytesValue(m_output));
        value.set("errors", bytesValue(m_errors));
        value.set("size", Value::number(static_cast<std::int64_t>(m_size)));
        value.set("sha256", Value::string(m_hash.result().toHex().toStdString()));
        value.set("protocol", Value::number(std::int64_t(m_protocol)));
        return value;
    }

private:
    void wait(const std::function<bool()> &isSo)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_exit || isSo(); });
    }
    void opened(kube::ExecProtocol protocol) override
    {
        if (m_isPaused)
            m_stream->pause();
        change([&] {
            m_protocol = protocol == kube::ExecProtocol::V5 ? 5 : 4;
            m_hasRoom = true;
        });
    }
    void output(kube::ExecOutput output, std::string_view bytes) override
    {
        change([&] {
            std::string &text = output == kube::ExecOutput::Output ? m_output : m_errors;
            text += bytes.substr(0, shown - std::min(shown, text.size()));
            if (output == kube::ExecOutput::Output) {
                m_size += bytes.size();
                m_hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
            }
        });
    }
    void roomAgain() override
    {
        change([this] { m_hasRoom = true; });
    }
    void ended(const base::Result<int> &exitCode) override
    {
        change([&] { m_exit = exitCode; });
    }
    void change(const std::function<void()> &f)
    {
        const std::lock_guard lock(m_mutex);
        f();
        m_changed.notify_all();
    }

    http::HttpThread &m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_output, m_errors;
    std::size_t m_size = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    int m_protocol = 0;
    bool m_hasRoom = false;
    bool m_isPaused = false;
    std::optional<base::Result<int>> m_exit;
    std::unique_ptr<kube::ExecStream> m_stream;
};

/// Waits for what a job delivers on the I/O thread.
template<typename T>
base::Result<T> awaited(const std::function<base::Job(std::function<void(base::Result<T>)>)> &start)
{
    std::promise<base::Result<T>> promise;
    const base::Job job = start([&promise](base::Result<T> result) { promise.set_value(std::move(result)); });
    return promise.get_future().get();
}

class Execs
{
public:
    Execs(http::HttpThread &thread, cluster::ClusterConnection &connection) : m_thread(thread), m_streams(connection.streams()) { }

    Value obey(const Value &asked)
    {
        const std::string &what = asked["do"].text();
        if (what == "run")
            return run(asked);
        if (what == "env")
            return environment(asked);
        if (what == "files")
            return files(asked);
        if (what == "open")
            return open(asked);
        Value value = Value::map();
        if (what == "default")
            value.set("container", Value::string(kube::defaultContainer(asked["object"])));
        else if (what == "descriptors")
            value.set("count", Value::number(static_cast<std::int64_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}) - 1)));
        else if (what == "leave")
            m_sessions.erase(asked["name"].text());
        else
            return talk(what, asked);
        return value;
    }

private:
    Value run(const Value &asked)
    {
        kube::CommandLimits limits;
        limits.time = std::chrono::seconds(asked["seconds"].asInteger(30));
        limits.output = static_cast<std::size_t>(asked["most"].asInteger(static_cast<std::int64_t>(limits.output)));
        kube::ExecWish wish;
        wish.target = containerOf(asked);
        wish.command = words(asked["command"]);
        const auto result = awaited<kube::CommandResult>([&](auto done) { return kube::runCommand(m_streams, wish, limits, m_thread, std::move(done)); });
        if (!result)
            return errorValue(result.error());
        Value value = Value::map();
        value.set("code", Value::number(std::int64_t(result->exitCode)));
        value.set("output", bytesValue(result->output));
        value.set("errors", bytesValue(result->errors));
        return value;
    }

    Value environment(const Value &asked)
    {
        const auto result = awaited<inside::Environment>([&](auto done) { return inside::readEnvironment(m_streams, containerOf(asked), m_thread, std::move(done)); });
        if (!result)
            return errorValue(result.error());
        Value list = Value::list();
        for (const inside::Variable &each : result->variables)
            list.items().push_back(Value::list({bytesValue(each.name), bytesValue(each.value)}));
        Value value = Value::map();
        value.set("variables", std::move(list));
        value.set("command", wordsValue(result->command));
        return value;
    }

    Value files(const Value &asked)
    {
        const auto result = awaited<std::vector<inside::File>>([&](auto done) { return inside::readFiles(m_streams, containerOf(asked), words(asked["paths"]), m_thread, std::move(done)); });
        if (!result)
            return errorValue(result.error());
        Value list = Value::list();
        for (const inside::File &file : *result) {
            Value each = file.content ? Value::map() : errorValue(file.content.error());
            each.set("path", Value::string(file.path));
            if (file.content)
                each.set("content", bytesValue(*file.content));
            list.items().push_back(std::move(each));
        }
        Value value = Value::map();
        value.set("files", std::move(list));
        return value;
    }

    Value open(const Value &asked)
    {
        kube::ExecWish wish;
        wish.target = containerOf(asked);
        wish.command = words(asked["command"]);
        wish.input = asked["stdin"].asBoolean() ? kube::ExecWish::Input::Stream : kube::ExecWish::Input::None;
        wish.act = asked["attach"].asBoolean() ? kube::ExecWish::Act::Attach : kube::ExecWish::Act::Run;
        if (asked["tty"].isList())
            wish.terminal = sizeOf(asked["tty"]);
        auto &session = m_sessions[asked["name"].text()];
        session = std::make_unique<Session>(m_thread, m_streams, std::move(wish), asked["paused"].asBoolean());
        session->awaitOpen();
        return Value::map();
    }

    Value talk(const std::string &what, const Value &asked)
    {
        Session &session = *m_sessions.at(asked["name"].text());
        Value value = Value::map();
        if (what == "write")
            session.on([&](kube::ExecStream &stream) { stream.write(asked["text"].text()); });
        else if (what == "flood")
            session.flood(static_cast<std::size_t>(asked["size"].asInteger()));
        else if (what == "close")
            session.on([&](kube::ExecStream &stream) {
                if (const auto closed = stream.closeInput(); !closed)
                    value = errorValue(closed.error());
            });
        else if (what == "resize")
            session.on([&](kube::ExecStream &stream) { stream.resize(sizeOf(asked["tty"])); });
        else if (what == "pause" || what == "resume")
            session.on([&](kube::ExecStream &stream) { what == "pause" ? stream.pause() : stream.resume(); });
        else if (what == "await")
            value.set("output", bytesValue(session.await(asked["text"].text(), static_cast<std::size_t>(asked["size"].asInteger()))));
        else if (what == "end")
            return session.end();
        return value;
    }

    http::HttpThread &m_thread;
    const kube::PodStreams &m_streams;
    std::map<std::string, std::unique_ptr<Session>> m_sessions;
};

} // namespace

int main(int count, char **arguments)
{
    kube::KubeConfigPlaces places;
    places.explicitFile = count > 2 ? arguments[2] : "";
    const kube::KubeFiles &files = kube::KubeFiles::system();
    const kube::MergedConfig merged = kube::loadMergedConfig(places, files);
    const kube::ContextChoice choice = kube::chooseContext(merged.config, {}, files);
    if (!choice.selected || !choice.selected->connection)
        return 2;
    cluster::Network::Settings settings;
    settings.trust = kube::ExecTrust::Scope::EverythingNow;
    cluster::Network network(std::move(settings));
    cluster::ClusterConnection connection(network, *choice.selected->connection);
    connection.setAccess(count > 3 && std::strcmp(arguments[3], "--read-only") == 0 ? kube::Access::ReadOnly : kube::Access::ReadWrite);
    Execs execs(network.thread(), connection);
    for (std::string line; std::getline(std::cin, line);) {
        const auto asked = text::parseJson(line);
        std::cout << text::writeJson(asked ? execs.obey(*asked) : errorValue(asked.error())) << std::endl;
    }
}
