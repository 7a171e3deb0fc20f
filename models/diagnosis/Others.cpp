#include "models/diagnosis/Rules.h"
#include "models/kinds/Kind.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

void findUnavailableApi(Case &each)
{
    const text::Value &available = condition(each.object(), "Available");
    if (!isFalse(available))
        return;
    Notice &notice = each.tell("condition", Tone::Error, Phrase(QT_TR_NOOP("The kinds of this API cannot be reached: who serves them does not answer.")));
    notice.words = available["message"].text();
    addCondition(notice, available);
    const text::Value &service = each.at("spec.service");
    if (service.isMap())
        adviseObject(notice, Phrase(QT_TR_NOOP("Look at what serves them:")), detail::kindLinkPart({}, "Service", service["namespace"].text(), service["name"].text()));
}

/// Kinds that the program does not know better tell by their condition how they are, as most controllers agreed to.
void findNotReady(Case &each)
{
    const text::Value &ready = condition(each.object(), "Ready");
    const auto since = each.secondsSince(ready["lastTransitionTime"]);
    if (!isFalse(ready) || (since && *since < 30) || kinds::findKind(each.object()["apiVersion"].text(), each.kind()))
        return;
    Notice &notice = each.tell("condition", Tone::Warning, Phrase(QT_TR_NOOP("It is not ready, says the controller that looks after it.")));
    notice.words = ready["message"].text();
    addCondition(notice, ready);
}

/// A warning counts while it is fresh, and as long as the object did not get well after it.
bool stillCounts(const Case &each, const detail::Event &event)
{
    static constexpr std::int64_t fresh = 15 * 60;
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(each.evidence().now.time_since_epoch()).count();
    if (!event.last || now - *event.last > fresh)
        return false;
    for (const char *good : {"Ready", "Available", "Complete", "Succeeded"}) {
        const text::Value &state = condition(each.object(), good);
        if (isTrue(state) && detail::timeOf(state["lastTransitionTime"]).value_or(0) >= *event.last)
            return false;
    }
    return each.at("status.phase").text() != "Succeeded";
}

void findWarnings(Case &each)
{
    if (!each.at("metadata.deletionTimestamp").isNull())
        return;
    auto events = each.unexplained();
    std::erase_if(events, [&](const detail::Event *event) { return !stillCounts(each, *event); });
    if (events.empty())
        return;
    Notice &notice = each.tell("events", Tone::Warning, Phrase(QT_TR_NOOP("Warnings came in the last minutes.")));
    addEvents(notice, events);
    advise(notice, Phrase(QT_TR_NOOP("All of them are on the Events tab.")));
}

} // namespace

std::span<const Rule> otherRules()
{
    static constexpr Rule rules[] = {
        {"api-unavailable", "APIService.apiregistration.k8s.io", findUnavailableApi},
        {"not-ready", "", findNotReady},
        {"warnings", "", findWarnings},
    };
    return rules;
}

} // namespace diagnosis
