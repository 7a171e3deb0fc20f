#pragma once

#include <QString>

namespace base {

/// A word of a command line, quoted for a shell where it must be.
QString shellWord(const QString &word);
/// "kubectl --context NAME"
QString kubectlFor(const QString &context);

} // namespace base
