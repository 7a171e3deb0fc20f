#include "models/base/ThreadSlot.h"

#include <exception>

#include <pthread.h>

namespace base {

ThreadSlot::ThreadSlot(Free free)
{
    pthread_key_t key;
    if (pthread_key_create(&key, free) != 0)
        std::terminate();
    m_number = key;
}

void *ThreadSlot::value() const
{
    return pthread_getspecific(static_cast<pthread_key_t>(m_number));
}

void ThreadSlot::setValue(void *value)
{
    pthread_setspecific(static_cast<pthread_key_t>(m_number), value);
}

} // namespace base
