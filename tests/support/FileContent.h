#pragma once

#include <QFile>
#include <QTest>

#include <string>

namespace tests {

/// The bytes of a file, or "<none>" where there is none that can be read.
inline std::string contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "<none>";
}

/// Makes the file, or replaces its bytes.
inline void put(const std::string &path, const std::string &content)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content.data(), qint64(content.size())), qint64(content.size()));
}

} // namespace tests
