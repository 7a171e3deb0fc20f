#include "models/kube/TokenFile.h"

namespace kube {

namespace {

constexpr std::chrono::seconds ReadAgainAfter{50};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view white = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(white);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(white) - first + 1);
}

} // namespace

TokenFile::TokenFile(std::string path, platform::FileCalls &calls)
    : m_file(path, [path](const std::string &bytes) -> base::Result<void> {
          if (trimmed(bytes).empty())
              return base::makeError(base::ErrorKind::BadInput, "read empty token from file \"" + path + "\"");
          return {};
      }, calls)
{
}

base::Result<std::string> TokenFile::token(base::SteadyTime now)
{
    if (!m_read || now - *m_read >= ReadAgainAfter) {
        m_file.forget();
        m_read = now;
    }
    auto content = m_file.content(now);
    if (content)
        return std::string(trimmed(*content));
    base::Error error = std::move(content).error();
    if (error.kind != base::ErrorKind::BadInput)
        error.message = "failed to read token file \"" + m_file.path() + "\": " + error.message;
    return error;
}

} // namespace kube
