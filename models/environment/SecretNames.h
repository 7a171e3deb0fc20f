#pragma once

#include "models/text/Value.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace environment {

/// Which of a container's variables may hold, or may have held when it started, something out of a Secret: told by how they are written, whatever
/// is known of the Secret now.
class SecretNames
{
public:
    SecretNames() = default;
    explicit SecretNames(const text::Value &container);

    bool mayHold(std::string_view name) const;

private:
    bool mayHold(const text::Value &entry) const;

    std::vector<std::string> m_prefixes;                    ///< of Secrets in envFrom
    std::map<std::string, bool, std::less<>> m_entries;     ///< what env settles, whatever envFrom says
};

} // namespace environment
