#pragma once

#include <string>
#include <vector>

namespace platform {

/// What a program does before anything else. On Windows: libraries come from its own folder and the system's only, arguments are UTF-8, and
/// what it prints goes out byte for byte, to the console it was started from if there is one. Lives as long as the program.
class ProgramStart
{
public:
    ProgramStart(int count, char **arguments);
    ProgramStart(const ProgramStart &) = delete;
    ProgramStart &operator=(const ProgramStart &) = delete;
    ~ProgramStart();

    /// What main() returns, as its last act. On Windows it does not come back: there the system ends the other threads and then lets every library
    /// tidy up, and one of those could wait for ever for a lock that such a thread held, as that of winpthreads for a thread that was just ending.
    int end(int exitCode);

    /// As main() is given them.
    int &count() { return m_count; }
    char **arguments() { return m_arguments; }

private:
    int m_count;
    char **m_arguments;
    std::vector<std::string> m_texts;       ///< of arguments that were made here
    std::vector<char *> m_pointers;
    unsigned m_consoleEncoding = 0;         ///< what the console had before; 0: there is none
};

} // namespace platform
