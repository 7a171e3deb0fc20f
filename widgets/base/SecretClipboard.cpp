#include "widgets/base/SecretClipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

#include <array>

namespace base {

namespace {

/// What the platforms' clipboard managers agreed upon; the last two are numbers of Windows: 0 for no.
struct Mark
{
    const char *format;
    QByteArray value;
};
const std::array<Mark, 4> &marks()
{
    static const std::array<Mark, 4> all{{
        {"x-kde-passwordManagerHint", "secret"},
        {"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\"", QByteArray(4, '\0')},
        {"application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\"", QByteArray(4, '\0')},
        {"application/x-qt-windows-mime;value=\"CanUploadToCloudClipboard\"", QByteArray(4, '\0')},
    }};
    return all;
}

void mark(QMimeData &data)
{
    for (const Mark &each : marks())
        data.setData(QString::fromLatin1(each.format), each.value);
}

void takeOff(const QString &secret)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->text() == secret)
        clipboard->clear();
}

} // namespace

void copySecret(const QString &secret, std::chrono::milliseconds stays)
{
    auto *data = new QMimeData;
    data->setText(secret);
    mark(*data);
    QGuiApplication::clipboard()->setMimeData(data);
    auto *timer = new QTimer(QGuiApplication::clipboard());
    timer->setSingleShot(true);
    const auto end = [secret, timer] {
        takeOff(secret);
        timer->deleteLater();
    };
    QObject::connect(timer, &QTimer::timeout, timer, end);
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, timer, end);
    timer->start(stays);
}

QMimeData *SecretEdit::createMimeDataFromSelection() const
{
    QMimeData *selected = QPlainTextEdit::createMimeDataFromSelection();
    if (m_isSecret && selected)
        mark(*selected);
    return selected;
}

} // namespace base
