#pragma once

class QWidget;

namespace shell {

/// Lets Tab go through a window as it is laid out, and so as it is read, whatever was made later.
void orderFocus(QWidget &window);

} // namespace shell
