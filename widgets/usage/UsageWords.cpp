#include "widgets/usage/UsageWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace usage {

using metrics::Measured;
using metrics::MeasuredObject;
using metrics::Rung;
using metrics::UsageSource;

namespace {

/// Not yet asked, not to be had, and asked but nothing was measured: none of them is zero.
constexpr const char *notYet = "…";
constexpr const char *notKnown = "?";
constexpr const char *notMeasured = "—";

/// From here on a pod is close to being throttled or killed.
constexpr double nearLimit = 0.9;
/// Where nothing is allowed or refused, the request stands in the middle.
constexpr double roomAboveRequest = 2, roomAboveUse = 1.25;
constexpr std::chrono::minutes oldest{3};

QString said(const char *english) { return QCoreApplication::translate("usage", english); }
QString named(const std::string &text) { return QString::fromStdString(text); }

std::string numberOf(Resource resource, const metrics::Usage &usage)
{
    if (resource == Resource::Cpu)
        return usage.cpu ? std::to_string(usage.cpu->milli()) + 'm' : std::string();
    return usage.memory ? std::to_string(usage.memory->mebi()) + "Mi" : std::string();
}

QString amount(Resource resource, double value)
{
    return resource == Resource::Cpu ? QString::number(std::max<qint64>(1, qRound64(value * 1000))) + QLatin1Char('m') : QString::number(qint64(value / (1024 * 1024))) + QStringLiteral("Mi");
}

const char *nameOf(Rung rung)
{
    switch (rung) {
    case Rung::Prometheus: return "Prometheus";
    case Rung::MetricsApi: return "metrics.k8s.io";
    case Rung::KubeletSummary: break;
    }
    return "kubelet /stats/summary";
}

QString timeText(base::SystemTime time)
{
    return QDateTime::fromSecsSinceEpoch(std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count()).toString(QStringLiteral("HH:mm:ss"));
}

QString partText(double part) { return QStringLiteral(" (%1 %)").arg(qRound64(part * 100)); }

/// The lines about the number itself.
void addNumbers(QStringList &lines, const CellPlace &place, const Measure &measure)
{
    const auto line = [&](const char *words, double value) {
        const QString part = measure.used && value > 0 ? partText(*measure.used / value) : QString();
        lines << said(words).arg(amount(place.resource, value)) + part;
    };
    const bool isNode = place.measured == Measured::Nodes;
    if (measure.request)
        line(QT_TRANSLATE_NOOP("usage", "Request: %1"), *measure.request);
    else if (!isNode)
        lines << said(QT_TRANSLATE_NOOP("usage", "Request: none"));
    if (measure.limit)
        line(isNode ? QT_TRANSLATE_NOOP("usage", "Allocatable: %1") : QT_TRANSLATE_NOOP("usage", "Limit: %1"), *measure.limit);
    else if (!isNode)
        lines << said(QT_TRANSLATE_NOOP("usage", "Limit: none"));
    if (measure.used && measure.limit && *measure.used >= nearLimit * *measure.limit)
        lines << said(isNode ? QT_TRANSLATE_NOOP("usage", "Almost all of it is used.") : QT_TRANSLATE_NOOP("usage", "This is close to the limit."));
}

void addMeasured(QStringList &lines, const metrics::Usage &usage)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(usage.window).count();
    if (usage.time == base::SystemTime{})
        return;
    lines << (seconds > 0 ? said(QT_TRANSLATE_NOOP("usage", "Measured at %1, CPU over %2 s")).arg(timeText(usage.time), QString::number(seconds))
                          : said(QT_TRANSLATE_NOOP("usage", "Measured at %1")).arg(timeText(usage.time)));
}

void addTroubles(QStringList &lines, const std::vector<metrics::RungTrouble> &troubles)
{
    for (const metrics::RungTrouble &trouble : troubles)
        lines << said(QT_TRANSLATE_NOOP("usage", "Not from %1: %2")).arg(QString::fromLatin1(nameOf(trouble.rung)), named(trouble.error.message));
}

void addState(QStringList &lines, const UsageSource &source, const CellPlace &place)
{
    if (const auto since = source.staleSince(place.measured))
        lines << said(QT_TRANSLATE_NOOP("usage", "Old: nothing newer came since %1.")).arg(timeText(*since));
    if (const auto &error = source.error(place.measured))
        lines << said(QT_TRANSLATE_NOOP("usage", "The last question was refused: %1")).arg(named(error->message));
}

} // namespace

std::string words(const char *english) { return said(english).toStdString(); }

std::vector<tables::CellWord> cellWords() { return {{notMeasured}, {notKnown}, {notYet}}; }

void addTexts(const UsageSource &source, Measured measured, std::string_view key, std::vector<std::string> &texts)
{
    const auto &table = source.table(measured);
    const MeasuredObject *object = table ? table->find(key) : nullptr;
    const char *word = table ? notMeasured : source.error(measured) ? notKnown : notYet;
    for (const Resource resource : {Resource::Cpu, Resource::Memory}) {
        std::string number = object ? numberOf(resource, object->usage) : std::string();
        texts.push_back(number.empty() ? word : std::move(number));
    }
}

Measure measureOf(Resource resource, const metrics::Usage &usage, const metrics::Allowance &allowance)
{
    const auto cores = [](const auto &value) { return value ? std::optional(value->cores()) : std::nullopt; };
    const auto bytes = [](const auto &value) { return value ? std::optional(static_cast<double>(value->value)) : std::nullopt; };
    if (resource == Resource::Cpu)
        return {cores(usage.cpu), cores(allowance.cpuRequest), cores(allowance.cpuLimit)};
    return {bytes(usage.memory), bytes(allowance.memoryRequest), bytes(allowance.memoryLimit)};
}

tables::Gauge gaugeOf(const Measure &measure, bool isOld)
{
    tables::Gauge gauge;
    const double limit = measure.limit.value_or(0), request = measure.request.value_or(0), used = measure.used.value_or(0);
    const double whole = limit > 0 ? std::max(limit, request) : request > 0 ? std::max(request * roomAboveRequest, used * roomAboveUse) : 0;
    if (whole > 0) {
        gauge.fill = used / whole;
        gauge.request = request > 0 ? std::optional(request / whole) : std::nullopt;
        gauge.limit = limit > 0 ? std::optional(limit / whole) : std::nullopt;
    }
    if (isOld)
        gauge.meaning = kinds::Health::Unknown;
    else if (limit > 0 && used >= nearLimit * limit)
        gauge.meaning = kinds::Health::NotReady;
    return gauge;
}

bool isOld(const UsageSource &source, Measured measured, const metrics::Usage &usage, base::SystemTime now)
{
    return source.staleSince(measured).has_value() || (usage.time != base::SystemTime{} && now - usage.time > oldest + usage.window);
}

std::string reasonOf(const UsageSource &source, const CellPlace &place, const std::optional<metrics::Allowance> &allowance, base::SystemTime now)
{
    QStringList lines;
    const auto &table = source.table(place.measured);
    const MeasuredObject *object = table ? table->find(place.key) : nullptr;
    if (allowance)
        addNumbers(lines, place, measureOf(place.resource, object ? object->usage : metrics::Usage(), *allowance));
    if (!table)
        lines << (source.error(place.measured) ? said(QT_TRANSLATE_NOOP("usage", "Nobody tells what is used.")) : said(QT_TRANSLATE_NOOP("usage", "Being asked for.")));
    else if (!object || numberOf(place.resource, object->usage).empty())
        lines << said(QT_TRANSLATE_NOOP("usage", "Nothing was measured of it."));
    if (object) {
        addMeasured(lines, object->usage);
        if (isOld(source, place.measured, object->usage, now) && !source.staleSince(place.measured))
            lines << said(QT_TRANSLATE_NOOP("usage", "Old: its source has nothing newer."));
    }
    if (table) {
        lines << said(QT_TRANSLATE_NOOP("usage", "Source: %1")).arg(QString::fromLatin1(nameOf(table->source())));
        addTroubles(lines, table->troubles);
        for (std::size_t i = 0; i < std::min<std::size_t>(table->gaps.size(), 3) && !object; ++i)
            lines << named(table->gaps[i].message);
    }
    addState(lines, source, place);
    return lines.join(u'\n').toStdString();
}

} // namespace usage
