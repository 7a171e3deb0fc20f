#include "models/base/ThreadSlot.h"

#include <exception>

#include <windows.h>

namespace base {

// Of Windows' slots for threads only those for fibers tell when a thread ends, and they do so for threads too.
ThreadSlot::ThreadSlot(Free free) : m_number(::FlsAlloc(free))
{
    if (m_number == FLS_OUT_OF_INDEXES)
        std::terminate();
}

void *ThreadSlot::value() const
{
    return ::FlsGetValue(m_number);
}

void ThreadSlot::setValue(void *value)
{
    ::FlsSetValue(m_number, value);
}

} // namespace base
