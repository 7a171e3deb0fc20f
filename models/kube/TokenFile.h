#pragma once

#include "models/kube/CredentialsFile.h"

namespace kube {

/// The bearer token in a file (tokenFile): trimmed, re-read when the file changed and at the latest after 50 seconds (client-go's
/// minute less ten seconds); while the file is empty or gone the last good token stays in use.
class TokenFile
{
public:
    explicit TokenFile(std::string path, platform::FileCalls &calls = platform::FileCalls::system());

    /// The error, with client-go's words, only when no token was ever read.
    base::Result<std::string> token(base::SteadyTime now);

    /// The server refused that token: the next token() reads the file again.
    void rejected() { m_file.forget(); }

private:
    CredentialsFile m_file;
    std::optional<base::SteadyTime> m_read;
};

} // namespace kube
