#pragma once

#include <thread>

namespace platform {

/// Reads on a thread of its own, from now on, which fonts this machine has, where that takes long: the first text needs it, and the toolkit
/// would read it only then. Gone when it is read.
class EarlyFonts
{
public:
    EarlyFonts();
    ~EarlyFonts();

private:
    std::thread m_thread;
};

} // namespace platform
