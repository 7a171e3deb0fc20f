#include "models/kube/CredentialsFile.h"

namespace kube {

namespace {

constexpr std::chrono::seconds LookEvery{1};
constexpr std::uint64_t SizeLimit = 1024 * 1024;

} // namespace

CredentialsFile::CredentialsFile(std::string path, Check check, platform::FileCalls &calls)
    : m_path(std::move(path)), m_check(std::move(check)), m_calls(calls)
{
}

base::Result<std::string> CredentialsFile::content(base::SteadyTime now)
{
    if (!m_looked || now - *m_looked >= LookEvery) {
        m_looked = now;
        look();
    }
    if (m_content)
        return *m_content;
    return *m_error;
}

void CredentialsFile::forget()
{
    m_looked.reset();
    m_state.reset();
}

void CredentialsFile::look()
{
    auto state = m_calls.state(m_path);
    if (state && m_state == *state && m_content)
        return;
    auto bytes = m_calls.read(m_path, SizeLimit);
    if (bytes && m_check) {
        if (auto good = m_check(*bytes); !good)
            bytes = std::move(good).error();
    }
    if (!bytes) {
        m_error = std::move(bytes).error();
        m_state.reset();
        return;
    }
    m_content = std::move(*bytes);
    m_state.reset();
    if (state)
        m_state = *state;
}

} // namespace kube
