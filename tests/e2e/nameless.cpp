// A window with two controls that have no name, and one that has: what the walk over accessible objects must find.

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(new QPushButton);
    layout->addWidget(new QLineEdit);
    layout->addWidget(new QPushButton(QStringLiteral("Named")));
    window.setWindowTitle(QStringLiteral("Nameless"));
    window.show();
    return QApplication::exec();
}
