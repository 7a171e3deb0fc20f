#pragma once

#include "models/base/ThreadSlot.h"

#include <memory>

namespace base {

/// A value that every thread has for itself: made when the thread first asks, deleted when it ends. Only for static objects.
///
/// It stands in for thread_local, whose memory MinGW's runtime frees before it calls the destructor.
template<typename T>
class PerThread
{
public:
    T &operator*()
    {
        void *value = m_slot.value();
        if (!value)
            m_slot.setValue(value = std::make_unique<T>().release());
        return *static_cast<T *>(value);
    }
    T *operator->() { return &**this; }

private:
    ThreadSlot m_slot{[](void *value) { delete static_cast<T *>(value); }};
};

} // namespace base
