#pragma once

#include "tests/support/Folders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <string>

/// The rows of a file below tests/data, written by the libraries that kubectl is made of.
inline QJsonArray goldenRows(const char *name)
{
    QFile file(QString::fromStdString(folders::source("tests/data/") + name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    if (rows.isEmpty())
        qFatal("no rows in %s", qPrintable(file.fileName()));
    return rows;
}

inline std::string textOf(const QJsonValue &value)
{
    return value.toString().toStdString();
}

/// One test row per golden row, named by its text.
inline void addGoldenRows(const char *name)
{
    QTest::addColumn<QJsonObject>("row");
    int number = 0;
    const QJsonArray rows = goldenRows(name);
    for (const QJsonValue &row : rows)
        QTest::addRow("%d %s", number++, row[QStringLiteral("text")].toString().left(60).toUtf8().constData()) << row.toObject();
}
