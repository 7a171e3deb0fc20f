#include "widgets/base/SecretClipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

#if defined(Q_OS_MACOS) && QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QUtiMimeConverter>
#endif

#include <array>

namespace base {

namespace {

constexpr const char *concealed = "application/x-nspasteboard-concealed-type";

#if defined(Q_OS_MACOS) && QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
/// Brings the mark to the pasteboard of macOS under the name that clipboard managers look for; Qt would give it one of its own.
class ConcealedType final : public QUtiMimeConverter
{
public:
    QString mimeForUti(const QString &uti) const override { return uti == name() ? QString::fromLatin1(concealed) : QString(); }
    QString utiForMime(const QString &mime) const override { return mime == QLatin1String(concealed) ? name() : QString(); }
    QVariant convertToMime(const QString &, const QList<QByteArray> &data, const QString &) const override { return data.value(0); }
    QList<QByteArray> convertFromMime(const QString &, const QVariant &data, const QString &) const override { return {data.toByteArray()}; }

private:
    static QString name() { return QStringLiteral("org.nspasteboard.ConcealedType"); }
};

void teachClipboard()
{
    static const ConcealedType concealedType;
}
#else
void teachClipboard() { }
#endif

/// What the platforms' clipboard managers agreed upon; the last three are numbers of Windows: 0 for no.
struct Mark
{
    const char *format;
    QByteArray value;
};
const std::array<Mark, 5> &marks()
{
    static const std::array<Mark, 5> all{{
        {"x-kde-passwordManagerHint", "secret"},
        {concealed, "secret"},
        {"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\"", QByteArray(4, '\0')},
        {"application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\"", QByteArray(4, '\0')},
        {"application/x-qt-windows-mime;value=\"CanUploadToCloudClipboard\"", QByteArray(4, '\0')},
    }};
    return all;
}

void mark(QMimeData &data)
{
    teachClipboard();
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
