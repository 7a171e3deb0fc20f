#pragma once

#include "models/base/Executor.h"

namespace platform {

/// What runs aside: may block, should look at the stop token now and then. It returns what is then run on the executor.
using AsideWork = std::function<base::Task(std::stop_token)>;

/// Runs the work on a thread of its own and its answer on the executor, unless the job is let go before: for child processes
/// and files, which can block for long. Any thread. The program waits at its end for work that has not yet noticed,
/// but not for long: what hangs in the system, on a disk that is gone, holds nobody.
base::Job runAside(base::Executor &executor, AsideWork work);
/// The same for work that nobody waits for: freeing what is large.
void runAside(base::Task work);

} // namespace platform
