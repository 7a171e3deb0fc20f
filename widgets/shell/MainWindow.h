#pragma once

#include <QMainWindow>

namespace shell {

/// The frame that pages will live in; empty so far.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
};

} // namespace shell
