#pragma once

#include <QString>

#include <initializer_list>

class QBoxLayout;
class QObject;
class QPushButton;

namespace base {

/// A button at the end of a bar; the tip is also its name for those who do not see it, and Enter elsewhere never presses it. Its parent is the
/// bar's, once that has one.
QPushButton *addBarButton(QBoxLayout &bar, const QString &text, const QString &tip);

/// Of these one is down at a time; the first one now.
void makeChoice(QObject *owner, std::initializer_list<QPushButton *> buttons);

} // namespace base
