#pragma once

#include "models/base/Clock.h"
#include "models/platform/FileCalls.h"

#include <functional>
#include <optional>

namespace kube {

/// A certificate, key or token file that may be replaced while we run: looked at no more than once a second, read again when
/// its size, time or inode changed. What was read last stays in use while it cannot be read. Belongs to one thread; reads
/// small files at once, where they are needed.
class CredentialsFile
{
public:
    /// check: refuses contents that cannot be used yet (a half-written file); its error counts as one of reading.
    using Check = std::function<base::Result<void>(const std::string &)>;

    explicit CredentialsFile(std::string path, Check check = {}, platform::FileCalls &calls = platform::FileCalls::system());

    /// Looks whether it changed. The error only when it was never read.
    base::Result<std::string> content(base::SteadyTime now);

    /// The next content() reads the file again, whatever it looks like.
    void forget();

    const std::string &path() const { return m_path; }

private:
    void look();

    std::string m_path;
    Check m_check;
    platform::FileCalls &m_calls;
    std::optional<base::SteadyTime> m_looked;
    std::optional<platform::FileState> m_state;
    std::optional<std::string> m_content;
    std::optional<base::Error> m_error;
};

} // namespace kube
