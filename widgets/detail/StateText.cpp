#include "widgets/detail/StateText.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/WhyNot.h"

#include <QCoreApplication>

namespace detail {

using base::Meaning;
using Phase = ObjectState::Phase;

namespace {

QString words(const char *text) { return QCoreApplication::translate("detail", text); }

/// "Pod web-0 in team-a"
QString nameOf(const ObjectName &name)
{
    const QString kind = QString::fromStdString(name.type.kind), own = QString::fromStdString(name.name), space = QString::fromStdString(name.namespaceName);
    return space.isEmpty() ? words(QT_TRANSLATE_NOOP("detail", "%1 %2")).arg(kind, own) : words(QT_TRANSLATE_NOOP("detail", "%1 %2 in %3")).arg(kind, own, space);
}

QString serverWords(const ObjectState &state)
{
    return state.error ? base::errorText(*state.error) : QString();
}

/// The right that is missing, in the words of a role.
QString missingRight(const ObjectName &name)
{
    return words(QT_TRANSLATE_NOOP("detail", "Needed is the verb get on %1. Who manages access to this cluster can give it."))
        .arg(QString::fromStdString(name.type.qualifiedName()));
}

QString titleOf(const ObjectName &name, const ObjectState &state)
{
    switch (state.phase) {
    case Phase::Connecting:
        return state.error ? words(QT_TRANSLATE_NOOP("detail", "%1 could not be read")).arg(nameOf(name)) : words(QT_TRANSLATE_NOOP("detail", "Asking for %1")).arg(nameOf(name));
    case Phase::Stale: return words(QT_TRANSLATE_NOOP("detail", "Stale since %1")).arg(base::localTime(state.since));
    case Phase::Deleted: return words(QT_TRANSLATE_NOOP("detail", "Deleted, seen at %1")).arg(base::localTime(state.since));
    case Phase::NotFound: return words(QT_TRANSLATE_NOOP("detail", "There is no %1")).arg(nameOf(name));
    case Phase::Refused: return words(QT_TRANSLATE_NOOP("detail", "You may not read %1")).arg(nameOf(name));
    default: return {};
    }
}

QString detailOf(const ObjectName &name, const ObjectState &state)
{
    const QString said = serverWords(state);
    switch (state.phase) {
    case Phase::Deleted: return words(QT_TRANSLATE_NOOP("detail", "This is its last state."));
    case Phase::NotFound: return said.isEmpty() ? words(QT_TRANSLATE_NOOP("detail", "It may have been deleted, or have another name.")) : said;
    case Phase::Refused: return said.isEmpty() ? missingRight(name) : said + u'\n' + missingRight(name);
    default: return said;
    }
}

} // namespace

Meaning meaningOf(const ObjectState &state)
{
    switch (state.phase) {
    case Phase::Connecting: return state.error ? Meaning::Error : Meaning::Progress;
    case Phase::Live:
    case Phase::Polling: return Meaning::Ok;
    case Phase::Stale: return Meaning::Warning;
    case Phase::Refused: return Meaning::Error;
    default: return Meaning::Unknown;
    }
}

QString wordOf(const ObjectState &state)
{
    switch (state.phase) {
    case Phase::Connecting: return state.error ? words(QT_TRANSLATE_NOOP("detail", "not reached")) : words(QT_TRANSLATE_NOOP("detail", "connecting"));
    case Phase::Live: return words(QT_TRANSLATE_NOOP("detail", "live"));
    case Phase::Polling: return words(QT_TRANSLATE_NOOP("detail", "asked every %1 s")).arg(LiveObject::PollInterval.count());
    case Phase::Stale: return words(QT_TRANSLATE_NOOP("detail", "stale since %1")).arg(base::localTime(state.since));
    case Phase::Deleted: return words(QT_TRANSLATE_NOOP("detail", "deleted"));
    case Phase::NotFound: return words(QT_TRANSLATE_NOOP("detail", "not found"));
    case Phase::Refused: return words(QT_TRANSLATE_NOOP("detail", "refused"));
    }
    return {};
}

bool needsWords(const ObjectState &state)
{
    return state.phase != Phase::Live && state.phase != Phase::Polling;
}

base::Address kindAddress(const kube::ResourceType &type)
{
    return {QString::fromStdString(type.qualifiedName()), {}, {}, {}};
}

void tell(base::StateNotice &notice, const ObjectName &name, const ObjectState &state, const Steps &steps)
{
    std::vector<base::StateNotice::Step> offered;
    const bool waits = state.phase == Phase::Connecting && !state.error;
    if (!waits && state.phase != Phase::Deleted)
        offered.push_back({words(QT_TRANSLATE_NOOP("detail", "Try now")), steps.retry});
    if (state.phase == Phase::Deleted || state.phase == Phase::NotFound || state.phase == Phase::Refused)
        offered.push_back({words(QT_TRANSLATE_NOOP("detail", "Show all %1")).arg(QString::fromStdString(name.type.resource)), steps.showAll});
    if (const auto why = state.error && steps.open ? base::whyNotAddress(*state.error) : std::nullopt)
        offered.push_back({words(QT_TRANSLATE_NOOP("detail", "Why not?")), [open = steps.open, why] { open(*why); }});
    notice.tell(meaningOf(state), titleOf(name, state), detailOf(name, state), offered, state.nextAttempt);
}

} // namespace detail
