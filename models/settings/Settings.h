#pragma once

#include "models/base/Executor.h"
#include "models/platform/ProcessLock.h"
#include "models/settings/SettingsFile.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <optional>

namespace settings {

/// What the program remembers between starts. A change is known at once and written within a second, aside; what could not be
/// written stays in memory and is tried again with the next change and at the end. GUI thread.
class Settings final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Pause{500};      ///< in which changes gather
    static constexpr std::chrono::seconds LastWait{3};          ///< for a disk that does not answer, at the end

    /// Reads the folder's file; an empty folder remembers nothing beyond this object. The consumer, the GUI thread's, outlives it.
    explicit Settings(base::Executor &consumer, std::string folder = {}, platform::FileCalls &calls = platform::FileCalls::system());
    /// Writes what was not written yet.
    ~Settings() override;

    /// Whether this is the first program that uses the folder now: it alone should restore what was open, and remember it.
    bool isFirst() const { return m_isFirst; }

    /// Null when nothing is remembered. What a file says may be anything: whoever reads takes a wrong type for nothing.
    const text::Value &value(std::string_view section, std::string_view key) const { return m_document.value(section, key); }
    std::vector<std::string> keys(std::string_view section) const { return m_document.keys(section); }
    /// Null forgets.
    void set(std::string_view section, std::string_view key, text::Value value);
    /// Forgets all keys of a section.
    void clear(std::string_view section);

    /// Of the file; empty when there is none.
    std::string path() const { return m_file ? m_file->path() : std::string(); }
    /// What is wrong now.
    const std::optional<Trouble> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed(const std::string &section, const std::string &key);
    void troubleChanged();

private:
    void write();
    void written(const base::Result<void> &result);
    void setTrouble(std::optional<Trouble> trouble);

    base::Executor &m_consumer;
    std::optional<platform::ProcessLock> m_first;   ///< held by the first one
    bool m_isFirst = true;
    std::optional<SettingsFile> m_file;
    Document m_document;
    Changes m_waiting;          ///< not yet being written
    Changes m_writing;
    base::Job m_pause;
    base::Job m_write;
    std::shared_ptr<std::mutex> m_turn;     ///< held while the file is written: a newer content never comes before an older one
    std::optional<Trouble> m_trouble;
};

} // namespace settings
