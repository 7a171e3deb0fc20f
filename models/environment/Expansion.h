#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace environment {

/// What $(NAME) stands for; nothing: it stays as it is written.
using Lookup = std::function<std::optional<std::string>(std::string_view name)>;

/// Replaces each $(NAME) as the kubelet does (kubernetes third_party/forked/golang/expansion): $$ is one $, a reference that is not
/// closed or not known stays.
std::string expand(std::string_view text, const Lookup &lookup);

/// The names that are referred to, in their order.
std::vector<std::string> referencesIn(std::string_view text);

} // namespace environment
