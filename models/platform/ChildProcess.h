#pragma once

#include "models/base/Executor.h"

#include <string>
#include <vector>

namespace platform {

/// A program and how it is run: by its argument list, never through a shell.
struct ChildCommand
{
    std::string program;                       ///< a path; it is not looked for in PATH (see findProgram)
    std::vector<std::string> arguments;        ///< without the program itself
    std::vector<std::string> environment;      ///< NAME=value, all of it; of a repeated name the last counts
    std::chrono::milliseconds limit{60'000};
    std::size_t outputLimit = 1024 * 1024;     ///< more ends the run
    std::size_t errorLimit = 64 * 1024;        ///< of standard error the last bytes are kept
};

struct ChildOutcome
{
    enum class End { Exited, Signalled, TimedOut, TooMuchOutput, NotStarted, Cancelled };

    End end = End::NotStarted;
    int code = 0;                ///< exit code, signal or errno
    std::string output;          ///< at most outputLimit bytes
    std::string errorOutput;     ///< at most errorLimit bytes
    std::string reason;          ///< NotStarted: the system's words
};

/// Runs the program to its end, in a session of its own (no terminal to ask at) with an empty standard input.
/// When it must be ended (too long, too much, the token), its whole process group gets SIGTERM and after two seconds SIGKILL.
/// It is waited for in every case; a grandchild that keeps the pipe open is not. Blocks.
ChildOutcome runChild(const ChildCommand &command, const std::stop_token &stop);

/// runChild() on another thread; done is called on the executor. Letting go of the job ends the program.
base::Job startChild(base::Executor &executor, ChildCommand command, std::function<void(ChildOutcome)> done);

/// The environment of this process.
std::vector<std::string> currentEnvironment();

/// The value of a NAME=value list, the last one counts; empty when there is none.
std::string environmentValue(const std::vector<std::string> &environment, std::string_view name);

/// The first executable file of that name in a PATH value; empty when there is none. Relative parts of PATH are not used.
std::string findProgram(const std::string &name, std::string_view searchPath);

/// Whether it may be run as it stands.
bool isExecutable(const std::string &path);

} // namespace platform
