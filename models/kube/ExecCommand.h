#pragma once

#include "models/kube/ExecStream.h"

#include <functional>

namespace kube {

struct CommandResult
{
    std::string output;
    std::string errors;
    int exitCode = 0;
};

struct CommandLimits
{
    std::size_t output = 4 * 1024 * 1024;
    std::size_t errors = 64 * 1024;
    std::chrono::milliseconds time{30'000};
};

/// One command to its end, without input. Any thread; the threads behind the streams outlive the job, the PodStreams need not. Letting go of the
/// job ends it.
///
/// done comes on the consumer, with the exit code whatever it is. Errors are those of ExecStream, and TooLarge when it printed more than
/// allowed (nothing is cut silently) and Timeout when it did not end in time; then the stream is closed.
base::Job runCommand(const PodStreams &streams, ExecWish wish, CommandLimits limits, base::Executor &consumer, std::function<void(base::Result<CommandResult>)> done);
/// For who runs several, some of them when the PodStreams may be gone.
base::Job runCommand(const std::shared_ptr<PodStreams::Core> &streams, ExecWish wish, CommandLimits limits, base::Executor &consumer,
    std::function<void(base::Result<CommandResult>)> done);

} // namespace kube
