#pragma once

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace support {

/// From now on this thread, and every one it starts, may only open what modes allow, as anybody else: root reads everything otherwise.
inline bool becomeOrdinaryReader()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2]{};
    if (syscall(SYS_capget, &header, data) != 0)
        return false;
    for (const unsigned capability : {unsigned(CAP_DAC_OVERRIDE), unsigned(CAP_DAC_READ_SEARCH)})
        data[capability / 32].effective &= ~(1U << capability % 32);
    return syscall(SYS_capset, &header, data) == 0;
}

} // namespace support
