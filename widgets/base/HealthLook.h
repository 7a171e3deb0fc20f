#pragma once

#include "models/kinds/Health.h"
#include "widgets/base/Theme.h"

namespace base {

/// What a state looks like: its colour, and the sign that comes with it.
Meaning meaningOf(kinds::Health health);
/// The word for a state where no cell has one of its own: "failing", "not ready".
QString wordOf(kinds::Health health);

/// How a button with a count of things of that meaning looks, which can be pressed, or checked.
QString chipStyle(Meaning meaning);

} // namespace base
