#include "models/diagnosis/Case.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

/// How grave a tone is; equals stay in the order of the rules.
int rankOf(Tone tone)
{
    switch (tone) {
    case Tone::Error: return 0;
    case Tone::Warning: return 1;
    case Tone::Progress: return 2;
    default: return 3;
    }
}

} // namespace

std::optional<std::int64_t> Case::secondsSince(const text::Value &time) const
{
    const auto then = detail::timeOf(time);
    if (!then)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(m_evidence.now.time_since_epoch()).count() - *then;
}

Notice &Case::tell(const std::string &cause, Tone tone, Phrase title)
{
    m_causes.insert(cause);
    m_findings.push_back({m_rule, Notice{tone, std::move(title), {}, {}}});
    return m_findings.back().notice;
}

std::vector<const detail::Event *> Case::take(std::string_view reason, std::string_view words, std::string_view part)
{
    std::vector<const detail::Event *> taken;
    for (const detail::Event &event : m_evidence.events) {
        const bool isElsewhere = !part.empty() && !event.part.empty() && event.part != part;
        if (event.reason != reason || event.isAboutEarlier || !contains(event.message, words) || isElsewhere)
            continue;
        m_explained.insert(&event);
        taken.push_back(&event);
    }
    return taken;
}

std::vector<const detail::Event *> Case::unexplained() const
{
    std::vector<const detail::Event *> left;
    const auto isSaid = [this](const detail::Event &event) {
        return std::ranges::any_of(m_findings, [&](const Finding &finding) { return !finding.notice.words.empty() && contains(event.message, finding.notice.words); });
    };
    for (const detail::Event &event : m_evidence.events) {
        if (event.type == "Warning" && !event.isAboutEarlier && !m_explained.contains(&event) && !isSaid(event))
            left.push_back(&event);
    }
    return left;
}

std::vector<Finding> Case::finish() &&
{
    for (Finding &finding : m_findings) {
        std::string &words = finding.notice.words;
        words.erase(words.find_last_not_of(" \n") + 1);
    }
    std::ranges::stable_sort(m_findings, {}, [](const Finding &finding) { return rankOf(finding.notice.tone); });
    return {std::make_move_iterator(m_findings.begin()), std::make_move_iterator(m_findings.end())};
}

Line fact(std::string_view field, std::string_view value)
{
    return {detail::textPart(field, Tone::Quiet), detail::machinePart(value)};
}

void addFact(Notice &notice, std::string_view field, const text::Value &value)
{
    const std::string text = detail::shown(value);
    if (!text.empty())
        notice.evidence.push_back(fact(field, text));
}

void addCondition(Notice &notice, const text::Value &condition)
{
    if (!condition.isMap())
        return;
    const std::string &reason = condition["reason"].text();
    Line line = fact("condition", condition["type"].text() + '=' + condition["status"].text() + (reason.empty() ? "" : " (" + reason + ')'));
    if (const auto since = detail::timeOf(condition["lastTransitionTime"]))
        line.push_back(detail::wordsPart(Phrase(QT_TR_NOOP("for %1"), {Argument::age(*since)}), Tone::Quiet));
    notice.evidence.push_back(std::move(line));
}

void addEvents(Notice &notice, const std::vector<const detail::Event *> &events)
{
    // The newest of each reason and message; the rest says the same.
    std::vector<const detail::Event *> shown;
    for (const detail::Event *event : events) {
        const bool isKnown = std::ranges::any_of(shown, [&](const detail::Event *other) { return other->reason == event->reason && other->message == event->message; });
        if (isKnown || shown.size() == 3)
            continue;
        shown.push_back(event);
        Line line = fact("event", event->reason + " ×" + std::to_string(event->count));
        if (event->last)
            line.push_back(detail::wordsPart(Phrase(QT_TR_NOOP("last %1 ago"), {Argument::age(*event->last)}), Tone::Quiet));
        // Most repeat the words that stand above them.
        if (!contains(notice.words, event->message) && (notice.words.empty() || !contains(event->message, notice.words)))
            line.push_back(detail::textPart(event->message));
        notice.evidence.push_back(std::move(line));
    }
}

void advise(Notice &notice, Phrase sentence)
{
    notice.next.push_back({detail::wordsPart(std::move(sentence))});
}

void adviseCommand(Notice &notice, std::string command)
{
    notice.next.push_back({detail::machinePart(command)});
}

void adviseObject(Notice &notice, Phrase sentence, const detail::Part &link)
{
    notice.next.push_back({detail::wordsPart(std::move(sentence)), link});
}

std::string command(const Case &each, std::string_view words, std::string_view rest)
{
    std::string line = "kubectl " + std::string(words) + ' ' + each.name();
    if (!each.namespaceName().empty())
        line += " -n " + each.namespaceName();
    return rest.empty() ? line : line + ' ' + std::string(rest);
}

const text::Value &condition(const text::Value &object, std::string_view type)
{
    static const text::Value none;
    for (const text::Value &each : object["status"]["conditions"].items()) {
        if (each["type"].text() == type)
            return each;
    }
    return none;
}

bool isTrue(const text::Value &condition)
{
    return condition["status"].text() == "True";
}

bool isFalse(const text::Value &condition)
{
    return condition["status"].text() == "False";
}

std::string between(std::string_view text, std::string_view begin, std::string_view end)
{
    const std::size_t from = text.find(begin);
    if (from == text.npos)
        return {};
    const std::size_t first = from + begin.size();
    const std::size_t last = text.find(end, first);
    return std::string(text.substr(first, last == text.npos ? text.npos : last - first));
}

bool contains(std::string_view text, std::string_view words)
{
    return text.find(words) != text.npos;
}

} // namespace diagnosis
