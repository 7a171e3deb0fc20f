#pragma once

#include "models/rbac/Draft.h"
#include "models/text/Value.h"

#include <vector>

namespace rbac {

/// Drafts as they are remembered between two starts of the program.
struct KeptDrafts
{
    std::vector<Draft> drafts;
    int current = -1;
};

/// The first of them, up to so many bytes. What may hold a secret is not kept: of a text that cannot be read nobody knows what it is.
text::Value keptDrafts(const std::vector<Draft> &drafts, int current, std::size_t most);
KeptDrafts draftsOf(const text::Value &state);

} // namespace rbac
