#pragma once

namespace base {

/// A place for one pointer in every thread; what a thread has put there is freed when the thread ends. (The main thread's, as a rule, stays
/// to the end of the program.) Lives as long as the program.
class ThreadSlot
{
public:
    using Free = void (*)(void *);

    /// Ends the program when the system has no more of them; there are a hundred at least.
    explicit ThreadSlot(Free free);
    ThreadSlot(const ThreadSlot &) = delete;
    ThreadSlot &operator=(const ThreadSlot &) = delete;

    void *value() const;
    void setValue(void *value);

private:
    unsigned long m_number = 0;     ///< the system's
};

} // namespace base
