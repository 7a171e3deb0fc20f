#include "models/platform/EarlyFonts.h"

#include <dlfcn.h>

namespace platform {

// Fontconfig keeps what it read for everybody in the process, from any thread. The toolkit brings it along where it uses it.
EarlyFonts::EarlyFonts()
{
    if (auto *read = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "FcInit")))
        m_thread = std::thread([read] { read(); });
}

EarlyFonts::~EarlyFonts()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace platform
