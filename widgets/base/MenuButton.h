#pragma once

class QMenu;
class QPushButton;

namespace base {

/// The menu opens below the button when it is pressed; unlike QPushButton::setMenu() nobody waits in a nested event loop until it closes.
void opensBelow(QMenu &menu, QPushButton &button);

} // namespace base
