#include "widgets/table/ContainerDots.h"

#include "models/tables/TableModel.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace table {

namespace {

constexpr int MostDots = 8;

QString words(const char *text) { return QCoreApplication::translate("table::ContainerDots", text); }

QString textOf(const text::Value &value) { return QString::fromStdString(value.text()); }

/// "ended with exit code 1, Error"
QString endOf(const text::Value &terminated)
{
    const QString reason = textOf(terminated["reason"]);
    const QString end = words(QT_TRANSLATE_NOOP("table::ContainerDots", "ended with exit code %1")).arg(terminated["exitCode"].asInteger());
    return reason.isEmpty() ? end : end + QStringLiteral(", ") + reason;
}

QString stateOf(const text::Value &status)
{
    const text::Value &state = status["state"];
    if (!state["terminated"].isNull())
        return endOf(state["terminated"]);
    if (!state["running"].isNull())
        return status["ready"].asBoolean() ? words(QT_TRANSLATE_NOOP("table::ContainerDots", "running, ready")) : words(QT_TRANSLATE_NOOP("table::ContainerDots", "running, not ready"));
    const QString reason = textOf(state["waiting"]["reason"]);
    return reason.isEmpty() ? words(QT_TRANSLATE_NOOP("table::ContainerDots", "not started")) : words(QT_TRANSLATE_NOOP("table::ContainerDots", "waiting: %1")).arg(reason);
}

void addStates(QStringList &lines, const text::Value &containers, const text::Value &statuses, const QString &shape)
{
    for (const text::Value &container : containers.items()) {
        const auto &all = statuses.items();
        const auto status = std::ranges::find_if(all, [&](const text::Value &each) { return each["name"].text() == container["name"].text(); });
        const QString name = textOf(container["name"]);
        lines << (shape.isEmpty() ? name : shape.arg(name)) + QStringLiteral(": ") + stateOf(status == all.end() ? text::Value() : *status);
    }
}

} // namespace

bool countsContainers(const tables::TableModel &model, int column)
{
    return model.columns()[static_cast<std::size_t>(column)].name == "Ready" && model.source().type().kind == "Pod";
}

std::string containerDots(std::string_view ready)
{
    int full = 0, all = 0;
    const char *const end = ready.data() + ready.size();
    const auto part = std::from_chars(ready.data(), end, full);
    if (part.ec != std::errc() || part.ptr == end || *part.ptr != '/' || std::from_chars(part.ptr + 1, end, all).ec != std::errc())
        return {};
    if (full < 0 || full > all || all > MostDots)
        return {};
    std::string dots;
    for (int i = 0; i < all; ++i)
        dots += i < full ? "●" : "○";
    return dots;
}

std::string containerStates(const text::Value &pod)
{
    QStringList lines;
    addStates(lines, pod["spec"]["initContainers"], pod["status"]["initContainerStatuses"], words(QT_TRANSLATE_NOOP("table::ContainerDots", "%1 (init)")));
    addStates(lines, pod["spec"]["containers"], pod["status"]["containerStatuses"], {});
    return lines.join(u'\n').toStdString();
}

} // namespace table
