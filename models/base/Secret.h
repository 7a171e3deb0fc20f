#pragma once

#include <ostream>
#include <string>
#include <utility>

namespace base {

/// Keeps a value that must never reach a log, a message or a file by accident: it prints as ***.
/// Whoever needs the value says reveal(), which is easy to find in a review.
template<typename T>
class Secret
{
public:
    Secret() = default;
    explicit Secret(T value) : m_value(std::move(value)) { }

    const T &reveal() const { return m_value; }
    bool isEmpty() const { return m_value == T(); }
    bool operator==(const Secret &) const = default;

private:
    T m_value;
};

using SecretText = Secret<std::string>;

template<typename T>
std::ostream &operator<<(std::ostream &out, const Secret<T> &)
{
    return out << "***";
}

} // namespace base
