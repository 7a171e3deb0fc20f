#include "models/diagnosis/SchedulingMessage.h"

#include <charconv>

namespace diagnosis {

namespace {

constexpr std::string_view available = " nodes are available:";
constexpr std::string_view preempting = "preemption: ";

/// The number that a text begins with, which is then cut off; 0 and unchanged without one.
std::int64_t cutNumber(std::string_view &text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || length == text.size() || text[length] != ' ')
        return 0;
    text.remove_prefix(length + 1);
    return number;
}

bool beginsWithNumber(std::string_view text)
{
    return cutNumber(text) > 0;
}

/// The next ", " after which another number of nodes begins; taints of older schedulers have commas of their own.
std::size_t nextReason(std::string_view text)
{
    for (std::size_t comma = text.find(", "); comma != text.npos; comma = text.find(", ", comma + 2)) {
        if (beginsWithNumber(text.substr(comma + 2)))
            return comma;
    }
    return text.npos;
}

std::string trimmed(std::string_view text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ' '))
        text.remove_suffix(1);
    return std::string(text);
}

} // namespace

SchedulingMessage readSchedulingMessage(std::string_view message)
{
    SchedulingMessage read;
    const std::size_t counted = message.find(available);
    const std::size_t slash = message.find('/');
    if (counted == message.npos || slash >= counted)
        return read;
    std::string_view count = message.substr(slash + 1);
    read.nodes = cutNumber(count);
    std::string_view body = message.substr(counted + available.size());
    body.remove_prefix(body.starts_with(' ') ? 1 : 0);
    if (const std::size_t at = body.find(preempting); at != body.npos) {
        read.preemption = trimmed(body.substr(at + preempting.size()));
        body = body.substr(0, at);
    }
    // What the scheduler's plugins add after the reasons is a sentence of its own.
    if (const std::size_t end = body.find(". "); end != body.npos)
        body = body.substr(0, end);
    while (!body.empty()) {
        const std::size_t end = nextReason(body);
        std::string_view one = body.substr(0, end);
        const std::int64_t nodes = cutNumber(one);
        if (const std::string text = trimmed(one); !text.empty())
            read.reasons.push_back({nodes, text});
        body = end == body.npos ? std::string_view() : body.substr(end + 2);
    }
    return read;
}

} // namespace diagnosis
