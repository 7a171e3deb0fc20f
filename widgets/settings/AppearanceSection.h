#pragma once

#include <QWidget>

namespace settings {

class Settings;

/// Light or dark, and the language.
class AppearanceSection final : public QWidget
{
    Q_OBJECT

public:
    explicit AppearanceSection(Settings &settings, QWidget *parent = nullptr);

    static QString title();
};

} // namespace settings
