#pragma once

#include "models/base/Result.h"
#include "models/kube/KubeConfig.h"

#include <string_view>

namespace kube {

/// Reads one kubeconfig (YAML or JSON, the first document only) and refuses what kubectl refuses, in its words, with the line.
/// An empty text is an empty config; unknown keys are ignored; a repeated key is a warning. No error repeats a value that
/// may be a credential. Paths are left as written. Any thread.
base::Result<KubeConfig> parseKubeConfig(std::string_view bytes);

} // namespace kube
