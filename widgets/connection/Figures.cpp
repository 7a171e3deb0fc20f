#include "widgets/connection/Figures.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace connection {

namespace {

QDateTime timeOf(base::SystemTime time)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count());
}

} // namespace

QString bytesText(std::int64_t bytes)
{
    static constexpr std::array<const char *, 4> units{"B", "KiB", "MiB", "GiB"};
    double size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit + 1 < units.size(); ++unit)
        size /= 1024;
    return QLocale().toString(size, 'f', unit > 0 && size < 10 ? 1 : 0) + u' ' + QString::fromLatin1(units[unit]);
}

QString durationText(std::chrono::milliseconds time)
{
    const double seconds = static_cast<double>(time.count()) / 1000;
    if (time < std::chrono::seconds(1))
        return QStringLiteral("%1 ms").arg(time.count());
    if (time < std::chrono::minutes(2))
        return QLocale().toString(seconds, 'f', 1) + QStringLiteral(" s");
    return QLocale().toString(seconds / 60, 'f', 0) + QStringLiteral(" min");
}

QString outcomeOf(const kube::RequestRecord &record)
{
    if (!record.failure.empty() && !(record.failure == "cancelled" && record.status != 0))
        return QString::fromStdString(record.failure);
    return record.status == 0 ? QStringLiteral("…") : QString::number(record.status);
}

bool isFailure(const kube::RequestRecord &record)
{
    return record.status >= 400 || (!record.failure.empty() && record.failure != "cancelled");
}

QString reportOf(const std::vector<kube::RequestRecord> &records)
{
    QString report = QStringLiteral("wheelhouse " WHEELHOUSE_VERSION ", %1 requests\n").arg(records.size());
    for (const kube::RequestRecord &record : records) {
        const QString query = record.query.empty() ? QString() : u'?' + QString::fromStdString(record.query);
        report += QStringList{timeOf(record.begun).toUTC().toString(Qt::ISODateWithMs), QString::fromUtf8(kube::methodWord(record.method).data()), outcomeOf(record),
                              record.isOpen() ? QStringLiteral("open") : QStringLiteral("%1 ms").arg(record.took->count()), QStringLiteral("%1 B").arg(record.bytesIn),
                              QString::fromStdString(record.path) + query}
                      .join(u'\t')
            + u'\n';
    }
    return report;
}

} // namespace connection
