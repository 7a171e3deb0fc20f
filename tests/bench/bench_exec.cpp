// What a command in a container costs beside the least there can be: from the wish to the first byte of its output, each over a new TLS
// connection to the same server, ours and a bare client's in turn. exec.py makes the pod and compares the whole act with kubectl's.
// bench_exec KUBECONFIG NAMESPACE POD CONTAINER              five runs of ten each; exit code 1 when the bar is missed
// bench_exec KUBECONFIG NAMESPACE POD CONTAINER COMMAND...   runs it once and prints what it prints

#include "models/cluster/ClusterConnection.h"
#include "models/http/Url.h"
#include "models/kube/ContextSelection.h"
#include "models/kube/ExecCommand.h"
#include "models/kube/KubeConfigLoader.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>

namespace {

using Clock = std::chrono::steady_clock;

constexpr double Bar = 1.3;
constexpr int Runs = 5;
constexpr int Times = 10;

double since(Clock::time_point begin) { return std::chrono::duration<double, std::milli>(Clock::now() - begin).count(); }

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

[[noreturn]] void give(const std::string &why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(2);
}

/// Ours, until the first byte.
class FirstByte final : public kube::ExecReceiver
{
public:
    double measure(cluster::Network &network, const kube::PodStreams &streams, const kube::ExecWish &wish)
    {
        const auto begin = Clock::now();
        network.thread().post([&] { m_stream = std::make_unique<kube::ExecStream>(streams.core(), wish, *this); });
        m_first.get_future().wait();
        const double took = since(begin);
        cluster::runOn(network.thread(), [this] { m_stream.reset(); });
        return took;
    }

private:
    void output(kube::ExecOutput, std::string_view) override
    {
        if (!std::exchange(m_hasCome, true))
            m_first.set_value();
    }
    void ended(const base::Result<int> &exitCode) override
    {
        if (!m_hasCome)
            give(exitCode ? "it ended without a word" : exitCode.error().message);
    }

    bool m_hasCome = false;
    std::promise<void> m_first;
    std::unique_ptr<kube::ExecStream> m_stream;
};

/// A WebSocket by hand: nothing is looked at but what must be.
class BareClient
{
public:
    explicit BareClient(const kube::ConnectionSettings &settings) : m_url(*http::parseUrl(settings.server)), m_token(settings.token.reveal()), m_context(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
        if (!settings.authorityFile.empty())
            SSL_CTX_load_verify_locations(m_context, settings.authorityFile.c_str(), nullptr);
        BIO *pem = BIO_new_mem_buf(settings.authorityPem.data(), static_cast<int>(settings.authorityPem.size()));
        while (X509 *certificate = settings.authorityPem.empty() ? nullptr : PEM_read_bio_X509(pem, nullptr, nullptr, nullptr)) {
            X509_STORE_add_cert(SSL_CTX_get_cert_store(m_context), certificate);
            X509_free(certificate);
        }
        BIO_free(pem);
    }
    ~BareClient() { SSL_CTX_free(m_context); }
    BareClient(const BareClient &) = delete;
    BareClient &operator=(const BareClient &) = delete;

    double measure(const std::string &path) const
    {
        const auto begin = Clock::now();
        const int descriptor = dial();
        SSL *ssl = SSL_new(m_context);
        SSL_set_fd(ssl, descriptor);
        if (SSL_connect(ssl) != 1)
            give("no TLS with the server");
        const std::string request = "GET " + path + " HTTP/1.1\r\nHost: " + m_url.host + "\r\nAuthorization: Bearer " + m_token
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: v5.channel.k8s.io\r\n\r\n";
        SSL_write(ssl, request.data(), static_cast<int>(request.size()));
        awaitOutput(ssl);
        const double took = since(begin);
        SSL_free(ssl);
        close(descriptor);
        return took;
    }

private:
    int dial() const
    {
        addrinfo *found = nullptr;
        if (getaddrinfo(m_url.host.c_str(), std::to_string(m_url.port).c_str(), nullptr, &found) != 0)
            give("no address");
        const int descriptor = socket(found->ai_family, SOCK_STREAM, 0);
        const int one = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (connect(descriptor, found->ai_addr, found->ai_addrlen) != 0)
            give("no connection");
        freeaddrinfo(found);
        return descriptor;
    }

    /// The first frame of more than a channel's number is output.
    static void awaitOutput(SSL *ssl)
    {
        std::string text;
        char buffer[16 * 1024];
        for (std::size_t at = std::string::npos; at == std::string::npos || !hasOutput(std::string_view(text).substr(at + 4)); at = text.find("\r\n\r\n")) {
            const int size = SSL_read(ssl, buffer, sizeof buffer);
            if (size <= 0)
                give("the server ended: " + text);
            text.append(buffer, static_cast<std::size_t>(size));
        }
    }
    static bool hasOutput(std::string_view frames)
    {
        while (frames.size() > 3) {
            const auto size = static_cast<std::uint8_t>(frames[1]);
            if (size > 1)
                return frames[2] == 1;
            frames.remove_prefix(2U + size);
        }
        return false;
    }

    http::Url m_url;
    std::string m_token;
    SSL_CTX *m_context;
};

int runOnce(cluster::Network &network, const kube::PodStreams &streams, kube::ExecWish wish)
{
    std::promise<base::Result<kube::CommandResult>> promise;
    const base::Job job = kube::runCommand(streams, std::move(wish), {}, network.thread(), [&](base::Result<kube::CommandResult> result) { promise.set_value(std::move(result)); });
    const auto result = promise.get_future().get();
    if (!result)
        give(result.error().message);
    std::fwrite(result->output.data(), 1, result->output.size(), stdout);
    return result->exitCode;
}

int compare(cluster::Network &network, const kube::PodStreams &streams, const kube::ConnectionSettings &settings, kube::ExecWish wish)
{
    wish.command = {"echo", "x"};
    const BareClient bare(settings);
    const std::string path = "/api/v1/namespaces/" + wish.target.namespaceName + "/pods/" + wish.target.podName + "/exec?container=" + wish.target.container
        + "&command=echo&command=x&stdin=false&stdout=true&stderr=true&tty=false";
    FirstByte().measure(network, streams, wish);    // files are read, addresses are known
    bare.measure(path);
    std::vector<double> ratios;
    for (int run = 0; run < Runs; ++run) {
        std::vector<double> ours, theirs;
        for (int i = 0; i < Times; ++i) {
            ours.push_back(FirstByte().measure(network, streams, wish));
            theirs.push_back(bare.measure(path));
        }
        ratios.push_back(medianOf(ours) / medianOf(theirs));
        std::printf("run %d: first byte after %.1f ms, a bare client's after %.1f ms: %.2fx\n", run + 1, medianOf(ours), medianOf(theirs), ratios.back());
    }
    const double ratio = medianOf(ratios);
    std::printf("exec request to first byte: %.2fx a bare WebSocket client (bar %.1f) %s\n", ratio, Bar, ratio <= Bar ? "met" : "MISSED");
    return ratio <= Bar ? 0 : 1;
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 5)
        return 2;
    kube::KubeConfigPlaces places;
    places.explicitFile = arguments[1];
    const kube::KubeFiles &files = kube::KubeFiles::system();
    const kube::MergedConfig merged = kube::loadMergedConfig(places, files);
    const kube::ContextChoice choice = kube::chooseContext(merged.config, {}, files);
    if (!choice.selected || !choice.selected->connection)
        return 2;
    cluster::Network network({});
    cluster::ClusterConnection connection(network, *choice.selected->connection);
    kube::ExecWish wish;
    wish.target = {arguments[2], arguments[3], arguments[4]};
    wish.command.assign(arguments + 5, arguments + count);
    return wish.command.empty() ? compare(network, connection.streams(), connection.settings(), wish) : runOnce(network, connection.streams(), wish);
}
