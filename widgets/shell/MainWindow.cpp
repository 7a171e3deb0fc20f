#include "widgets/shell/MainWindow.h"

namespace shell {

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent)
{
    setWindowTitle(tr("Wheelhouse"));
    resize(1280, 800);
}

} // namespace shell
