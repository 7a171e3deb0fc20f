#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__SANITIZE_ADDRESS__)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();   // its header is not installed with every compiler
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

namespace support {

/// The bytes that the process has allocated and not freed, of all threads; -1 where nobody counts them. Unlike what the system calls
/// resident it does not depend on what the allocator keeps for later.
inline std::int64_t allocatedBytes()
{
#if defined(__SANITIZE_ADDRESS__)
    return static_cast<std::int64_t>(__sanitizer_get_current_allocated_bytes());
#elif defined(__GLIBC__)
    const auto info = mallinfo2();
    return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
#else
    return -1;
#endif
}

} // namespace support
