#pragma once

#include <QString>

#include <string_view>

namespace base {

/// From now on cells say in the person's language what is neither kubectl's word nor a server's. Before the first cluster is asked.
void sayKindWords();

/// The state of an object of that kind in the person's language, where the word is neither kubectl's nor a server's; in one line.
QString stateWord(std::string_view kind, std::string_view word);

} // namespace base
