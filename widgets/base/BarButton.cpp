#include "widgets/base/BarButton.h"

#include "widgets/base/PlainText.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPushButton>

namespace base {

QPushButton *addBarButton(QBoxLayout &bar, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, bar.parentWidget());
    button->setAutoDefault(false);
    button->setAccessibleName(tip);
    setPlainToolTip(button, tip);
    bar.addWidget(button);
    return button;
}

void makeChoice(QObject *owner, std::initializer_list<QPushButton *> buttons)
{
    auto *group = new QButtonGroup(owner);
    for (QPushButton *button : buttons) {
        button->setCheckable(true);
        group->addButton(button);
    }
    (*buttons.begin())->setChecked(true);
}

} // namespace base
