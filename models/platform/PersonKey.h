#pragma once

#include "models/base/Result.h"

#include <string>

namespace platform {

/// The key that the system keeps for a person: bytes that only they can turn back on this machine, and only with the same purpose. A virtual function
/// each, so that a test can put another key in its place. Any thread.
class PersonKey
{
public:
    virtual ~PersonKey() = default;

    /// Where there is none nothing is sealed (Unsupported). Does not block.
    virtual bool isOffered() const;
    virtual base::Result<std::string> sealed(const std::string &plain, const std::string &purpose) const;
    /// Io: by another person or on another machine, for another purpose, or broken.
    virtual base::Result<std::string> unsealed(const std::string &bytes, const std::string &purpose) const;

    /// The machine itself.
    static const PersonKey &system();
};

} // namespace platform
