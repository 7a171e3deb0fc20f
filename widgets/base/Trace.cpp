#include "widgets/base/Trace.h"

#include "models/platform/ProcessFigures.h"
#include "models/text/Json.h"
#include "models/text/Value.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace base {

namespace {

std::string decimal(double milliseconds)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", milliseconds);
    return text.data();
}

std::string quoted(const std::string &text)
{
    return text::writeJson(text::Value::string(text));
}

} // namespace

Trace &Trace::instance()
{
    static Trace trace;
    return trace;
}

Trace::Trace()
{
    if (const char *name = std::getenv("WHEELHOUSE_TRACE"); name && *name)
        m_file.open(name, std::ios::app);
}

void Trace::mark(const Milestone &milestone)
{
    markAt(platform::processAge(), milestone);
}

void Trace::markAt(std::chrono::duration<double, std::milli> age, const Milestone &milestone)
{
    if (isOn())
        write(age, milestone, {});
}

void Trace::write(std::chrono::duration<double, std::milli> age, const Milestone &milestone, const std::string &more)
{
    m_file << "{\"t_ms\":" << decimal(age.count()) << ",\"event\":" << quoted(std::string(milestone.event))
           << ",\"context\":" << quoted(milestone.context) << ",\"kind\":" << quoted(milestone.kind) << ",\"rows\":" << milestone.rows
           << ",\"rss_kb\":" << platform::residentKibibytes() << more << "}" << std::endl;
}

void Trace::watchStalls()
{
    if (!isOn())
        return;
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_awake = std::chrono::steady_clock::now(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        const std::chrono::duration<double, std::milli> turn = std::chrono::steady_clock::now() - m_awake;
        if (m_awake != std::chrono::steady_clock::time_point{} && turn > Frame)
            write(platform::processAge(), {"stall", {}, {}, 0}, ",\"ms\":" + decimal(turn.count()));
    });
}

} // namespace base
