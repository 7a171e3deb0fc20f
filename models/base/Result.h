#pragma once

#include "models/base/Error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace base {

/// A value or an Error, with the method names of std::expected (which g++ 12 has in C++23 only).
template<typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T &value() & { assert(has_value()); return *std::get_if<0>(&m_state); }
    const T &value() const & { assert(has_value()); return *std::get_if<0>(&m_state); }
    T &&value() && { assert(has_value()); return std::move(*std::get_if<0>(&m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    Error &error() & { assert(!has_value()); return *std::get_if<1>(&m_state); }
    const Error &error() const & { assert(!has_value()); return *std::get_if<1>(&m_state); }
    Error &&error() && { assert(!has_value()); return std::move(*std::get_if<1>(&m_state)); }

    template<typename U>
    T value_or(U &&fallback) const & { return has_value() ? value() : static_cast<T>(std::forward<U>(fallback)); }

    /// Calls f with the value; f returns a Result of its own.
    template<typename F>
    auto and_then(F &&f) && -> std::invoke_result_t<F, T &&>
    {
        if (has_value())
            return std::forward<F>(f)(std::move(*this).value());
        return std::move(*this).error();
    }

    /// Calls f with the value and wraps what it returns.
    template<typename F>
    auto transform(F &&f) && -> Result<std::remove_cvref_t<std::invoke_result_t<F, T &&>>>
    {
        if (has_value())
            return std::forward<F>(f)(std::move(*this).value());
        return std::move(*this).error();
    }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) { }

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    Error &error() & { assert(m_failed); return m_error; }
    const Error &error() const & { assert(m_failed); return m_error; }
    Error &&error() && { assert(m_failed); return std::move(m_error); }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace base
