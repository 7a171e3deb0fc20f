#include "models/platform/ChildProcess.h"

#include "models/platform/NativePath.h"
#include "models/platform/WindowsNames.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>

#include <windows.h>

namespace platform {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr milliseconds Look{25};

/// A handle that is closed when it goes.
class Handle
{
public:
    Handle() = default;
    explicit Handle(HANDLE handle) : m_handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle) { }
    Handle(Handle &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) { }
    Handle &operator=(Handle &&other) noexcept
    {
        close();
        m_handle = std::exchange(other.m_handle, nullptr);
        return *this;
    }
    ~Handle() { close(); }

    HANDLE get() const { return m_handle; }
    explicit operator bool() const { return m_handle != nullptr; }
    void close()
    {
        if (m_handle)
            ::CloseHandle(std::exchange(m_handle, nullptr));
    }

private:
    HANDLE m_handle = nullptr;
};

std::wstring wide(const std::string &text)
{
    const int length = ::MultiByteToWideChar(CP_UTF8, 0, text.data(), int(text.size()), nullptr, 0);
    std::wstring out(std::size_t(length), L'\0');
    ::MultiByteToWideChar(CP_UTF8, 0, text.data(), int(text.size()), out.data(), length);
    return out;
}

std::string narrow(const std::wstring &text)
{
    const int length = ::WideCharToMultiByte(CP_UTF8, 0, text.data(), int(text.size()), nullptr, 0, nullptr, nullptr);
    std::string out(std::size_t(length), '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, text.data(), int(text.size()), out.data(), length, nullptr, nullptr);
    return out;
}

/// NAME=value, each ended by zero, the whole ended by another; names differ not by case alone.
std::wstring environmentBlock(const std::vector<std::string> &environment)
{
    std::map<std::wstring, std::wstring> entries;
    // Programs find the system's libraries by it: nobody means to go without.
    if (const wchar_t *root = ::_wgetenv(L"SystemRoot"))
        entries[L"SYSTEMROOT"] = L"SystemRoot=" + std::wstring(root);
    for (const std::string &entry : environment) {
        if (entry.empty())
            continue;
        std::wstring name = wide(entry.substr(0, entry.find('=', 1)));
        ::CharUpperW(name.data());
        entries[name] = wide(entry);
    }
    std::wstring block;
    for (const auto &[name, entry] : entries)
        block += entry + L'\0';
    return block + L'\0';
}

/// The calling thread, for others.
Handle thisThread()
{
    HANDLE thread = nullptr;
    ::DuplicateHandle(::GetCurrentProcess(), ::GetCurrentThread(), ::GetCurrentProcess(), &thread, 0, FALSE, DUPLICATE_SAME_ACCESS);
    return Handle(thread);
}

/// Reads one pipe on a thread of its own until it ends or too much came.
class Reader
{
public:
    void start(Handle pipe, std::size_t limit, bool keepLast)
    {
        m_pipe = std::move(pipe);
        m_thread = std::thread([this, limit, keepLast] { read(limit, keepLast); });
    }
    ~Reader() { finish(); }

    bool isTooMuch() const { return m_tooMuch; }
    bool hasEnded() const { return m_ended; }

    /// A grandchild may keep the pipe open: what it still writes is not waited for.
    std::string finish()
    {
        if (m_thread.joinable()) {
            while (!m_ended) {
                interrupt();
                ::Sleep(1);
            }
            m_thread.join();
        }
        return std::move(m_bytes);
    }

private:
    void interrupt()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_reading)
            ::CancelSynchronousIo(m_reading.get());
    }
    void setReading(Handle thread)
    {
        const std::scoped_lock lock(m_mutex);
        m_reading = std::move(thread);
    }
    void read(std::size_t limit, bool keepLast)
    {
        setReading(thisThread());
        char chunk[16384];
        DWORD count = 0;
        while (!m_tooMuch && ::ReadFile(m_pipe.get(), chunk, sizeof chunk, &count, nullptr) && count > 0) {
            m_bytes.append(chunk, count);
            if (m_bytes.size() > limit && keepLast)
                m_bytes.erase(0, m_bytes.size() - limit);
            else if (m_bytes.size() > limit)
                m_tooMuch = true;
        }
        if (m_tooMuch)
            m_bytes.resize(limit);
        m_ended = true;
    }

    Handle m_pipe;
    std::mutex m_mutex;
    Handle m_reading;       ///< the thread that reads, as the system names it
    std::thread m_thread;
    std::string m_bytes;
    std::atomic<bool> m_tooMuch = false;
    std::atomic<bool> m_ended = false;
};

struct PipeEnds
{
    Handle ours;
    Handle theirs;

    bool open()
    {
        SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
        HANDLE readEnd = nullptr, writeEnd = nullptr;
        if (!::CreatePipe(&readEnd, &writeEnd, &inherited, 0))
            return false;
        ours = Handle(readEnd);
        theirs = Handle(writeEnd);
        return ::SetHandleInformation(ours.get(), HANDLE_FLAG_INHERIT, 0);
    }
};

void setEnding(HANDLE group, DWORD flags)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = flags;
    ::SetInformationJobObject(group, JobObjectExtendedLimitInformation, &limits, sizeof limits);
}

/// A job object: ending it ends the child and every grandchild, and so does the end of this program.
Handle makeGroup()
{
    Handle group(::CreateJobObjectW(nullptr, nullptr));
    if (group)
        setEnding(group.get(), JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE);
    return group;
}

/// A child that ended by itself may leave programs behind, as an agent that keeps credentials.
void letGo(HANDLE group)
{
    setEnding(group, 0);
}

/// Only these three handles go to the child, whatever else of ours could be inherited.
class StartupInfo
{
public:
    StartupInfo(HANDLE input, HANDLE output, HANDLE errors) : m_inherited{input, output, errors}
    {
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_memory.resize(size);
        m_info.lpAttributeList = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_memory.data());
        m_good = ::InitializeProcThreadAttributeList(m_info.lpAttributeList, 1, 0, &size)
            && ::UpdateProcThreadAttribute(m_info.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_inherited,
                                           sizeof m_inherited, nullptr, nullptr);
        m_info.StartupInfo.cb = sizeof m_info;
        m_info.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
        m_info.StartupInfo.hStdInput = input;
        m_info.StartupInfo.hStdOutput = output;
        m_info.StartupInfo.hStdError = errors;
    }
    StartupInfo(const StartupInfo &) = delete;
    StartupInfo &operator=(const StartupInfo &) = delete;
    ~StartupInfo()
    {
        if (m_good)
            ::DeleteProcThreadAttributeList(m_info.lpAttributeList);
    }

    bool isGood() const { return m_good; }
    STARTUPINFOW *get() { return &m_info.StartupInfo; }

private:
    HANDLE m_inherited[3];
    std::vector<char> m_memory;
    STARTUPINFOEXW m_info{};
    bool m_good = false;
};

ChildOutcome notStarted(DWORD code)
{
    ChildOutcome outcome;
    outcome.end = ChildOutcome::End::NotStarted;
    const std::error_code error(int(code), std::system_category());
    outcome.code = error.default_error_condition().value();
    outcome.reason = systemMessage(int(code));
    return outcome;
}

ChildOutcome notStarted(std::string reason)
{
    ChildOutcome outcome;
    outcome.end = ChildOutcome::End::NotStarted;
    outcome.code = EINVAL;
    outcome.reason = std::move(reason);
    return outcome;
}

struct Started
{
    Handle process;
    Handle group;
};

DWORD start(const ChildCommand &command, HANDLE output, HANDLE errors, Started &started)
{
    SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    const Handle empty(::CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, nullptr));
    StartupInfo info(empty.get(), output, errors);
    started.group = makeGroup();
    if (!empty || !info.isGood() || !started.group)
        return ::GetLastError();
    std::wstring line = wide(windowsnames::commandLine(windowsnames::plain(command.program), command.arguments));
    std::wstring environment = environmentBlock(command.environment);
    const DWORD flags = CREATE_NO_WINDOW | CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT
        | CREATE_NEW_PROCESS_GROUP;
    PROCESS_INFORMATION made{};
    if (!::CreateProcessW(nativePath(command.program).c_str(), line.data(), nullptr, nullptr, TRUE, flags, environment.data(), nullptr,
                          info.get(), &made))
        return ::GetLastError();
    started.process = Handle(made.hProcess);
    const Handle thread(made.hThread);
    // Assigned before its first instruction, so that no grandchild escapes.
    if (!::AssignProcessToJobObject(started.group.get(), made.hProcess)) {
        const DWORD code = ::GetLastError();
        ::TerminateProcess(made.hProcess, 1);
        return code;
    }
    ::ResumeThread(thread.get());
    return ERROR_SUCCESS;
}

ChildOutcome::End waitForEnd(const ChildCommand &command, const std::stop_token &stop, const Started &started, const Reader &output)
{
    const auto deadline = SteadyClock::now() + command.limit;
    for (;;) {
        if (output.isTooMuch())
            return ChildOutcome::End::TooMuchOutput;
        if (stop.stop_requested())
            return ChildOutcome::End::Cancelled;
        if (SteadyClock::now() >= deadline)
            return ChildOutcome::End::TimedOut;
        if (::WaitForSingleObject(started.process.get(), DWORD(Look.count())) == WAIT_OBJECT_0)
            return ChildOutcome::End::Exited;
    }
}

} // namespace

ChildOutcome runChild(const ChildCommand &command, const std::stop_token &stop)
{
    // cmd.exe reads the arguments of a batch file by rules of its own that no quoting can make safe.
    if (std::string problem = windowsnames::batchProblem(command.program, command.arguments); !problem.empty())
        return notStarted(std::move(problem));
    PipeEnds output, errors;
    if (!output.open() || !errors.open())
        return notStarted(::GetLastError());
    Started started;
    if (const DWORD code = start(command, output.theirs.get(), errors.theirs.get(), started); code != ERROR_SUCCESS)
        return notStarted(code);
    output.theirs.close();
    errors.theirs.close();
    Reader outputReader, errorReader;
    outputReader.start(std::move(output.ours), command.outputLimit, false);
    errorReader.start(std::move(errors.ours), command.errorLimit, true);
    ChildOutcome outcome;
    outcome.end = waitForEnd(command, stop, started, outputReader);
    if (outcome.end == ChildOutcome::End::Exited)
        letGo(started.group.get());
    else
        ::TerminateJobObject(started.group.get(), 1);
    ::WaitForSingleObject(started.process.get(), INFINITE);
    // What the child wrote before its end is in the pipe; a grandchild's words are given a moment, not more.
    for (int i = 0; i < 10 && !(outputReader.hasEnded() && errorReader.hasEnded()); ++i)
        ::Sleep(10);
    outcome.output = outputReader.finish();
    outcome.errorOutput = errorReader.finish();
    if (outputReader.isTooMuch())
        outcome.end = ChildOutcome::End::TooMuchOutput;
    DWORD code = 0;
    ::GetExitCodeProcess(started.process.get(), &code);
    outcome.code = int(code);
    return outcome;
}

std::vector<std::string> currentEnvironment()
{
    std::vector<std::string> list;
    wchar_t *const block = ::GetEnvironmentStringsW();
    for (const wchar_t *entry = block; entry && *entry; entry += std::wstring_view(entry).size() + 1)
        list.push_back(narrow(entry));
    if (block)
        ::FreeEnvironmentStringsW(block);
    return list;
}

/// What may be run is told by the end of the name.
bool isExecutable(const std::string &path)
{
    const DWORD attributes = ::GetFileAttributesW(nativePath(path).c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES || (attributes & FILE_ATTRIBUTE_DIRECTORY))
        return false;
    return windowsnames::hasEnding(path, programEndings(currentEnvironment()));
}

} // namespace platform
