#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace demo {

/// A word, number, text or sign of PromQL.
struct PromqlToken
{
    enum class Kind { Word, Number, Duration, Text, Sign, End };

    Kind kind = Kind::End;
    std::string text;       ///< of a Text: what it stands for
    std::size_t at = 0;     ///< its first byte
};

/// An error as Prometheus words it, with the place: 1:5: parse error: ...
base::Error promqlError(std::string_view query, std::size_t at, const std::string &message);

base::Result<std::vector<PromqlToken>> readPromqlTokens(std::string_view query);

} // namespace demo
