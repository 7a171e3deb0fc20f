#pragma once

#include <QWidget>

namespace settings {

class Settings;

/// What happens when the program starts.
class StartSection final : public QWidget
{
    Q_OBJECT

public:
    explicit StartSection(Settings &settings, QWidget *parent = nullptr);

    static QString title();
};

} // namespace settings
