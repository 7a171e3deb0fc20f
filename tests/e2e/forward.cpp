// forward --kubeconfig FILE: port-forwards as the program has them, with requests of its own HTTP client through them. It obeys the lines of
// its standard input; each answer is some lines and then "end":
//   open NAME NAMESPACE POD PORT       close NAME
//   get NAME PATH                      STATUS SIZE SHA256 of the answer, or: error KIND MESSAGE
//   put NAME PATH SIZE                 the same of an answer to a POST of that many bytes, then the SHA256 of what was sent
//   parallel NAME PATH COUNT           the line of get for each of that many requests at once
//   many NAMESPACE POD PORT COUNT      how many forwards of that many gave an answer at "/one", all open at once
//   begin NAME PATH                    says "begun" when the first bytes came, and await its line of get
//   await
//   links NAME                         connections into the pod, WebSockets to the server
//   descriptors                        how many this process has open
//   quit

#include "models/cluster/ClusterConnection.h"
#include "models/kube/ContextSelection.h"
#include "models/kube/KubeConfigLoader.h"
#include "models/kube/PortForwardStream.h"

#include <QCryptographicHash>

#include <array>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <future>
#include <iostream>
#include <map>
#include <mutex>
#include <sstream>

namespace {

using Lines = std::vector<std::string>;

std::string errorName(base::ErrorKind kind)
{
    constexpr std::array<const char *, 18> names{"Misuse", "BadInput", "NotFound", "Unauthorized", "Forbidden", "Conflict", "Gone", "Invalid", "Throttled",
        "Timeout", "Network", "Tls", "TooLarge", "Cancelled", "Untrusted", "Io", "Unsupported", "Server"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string digest(const std::string &bytes)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256).toHex().toStdString();
}

/// What came, told once it is whole.
class Answer final : public http::Receiver
{
public:
    void head(const http::ResponseHead &head) override { m_status = head.status; }
    void bytes(std::string_view chunk) override
    {
        if (m_body.empty())
            m_begun.set_value();
        m_body += chunk;
    }
    void done(const base::Result<void> &result) override
    {
        if (m_body.empty())
            m_begun.set_value();
        m_done.set_value(result ? std::to_string(m_status) + ' ' + std::to_string(m_body.size()) + ' ' + digest(m_body)
                                : "error " + errorName(result.error().kind) + ' ' + result.error().message);
    }
    void awaitBegin() { m_begun.get_future().wait(); }
    std::string line() { return m_done.get_future().get(); }

private:
    int m_status = 0;
    std::string m_body;
    std::promise<void> m_begun;
    std::promise<std::string> m_done;
};

struct Exchange
{
    std::shared_ptr<Answer> answer = std::make_shared<Answer>();
    base::Job job;
};

class Forwards
{
public:
    Forwards(http::HttpThread &thread, cluster::ClusterConnection &connection) : m_thread(thread), m_connection(connection) { }

    Lines obey(const Lines &words)
    {
        const auto word = [&words](std::size_t i) { return i < words.size() ? words[i] : std::string(); };
        if (word(0) == "open")
            return open(word(1), {word(2), word(3), std::stoi(word(4))});
        if (word(0) == "close")
            return {m_forwards.erase(word(1)) ? "closed" : "none"};
        if (word(0) == "get")
            return {begin(word(1), word(2)).answer->line()};
        if (word(0) == "put")
            return put(word(1), word(2), std::stoul(word(3)));
        if (word(0) == "parallel")
            return parallel(word(1), word(2), std::stoi(word(3)));
        if (word(0) == "many")
            return many({word(1), word(2), std::stoi(word(3))}, std::stoi(word(4)));
        if (word(0) == "begin")
            return beginAndWait(word(1), word(2));
        if (word(0) == "await")
            return {m_running.answer->line()};
        if (word(0) == "links")
            return links(word(1));
        if (word(0) == "descriptors")
            return {std::to_string(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}) - 1)};
        return {"what?"};
    }

private:
    Lines open(const std::string &name, const kube::PodPort &target)
    {
        m_forwards[name] = std::make_unique<kube::PortForwardStream>(m_connection.streams(), target);
        return {"open"};
    }

    Exchange begin(const std::string &name, const std::string &path, std::string body = {})
    {
        http::Request request;
        request.method = body.empty() ? http::Method::Get : http::Method::Post;
        request.url = "http://pod.example" + path;
        request.body = std::move(body);
        request.deadline = std::chrono::seconds(100);
        http::Connection connection;
        connection.proxy = m_forwards.at(name)->proxy();
        request.connection = std::make_shared<http::Connection>(std::move(connection));
        Exchange exchange;
        exchange.job = m_thread.send(std::move(request), exchange.answer);
        return exchange;
    }

    Lines put(const std::string &name, const std::string &path, std::size_t size)
    {
        std::string body(size, '\0');
        for (std::size_t i = 0; i < size; ++i)
            body[i] = static_cast<char>((i * 131 + i / 251) % 253);
        const std::string sent = digest(body);
        return {begin(name, path, std::move(body)).answer->line(), sent};
    }

    Lines parallel(const std::string &name, const std::string &path, int count)
    {
        std::vector<Exchange> exchanges;
        for (int i = 0; i < count; ++i)
            exchanges.push_back(begin(name, path));
        Lines lines;
        for (const Exchange &exchange : exchanges)
            lines.push_back(exchange.answer->line());
        return lines;
    }

    Lines many(const kube::PodPort &target, int count)
    {
        std::vector<Exchange> exchanges;
        for (int i = 0; i < count; ++i) {
            open("many-" + std::to_string(i), target);
            exchanges.push_back(begin("many-" + std::to_string(i), "/one"));
        }
        int good = 0;
        std::string other;
        for (const Exchange &exchange : exchanges) {
            const std::string line = exchange.answer->line();
            if (line.compare(0, 4, "200 ") == 0)
                ++good;
            else
                other = line;
        }
        std::erase_if(m_forwards, [](const auto &entry) { return entry.first.compare(0, 5, "many-") == 0; });
        return {std::to_string(good), other};
    }

    Lines beginAndWait(const std::string &name, const std::string &path)
    {
        m_running = begin(name, path);
        m_running.answer->awaitBegin();
        return {"begun"};
    }

    Lines links(const std::string &name)
    {
        kube::PortForwardStream::Counters counters;
        cluster::runOn(m_thread, [&] { counters = m_forwards.at(name)->counters(); });
        return {std::to_string(counters.connections) + ' ' + std::to_string(counters.links)};
    }

    http::HttpThread &m_thread;
    cluster::ClusterConnection &m_connection;
    std::map<std::string, std::unique_ptr<kube::PortForwardStream>> m_forwards;
    Exchange m_running;
};

Lines wordsOf(const std::string &line)
{
    Lines words;
    std::istringstream stream(line);
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

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
    Forwards forwards(network.thread(), connection);
    for (std::string line; std::getline(std::cin, line) && line != "quit";) {
        for (const std::string &each : forwards.obey(wordsOf(line)))
            std::cout << each << '\n';
        std::cout << "end" << std::endl;
    }
}
