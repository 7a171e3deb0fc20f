#include "models/demo/DemoServer.h"

#include "models/demo/Listener.h"

#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <future>

namespace demo {

namespace {

std::string makeSecret()
{
    constexpr char digits[] = "0123456789abcdef";
    std::string secret;
    for (int i = 0; i < 32; ++i)
        secret += digits[QRandomGenerator::system()->bounded(16)];
    return secret;
}

std::string kubeconfigFor(const std::string &url)
{
    return "apiVersion: v1\nkind: Config\nclusters:\n- name: demo\n  cluster:\n    server: " + url
        + "\nusers:\n- name: demo\n  user: {}\ncontexts:\n- name: demo\n  context:\n    cluster: demo\n    user: "
          "demo\ncurrent-context: demo\n";
}

/// The file is made anew, so that nobody else holds it open.
base::Result<void> writePrivate(const std::string &path, const std::string &text)
{
    QFile::remove(QString::fromStdString(path));
    QFile file(QString::fromStdString(path));
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QByteArray::fromStdString(text)) == qint64(text.size()) && file.flush();
    if (!written)
        return base::makeError(base::ErrorKind::Io, path + ": " + file.errorString().toStdString());
    return {};
}

} // namespace

/// The thread and what runs in it.
class DemoServer::Thread
{
public:
    Thread(const base::Clock &clock, Options options) : m_clock(&clock), m_options(std::move(options)) { }

    ~Thread()
    {
        if (!m_context)
            return;
        run([this] { m_listener.reset(); });
        m_thread.quit();
        m_thread.wait();
        delete m_context;
    }

    base::Result<int> start(const std::string &secret)
    {
        m_context = new QObject;
        m_context->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("demo"));
        m_thread.start();
        base::Result<int> port = base::makeError(base::ErrorKind::Network, "");
        run([&] {
            m_listener = std::make_unique<Listener>(*m_clock, m_options, secret);
            port = m_listener->listen();
        });
        QMetaObject::invokeMethod(m_context, [this] { m_listener->load(); }, Qt::QueuedConnection);
        return port;
    }

    /// Runs the task in the thread and waits for it; nothing before the start.
    template<typename Task>
    void run(Task task)
    {
        if (!m_context)
            return;
        const auto done = std::make_shared<std::promise<void>>();   // whoever waits is gone before set_value() has returned
        QMetaObject::invokeMethod(m_context, [&task, done] {
            task();
            done->set_value();
        }, Qt::QueuedConnection);
        done->get_future().wait();
    }

    Listener &listener() { return *m_listener; }
    const Options &options() const { return m_options; }
    bool isStarted() const { return m_context != nullptr; }

private:
    const base::Clock *m_clock;
    Options m_options;
    QThread m_thread;
    QObject *m_context = nullptr;
    std::unique_ptr<Listener> m_listener;
};

DemoServer::DemoServer(const base::Clock &clock, Options options)
    : m_thread(std::make_unique<Thread>(clock, std::move(options)))
{
}

DemoServer::~DemoServer() = default;

base::Result<Access> DemoServer::start()
{
    if (m_thread->isStarted())
        return base::makeError(base::ErrorKind::Misuse, "the demo cluster runs already");
    const std::string secret = makeSecret();
    const auto port = m_thread->start(secret);
    if (!port)
        return port.error();
    Access access;
    access.url = "http://127.0.0.1:" + std::to_string(*port) + '/' + secret;
    access.token = base::SecretText(secret);
    access.kubeconfig = kubeconfigFor(access.url);
    if (const std::string &file = m_thread->options().kubeconfigFile; !file.empty()) {
        if (const auto written = writePrivate(file, access.kubeconfig); !written)
            return written.error();
    }
    return access;
}

void DemoServer::misbehave(std::vector<Misbehaviour> all)
{
    m_thread->run([&] { m_thread->listener().misbehave(std::move(all)); });
}

void DemoServer::dropConnections()
{
    m_thread->run([this] { m_thread->listener().dropConnections(); });
}

void DemoServer::forgetHistory()
{
    m_thread->run([this] { m_thread->listener().forgetHistory(); });
}

void DemoServer::catchUp()
{
    m_thread->run([this] { m_thread->listener().catchUp(); });
}

int DemoServer::openConnections() const
{
    int count = 0;
    m_thread->run([&] { count = m_thread->listener().openConnections(); });
    return count;
}

} // namespace demo
