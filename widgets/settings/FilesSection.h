#pragma once

#include <QWidget>

namespace base {
class TextLabel;
}

namespace settings {

class Settings;

/// Where all this is kept, what is wrong with it, and how to be rid of it.
class FilesSection final : public QWidget
{
    Q_OBJECT

public:
    explicit FilesSection(Settings &settings, QWidget *parent = nullptr);

    static QString title();

private:
    void showTrouble();

    Settings &m_settings;
    base::TextLabel *m_trouble;
};

} // namespace settings
