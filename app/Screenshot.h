#pragma once

#include "widgets/shell/MainWindow.h"

#include <QObject>
#include <QString>

#include <functional>

/// Writes the window as a PNG once what was opened is live and painted, then ends the program.
class Screenshot final : public QObject
{
    Q_OBJECT

public:
    /// isReady: whether what was asked for has been opened at all.
    Screenshot(shell::MainWindow &window, QString file, std::function<bool()> isReady);

private:
    void tryNow();
    void take();

    shell::MainWindow &m_window;
    QString m_file;
    std::function<bool()> m_isReady;
    bool m_taking = false;
};
