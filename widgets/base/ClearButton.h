#pragma once

class QLineEdit;

namespace base {

/// A button in the field that empties it, with a name for those who do not see it.
void offerToClear(QLineEdit &field);

} // namespace base
