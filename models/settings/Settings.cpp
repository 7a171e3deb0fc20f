#include "models/settings/Settings.h"

#include "models/platform/Aside.h"
#include "models/platform/Paths.h"

#include <future>
#include <thread>

namespace settings {

Settings::Settings(base::Executor &consumer, std::string folder, platform::FileCalls &calls) : m_consumer(consumer), m_turn(std::make_shared<std::mutex>())
{
    if (folder.empty())
        return;
    m_file.emplace(folder, calls);
    if (platform::makePrivateFolder(folder)) {
        auto first = platform::ProcessLock::tryLock(platform::joinPath(folder, "first.lock"));
        m_isFirst = first || first.error().kind != base::ErrorKind::Conflict; // a place that cannot be locked is nobody else's
        if (first)
            m_first = std::move(*first);
    }
    FileContent content = m_file->read();
    m_document = std::move(content.document);
    m_trouble = std::move(content.trouble);
}

Settings::~Settings()
{
    m_pause.cancel();
    m_write.cancel();
    m_waiting.merge(m_writing); // what changed last counts
    if (!m_file || m_waiting.empty())
        return;
    std::promise<void> written;
    std::future<void> isWritten = written.get_future();
    std::thread([file = *m_file, changes = std::move(m_waiting), turn = m_turn, written = std::move(written)]() mutable {
        const std::scoped_lock mine(*turn);
        static_cast<void>(file.write(changes));
        written.set_value();
    }).detach();
    isWritten.wait_for(LastWait);
}

void Settings::set(std::string_view section, std::string_view key, text::Value value)
{
    if (m_document.value(section, key) == value)
        return;
    m_document.set(section, key, value);
    if (m_file) {
        m_waiting[{std::string(section), std::string(key)}] = std::move(value);
        if (!m_pause.isRunning() && m_writing.empty())
            m_pause = m_consumer.after(Pause, [this] { write(); });
    }
    Q_EMIT changed(std::string(section), std::string(key));
}

void Settings::clear(std::string_view section)
{
    for (const std::string &key : keys(section))
        set(section, key, text::Value());
}

void Settings::write()
{
    m_writing = std::exchange(m_waiting, {});
    m_write = platform::runAside(m_consumer, [this, file = *m_file, changes = m_writing, turn = m_turn](std::stop_token stopped) -> base::Task {
        const std::scoped_lock mine(*turn);
        if (stopped.stop_requested())
            return {};
        return [this, result = file.write(changes)] { written(result); };
    });
}

void Settings::written(const base::Result<void> &result)
{
    const bool isMoreWaiting = !m_waiting.empty();
    if (!result)
        m_waiting.merge(m_writing); // what changed since then counts
    m_writing.clear();
    setTrouble(result ? std::optional<Trouble>() : Trouble{Trouble::Kind::NotSaved, m_file->path(), result.error().message});
    if (isMoreWaiting)
        m_pause = m_consumer.after(Pause, [this] { write(); });
}

void Settings::setTrouble(std::optional<Trouble> trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = std::move(trouble);
    Q_EMIT troubleChanged();
}

} // namespace settings
