#pragma once

#include <QObject>

#include <chrono>
#include <fstream>
#include <string>
#include <string_view>

namespace base {

/// What a milestone was about; empty and 0 where nothing fits.
struct Milestone
{
    std::string_view event;
    std::string context;
    std::string kind;
    std::int64_t rows = 0;
};

/// Appends one JSON line per milestone to the file that WHEELHOUSE_TRACE names; without it does nothing. GUI thread.
class Trace final : public QObject
{
    Q_OBJECT

public:
    static Trace &instance();

    bool isOn() const { return m_file.is_open(); }
    void mark(const Milestone &milestone);
    /// Of something that happened when the process was that old.
    void markAt(std::chrono::duration<double, std::milli> age, const Milestone &milestone);
    /// From now on marks every turn of the event loop that takes longer than a frame.
    void watchStalls();

    static constexpr std::chrono::duration<double, std::milli> Frame{16.7};

private:
    Trace();
    void write(std::chrono::duration<double, std::milli> age, const Milestone &milestone, const std::string &more);

    std::ofstream m_file;
    std::chrono::steady_clock::time_point m_awake{};
};

} // namespace base
