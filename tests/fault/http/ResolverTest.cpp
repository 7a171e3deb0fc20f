#include "tests/fault/http/Exchange.h"
#include "tests/support/FaultServer.h"

#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <atomic>
#include <cstring>
#include <fstream>
#include <map>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using base::ErrorKind;
using fault::Exchange;
using fault::get;
using support::FaultServer;
using support::Script;
using namespace std::chrono_literals;

namespace {

/// A name server at 127.0.0.1:53 that says what a test wants of each name: an address, a refusal, or nothing at all.
class NameServer
{
public:
    enum class Refusal : unsigned char { ServerFailure = 2, NoSuchName = 3 };

    NameServer() : m_socket(::socket(AF_INET, SOCK_DGRAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(53);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isListening = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        m_thread = std::thread([this] { serve(); });
    }
    ~NameServer()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }

    bool isListening() const { return m_isListening; }
    void setAddress(const std::string &address) { m_address = ::inet_addr(address.c_str()); }
    int questions() const { return m_questions; }

private:
    /// "silent..." gets no answer, "broken..." a failure, "absent..." no such name; every other name has the address, and none of IPv6.
    std::string answerTo(const std::string &question) const
    {
        const std::string label = question.substr(13, static_cast<unsigned char>(question[12]));
        if (label.starts_with("silent"))
            return {};
        std::size_t end = 12;
        while (question[end] != 0)
            end += static_cast<unsigned char>(question[end]) + 1u;
        const bool wantsIpv4 = question[end + 2] == 1;
        std::string answer = question.substr(0, end + 5);
        const auto code = label.starts_with("broken") ? Refusal::ServerFailure : Refusal::NoSuchName;
        const bool isRefused = label.starts_with("broken") || label.starts_with("absent");
        const char count = !isRefused && wantsIpv4 ? 1 : 0;
        answer.replace(2, 10, std::string{'\x81', static_cast<char>(0x80 | (isRefused ? static_cast<int>(code) : 0)), 0, 1, 0, count, 0, 0, 0, 0});
        if (count == 0)
            return answer;
        answer += std::string("\xC0\x0C\0\x01\0\x01\0\0\0\0\0\x04", 12);    // this name, its A record, for no time at all
        const in_addr_t address = m_address;
        return answer.append(reinterpret_cast<const char *>(&address), sizeof address);
    }

    void serve()
    {
        std::string bytes(512, '\0');
        sockaddr_in from{};
        socklen_t size = sizeof from;
        for (ssize_t got; (got = ::recvfrom(m_socket, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr *>(&from), &size)) > 0;) {
            ++m_questions;
            if (const std::string answer = answerTo(bytes.substr(0, static_cast<std::size_t>(got))); !answer.empty())
                ::sendto(m_socket, answer.data(), answer.size(), 0, reinterpret_cast<const sockaddr *>(&from), size);
        }
    }

    int m_socket;
    bool m_isListening = false;
    std::atomic<in_addr_t> m_address{0};
    std::atomic<int> m_questions{0};
    std::thread m_thread;
};

/// Lets this program alone see another file in the place of that one.
bool replace(const char *path, const std::string &text, const QTemporaryDir &folder)
{
    const std::string file = folder.filePath(QFileInfo(QLatin1String(path)).fileName()).toStdString();
    std::ofstream(file) << text;
    return ::mount(file.c_str(), path, nullptr, MS_BIND, nullptr) == 0;
}

/// A network of this program's own, where nothing is but 127.0.0.0/8.
bool enterOwnNetwork()
{
    if (::unshare(CLONE_NEWNS | CLONE_NEWNET) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return false;
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    ifreq loopback{};
    std::strcpy(loopback.ifr_name, "lo");
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool isUp = ::ioctl(socket, SIOCSIFFLAGS, &loopback) == 0;
    ::close(socket);
    return isUp;
}

} // namespace

/// Names whose server refuses, fails, keeps silent or changes its mind.
class ResolverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void whatTheNameServerRefusesIsNamed_data();
    void whatTheNameServerRefusesIsNamed();
    void aProxyThatCannotBeFoundIsNamed();
    void aSilentNameServerEndsInATimeoutOfTheLookup();
    void aSilentNameServerHoldsNobodyElseUp();
    void aNewConnectionGoesWhereTheNameLeadsNow();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<NameServer> m_names;
};

void ResolverTest::initTestCase()
{
    if (!enterOwnNetwork())
        QSKIP("a network of its own needs root");
    QVERIFY(replace("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:30 attempts:1\n", m_folder));
    QVERIFY(replace("/etc/nsswitch.conf", "hosts: files dns\n", m_folder));
    m_names = std::make_unique<NameServer>();
    QVERIFY(m_names->isListening());
}

void ResolverTest::whatTheNameServerRefusesIsNamed_data()
{
    QTest::addColumn<std::string>("host");
    QTest::newRow("NXDOMAIN") << std::string("absent.cluster.example");
    QTest::newRow("SERVFAIL") << std::string("broken.cluster.example");
}

void ResolverTest::whatTheNameServerRefusesIsNamed()
{
    QFETCH(std::string, host);
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get("https://" + host + ":6443/version"));
    QVERIFY(exchange->wait());
    const base::Error error = exchange->error();
    QCOMPARE(error.kind, ErrorKind::Network);
    QCOMPARE(error.reason, std::string("no-address"));
    QVERIFY2(error.message.starts_with("cannot look up the address of " + host), error.message.c_str());
}

void ResolverTest::aProxyThatCannotBeFoundIsNamed()
{
    http::Connection connection;
    connection.proxy = "http://user:canary@absent-proxy.example:3128";
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get("https://cluster.example.com:6443/api", connection));
    QVERIFY(exchange->wait());
    const std::string message = exchange->error().message;
    QVERIFY2(message.find("absent-proxy.example") != std::string::npos && message.find("canary") == std::string::npos, message.c_str());
}

void ResolverTest::aSilentNameServerEndsInATimeoutOfTheLookup()
{
    http::HttpSettings settings = fault::settings();
    settings.connectTimeout = 200ms;
    http::HttpThread thread(settings);
    Exchange exchange(thread, get("https://silent.cluster.example:6443/version"));
    QVERIFY(exchange->wait());      // for less long than the silence lasts
    const base::Error error = exchange->error();
    QCOMPARE(error.kind, ErrorKind::Timeout);
    QVERIFY2(error.message.starts_with("timed out while looking up the address of silent.cluster.example"), error.message.c_str());
}

void ResolverTest::aSilentNameServerHoldsNobodyElseUp()
{
    FaultServer server;
    server.answer("/version", Script::answer(200, "{}"));
    http::HttpSettings settings = fault::settings();
    settings.connectTimeout = 200ms;
    http::HttpThread thread(settings);
    Exchange silent(thread, get("https://silent.cluster.example:6443/version"));
    QTRY_VERIFY(m_names->questions() > 0);
    Exchange meanwhile(thread, get(server.url("/version")));
    QVERIFY(meanwhile->wait() && meanwhile->succeeded());
    QVERIFY(silent->wait());
    Exchange afterwards(thread, get(server.url("/version")));
    QVERIFY(afterwards->wait() && afterwards->succeeded());
    Exchange letGo(thread, get("https://silent2.cluster.example:6443/version"));
    letGo.letGo();
    Exchange last(thread, get(server.url("/version")));
    QVERIFY(last->wait() && last->succeeded());
}

void ResolverTest::aNewConnectionGoesWhereTheNameLeadsNow()
{
    FaultServer server;
    server.answer("/version", Script::answer(200, "{}"));
    http::HttpThread thread(fault::settings());
    const std::string url = "http://moving.cluster.example:" + std::to_string(server.port()) + "/version";
    m_names->setAddress("127.0.0.9");
    Exchange gone(thread, get(url));
    QVERIFY(gone->wait());
    QCOMPARE(gone->error().reason, std::string("connection-refused"));
    m_names->setAddress("127.0.0.1");
    Exchange moved(thread, get(url));
    QVERIFY(moved->wait());
    QVERIFY2(moved->succeeded(), moved->error().message.c_str());
}

QTEST_APPLESS_MAIN(ResolverTest)
#include "ResolverTest.moc"
