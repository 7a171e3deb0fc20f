#pragma once

#include "widgets/palette/CommandOffers.h"

namespace base {
class Registry;
class Shell;
}

namespace palette {

/// Everything that can be chosen by name at this moment: commands of the program and of the page on screen, kinds of the cluster on
/// screen, pages, contexts.
std::vector<Choice> choicesOf(const base::Registry &registry, base::Shell &shell);

} // namespace palette
