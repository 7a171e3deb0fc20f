#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/kube/KubeFiles.h"
#include "models/platform/FileCalls.h"

#include <functional>
#include <string>
#include <string_view>

namespace kube {

/// folder/config-NAME
std::string savedKubeConfigPath(std::string_view folder, std::string_view name);

/// The name, or the first of NAME-2, NAME-3 and so on of which the folder has no file yet. Blocks.
std::string freeSavedName(const std::string &folder, const std::string &name, const KubeFiles &files);

/// Keeps the text as a new file, mode 0600, in a folder that is made with mode 0700 where it is missing. Whatever fails, even in the
/// middle, there is the whole file or none. Conflict when the file, or kubectl's lock of it, is there: nothing is ever replaced.
/// Blocks; any thread.
base::Result<void> writeNewKubeConfig(const std::string &path, std::string_view text, platform::FileCalls &calls = platform::FileCalls::system());

/// The same aside, calling back on the executor. Letting go of the job lets a write that has begun end.
base::Job saveNewKubeConfig(base::Executor &executor, std::string path, base::SecretText text, std::function<void(base::Result<void>)> done,
                            platform::FileCalls &calls = platform::FileCalls::system());

} // namespace kube
