#include "widgets/base/MenuButton.h"

#include <QMenu>
#include <QPushButton>

namespace base {

void opensBelow(QMenu &menu, QPushButton &button)
{
    QObject::connect(&button, &QPushButton::clicked, &menu, [&menu, &button] { menu.popup(button.mapToGlobal(button.rect().bottomLeft())); });
}

} // namespace base
