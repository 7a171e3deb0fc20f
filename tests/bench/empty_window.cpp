// The least that a window can cost: an empty QMainWindow, linked with what the program is linked with. Prints after how many milliseconds
// of the process it was painted, and ends.

#include "models/platform/ProcessFigures.h"

#include <QApplication>
#include <QMainWindow>
#include <QPaintEvent>

#include <cstdio>

namespace {

class EmptyWindow final : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QMetaObject::invokeMethod(this, [this] { ended(); }, Qt::QueuedConnection);
    }

private:
    static void ended()
    {
        std::printf("%.1f\n", std::chrono::duration<double, std::milli>(platform::processAge()).count());
        std::fflush(stdout);
        QApplication::quit();
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
