#include "models/platform/ChildProcess.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <map>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

extern char **environ;

namespace platform {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr milliseconds Look{25};            ///< how often the child and the stop token are looked at
constexpr milliseconds LookForEnd{5};       ///< the same once both pipes are closed
constexpr milliseconds KillAfter{2000};     ///< between SIGTERM and SIGKILL

/// The two ends of a pipe, closed when it goes.
struct Pipe
{
    int readEnd = -1;
    int writeEnd = -1;

    Pipe() = default;
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    ~Pipe() { closeRead(); closeWrite(); }

    bool open()
    {
        int ends[2];
#ifdef __linux__
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return false;
#else
        if (::pipe(ends) != 0)
            return false;
        ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        ::fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
        readEnd = ends[0];
        writeEnd = ends[1];
        return true;
    }
    void closeRead() { closeEnd(readEnd); }
    void closeWrite() { closeEnd(writeEnd); }

private:
    static void closeEnd(int &end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
};

/// A list of C strings ending in null, made before fork: after it nothing may be allocated.
class StringList
{
public:
    explicit StringList(std::vector<std::string> strings) : m_strings(std::move(strings))
    {
        for (std::string &string : m_strings)
            m_pointers.push_back(string.data());
        m_pointers.push_back(nullptr);
    }
    char *const *get() const { return m_pointers.data(); }

private:
    std::vector<std::string> m_strings;
    std::vector<char *> m_pointers;
};

std::vector<std::string> lastOfEachName(const std::vector<std::string> &environment)
{
    std::map<std::string, std::string> entries;
    for (const std::string &entry : environment)
        entries[entry.substr(0, entry.find('='))] = entry;
    std::vector<std::string> list;
    for (auto &[name, entry] : entries)
        list.push_back(std::move(entry));
    return list;
}

/// What the child does between fork and exec: only calls that POSIX allows there.
struct ChildSide
{
    const char *program;
    char *const *arguments;
    char *const *environment;
    int input, output, errors, report;
    int highestDescriptor;

    [[noreturn]] void become() const
    {
        ::setsid();
#ifdef __linux__
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
        resetSignals();
        if (::dup2(input, 0) >= 0 && ::dup2(output, 1) >= 0 && ::dup2(errors, 2) >= 0) {
            closeTheRest();
            ::execve(program, arguments, environment);
        }
        const int code = errno;
        [[maybe_unused]] const ssize_t told = ::write(report, &code, sizeof code);
        ::_exit(127);
    }

private:
    static void resetSignals()
    {
        struct sigaction standard{};
        standard.sa_handler = SIG_DFL;
        for (int number = 1; number < 32; ++number)
            ::sigaction(number, &standard, nullptr);
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
    }

    // Libraries do not always open their files with O_CLOEXEC; a plugin gets none of them.
    void closeTheRest() const
    {
        for (int number = 3; number < highestDescriptor; ++number) {
            const int flags = ::fcntl(number, F_GETFD);
            if (flags >= 0)
                ::fcntl(number, F_SETFD, flags | FD_CLOEXEC);
        }
    }
};

/// A child that was started, until it has been waited for.
class RunningChild
{
public:
    RunningChild(const ChildCommand &command, const std::stop_token &stop) : m_command(command), m_stop(stop) { }
    RunningChild(const RunningChild &) = delete;
    RunningChild &operator=(const RunningChild &) = delete;

    ChildOutcome run()
    {
        m_deadline = SteadyClock::now() + m_command.limit;
        if (!start())
            return std::move(m_outcome);
        if (const auto end = collect(); end != ChildOutcome::End::Exited) {
            m_outcome.end = end;
            terminate();
        } else {
            reap();
        }
        return std::move(m_outcome);
    }

private:
    bool start();
    bool startedWell();
    ChildOutcome::End collect();
    void drain(Pipe &pipe, std::string &into, std::size_t limit, bool keepLast);
    bool hasEnded() const;
    void waitForEnd(milliseconds limit) const;
    void terminate();
    void reap();
    bool notStarted(int code);

    const ChildCommand &m_command;
    const std::stop_token &m_stop;
    SteadyClock::time_point m_deadline;
    ChildOutcome m_outcome;
    Pipe m_output, m_errors, m_report;
    bool m_tooMuch = false;
    pid_t m_pid = -1;
};

bool RunningChild::notStarted(int code)
{
    m_outcome.end = ChildOutcome::End::NotStarted;
    m_outcome.code = code;
    m_outcome.reason = std::generic_category().message(code);
    return false;
}

bool RunningChild::start()
{
    Pipe empty;
    if (!empty.open() || !m_output.open() || !m_errors.open() || !m_report.open())
        return notStarted(errno);
    std::vector<std::string> words{m_command.program};
    words.insert(words.end(), m_command.arguments.begin(), m_command.arguments.end());
    const StringList arguments(std::move(words));
    const StringList environment(lastOfEachName(m_command.environment));
    const ChildSide child{m_command.program.c_str(), arguments.get(), environment.get(), empty.readEnd, m_output.writeEnd,
                          m_errors.writeEnd, m_report.writeEnd, int(std::min(::sysconf(_SC_OPEN_MAX), 4096L))};
    m_pid = ::fork();
    if (m_pid < 0)
        return notStarted(errno);
    if (m_pid == 0)
        child.become();
    return startedWell();
}

bool RunningChild::startedWell()
{
    m_output.closeWrite();
    m_errors.closeWrite();
    m_report.closeWrite();
    ::fcntl(m_output.readEnd, F_SETFL, O_NONBLOCK);
    ::fcntl(m_errors.readEnd, F_SETFL, O_NONBLOCK);
    int code = 0;
    ssize_t count = 0;
    do {
        count = ::read(m_report.readEnd, &code, sizeof code);
    } while (count < 0 && errno == EINTR);
    if (count != sizeof code)
        return true;
    ::waitpid(m_pid, nullptr, 0);
    return notStarted(code);
}

/// Reads what is there, at most about a megabyte a turn, so that a flood does not hide the time and the other pipe.
void RunningChild::drain(Pipe &pipe, std::string &into, std::size_t limit, bool keepLast)
{
    char chunk[16384];
    for (int turn = 0; turn < 64 && pipe.readEnd >= 0 && !m_tooMuch; ++turn) {
        const ssize_t count = ::read(pipe.readEnd, chunk, sizeof chunk);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count == 0 || (count < 0 && errno != EINTR))
            return pipe.closeRead();
        into.append(chunk, std::size_t(std::max<ssize_t>(count, 0)));
        if (into.size() <= limit)
            continue;
        if (keepLast)
            into.erase(0, into.size() - limit);
        else
            m_tooMuch = true;
    }
    if (m_tooMuch)
        into.resize(limit);
}

ChildOutcome::End RunningChild::collect()
{
    for (;;) {
        const bool ended = hasEnded();
        drain(m_output, m_outcome.output, m_command.outputLimit, false);
        drain(m_errors, m_outcome.errorOutput, m_command.errorLimit, true);
        if (m_tooMuch)
            return ChildOutcome::End::TooMuchOutput;
        if (ended)
            return ChildOutcome::End::Exited;
        if (m_stop.stop_requested())
            return ChildOutcome::End::Cancelled;
        if (SteadyClock::now() >= m_deadline)
            return ChildOutcome::End::TimedOut;
        pollfd pipes[] = {{m_output.readEnd, POLLIN, 0}, {m_errors.readEnd, POLLIN, 0}};
        const bool silent = m_output.readEnd < 0 && m_errors.readEnd < 0;
        ::poll(pipes, 2, int((silent ? LookForEnd : Look).count()));
    }
}

/// Leaves the child waitable, so that its number and its group's cannot be given to somebody else.
bool RunningChild::hasEnded() const
{
    siginfo_t info{};
    return ::waitid(P_PID, id_t(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == m_pid;
}

void RunningChild::waitForEnd(milliseconds limit) const
{
    const auto end = SteadyClock::now() + limit;
    while (!hasEnded() && SteadyClock::now() < end)
        std::this_thread::sleep_for(LookForEnd);
}

void RunningChild::terminate()
{
    m_output.closeRead();
    m_errors.closeRead();
    ::kill(-m_pid, SIGTERM);
    waitForEnd(KillAfter);
    ::kill(-m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

void RunningChild::reap()
{
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_outcome.end = WIFEXITED(status) ? ChildOutcome::End::Exited : ChildOutcome::End::Signalled;
    m_outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
}

} // namespace

ChildOutcome runChild(const ChildCommand &command, const std::stop_token &stop)
{
    return RunningChild(command, stop).run();
}

std::vector<std::string> currentEnvironment()
{
    std::vector<std::string> list;
    for (char **entry = environ; entry && *entry; ++entry)
        list.emplace_back(*entry);
    return list;
}

bool isExecutable(const std::string &path)
{
    struct stat info{};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

} // namespace platform
