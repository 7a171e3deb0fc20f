#pragma once

#include "models/base/PerThread.h"

#include <cstddef>
#include <utility>

namespace kinds {

/// An empty container whose memory comes from the thread and goes back to it, so that making a cell allocates nothing.
/// Two at once are fine; the second then starts without memory.
template <typename Container>
class Reused
{
public:
    Reused() : m_value(std::exchange(kept(), Container())) { m_value.clear(); }
    ~Reused()
    {
        if (m_value.capacity() <= Largest)
            kept() = std::move(m_value);
    }
    Reused(const Reused &) = delete;
    Reused &operator=(const Reused &) = delete;

    Container &operator*() { return m_value; }
    Container *operator->() { return &m_value; }

private:
    static constexpr std::size_t Largest = 4096;   // one huge object must not keep its memory forever

    static Container &kept()
    {
        static base::PerThread<Container> values;
        return *values;
    }

    Container m_value;
};

} // namespace kinds
