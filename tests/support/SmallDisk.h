#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <sys/mount.h>
#include <utility>

namespace support {

/// A real file system that is soon full, mounted on a folder as long as this lives. It needs root, and ext4 a loop device.
class SmallDisk
{
public:
    enum class Kind { Tmpfs, Ext4 };

    SmallDisk(QString folder, Kind kind)
        : m_folder(std::move(folder)), m_isMounted(QDir().mkpath(m_folder) && (kind == Kind::Tmpfs ? mountTmpfs() : mountExt4()))
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.toUtf8().constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY(SmallDisk)

    bool isMounted() const { return m_isMounted; }
    /// Leaves about that many bytes free; false when it cannot be filled.
    bool fill(std::size_t left = 0)
    {
        QFile file(filler());
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        const QByteArray block(1024, 'f');
        while (file.write(block) == block.size()) { }
        return file.resize(std::max<qint64>(0, file.size() - qint64(left)));
    }
    void makeRoom() { QFile::remove(filler()); }

private:
    QString filler() const { return m_folder + QStringLiteral("/filler"); }
    static bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    bool mountTmpfs() const { return ::mount("tmpfs", m_folder.toUtf8().constData(), "tmpfs", MS_NOSUID | MS_NODEV, "size=256k,mode=0700") == 0; }
    /// In a file, by a loop device. Without a journal blocks are free as soon as they are given back.
    bool mountExt4() const
    {
        const QString image = m_images.filePath(QStringLiteral("image"));
        QFile file(image);
        return file.open(QIODevice::WriteOnly) && file.resize(512 * 1024)
            && run(QStringLiteral("mkfs.ext4"), {QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("-b"), QStringLiteral("1024"), QStringLiteral("-m"),
                                                 QStringLiteral("0"), QStringLiteral("-O"), QStringLiteral("^has_journal"), image})
            && run(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop,nosuid,nodev"), image, m_folder});
    }

    QTemporaryDir m_images;
    QString m_folder;
    bool m_isMounted;
};

} // namespace support
