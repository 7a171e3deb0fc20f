#pragma once

namespace base {

/// From now on cells say in the person's language what is neither kubectl's word nor a server's. Before the first cluster is asked.
void sayKindWords();

} // namespace base
