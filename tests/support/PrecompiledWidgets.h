#pragma once

// What nearly every file of widgets/ includes.
#include "tests/support/PrecompiledModels.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QWidget>
