#include "models/demo/PodLog.h"

#include "models/demo/Edit.h"
#include "models/demo/Refusal.h"
#include "models/text/Time.h"

#include <algorithm>
#include <charconv>

namespace demo {

using text::Value;

namespace {

const Value *stateOf(const Value &pod, std::string_view container)
{
    for (const Value &state : in(pod, {"status", "containerStatuses"}).items()) {
        if (container.empty() || state["name"].text() == container)
            return &state;
    }
    return nullptr;
}

/// One line per ten seconds, the last ones up to now; the level and words follow from the second alone, so that they stay as they
/// are.
std::vector<std::string> lines(const std::string &container, std::int64_t first, std::int64_t last, bool withTime)
{
    constexpr std::string_view words[] = { "level=info msg=\"request served\" path=/healthz status=200",
        "level=info msg=\"request served\" path=/api/items status=200", "level=debug msg=\"cache refreshed\" entries=42",
        "level=info msg=\"request served\" path=/api/items/7 status=404",
        "level=warn msg=\"slow request\" path=/api/report seconds=1.7" };
    constexpr std::int64_t step = 10, most = 500;
    std::vector<std::string> result;
    for (std::int64_t second = std::max(first - first % step + step, last - most * step); second <= last; second += step) {
        const std::string time = text::formatTime({second, 0});
        result.push_back((withTime ? time + ' ' : std::string()) + "time=" + time + " container=" + container + ' '
            + std::string(words[second / step % std::size(words)]) + '\n');
    }
    return result;
}

} // namespace

HttpAnswer podLog(const HttpRequest &request, const Object &pod, const base::Clock &clock)
{
    const std::string container(request.parameter("container"));
    const Value *state = stateOf(pod.value, container);
    if (!state)
        return refusal(400,
            "container " + (container.empty() ? std::string("of the pod") : container) + " is not valid for pod " + pod.name);
    const bool previous = request.flag("previous");
    const Value &run = previous ? (*state)["lastState"]["terminated"] : (*state)["state"]["running"];
    if (!run.isMap() && (*state)["state"]["waiting"].isMap() && !(*state)["lastState"]["terminated"].isMap())
        return refusal(400,
            "container \"" + (*state)["name"].text() + "\" in pod \"" + pod.name
                + "\" is waiting to start: " + (*state)["state"]["waiting"]["reason"].text());
    const Value &ended
        = (*state)["state"]["terminated"].isMap() ? (*state)["state"]["terminated"] : (*state)["lastState"]["terminated"];
    const Value &shown = run.isMap() ? run : ended;
    const auto begin = text::parseTime(shown["startedAt"].text()), end = text::parseTime(shown["finishedAt"].text());
    const std::int64_t last = end ? end->seconds : text::Time::from(clock.now()).seconds;
    auto all = lines((*state)["name"].text(), begin ? begin->seconds : last, last, request.flag("timestamps"));
    if (shown["exitCode"].asInteger() != 0)
        all.push_back("level=error msg=\"" + shown["message"].text() + "\" exit=" + shown["exitCode"].text() + '\n');
    const std::string_view tail = request.parameter("tailLines");
    std::size_t count = all.size();
    std::from_chars(tail.data(), tail.data() + tail.size(), count);
    HttpAnswer answer;
    answer.contentType = "text/plain";
    for (std::size_t i = all.size() - std::min(count, all.size()); i < all.size(); ++i)
        answer.body += all[i];
    return answer;
}

} // namespace demo
