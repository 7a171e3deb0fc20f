#include "widgets/rights/RightsWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace rights {

namespace {

using rbac::AccessFacts;
using rbac::AccountFacts;
using rbac::Fact;
using rbac::PodFacts;
using rbac::RoleFacts;
using kinds::Health;

/// What a cell shows where nothing is known: not yet, or because it may not be read.
constexpr const char *notYet = "…";
constexpr const char *notKnown = "?";
/// So many names are told one by one.
constexpr std::size_t mostNames = 8;

struct Word
{
    const char *english;
    Health meaning = Health::NotTold;
};

/// In the order of Severity; then that there is none.
constexpr Word riskWords[] = {{QT_TRANSLATE_NOOP("rights", "critical"), Health::Failing},
                              {QT_TRANSLATE_NOOP("rights", "high"), Health::NotReady},
                              {QT_TRANSLATE_NOOP("rights", "medium"), Health::NotReady},
                              {QT_TRANSLATE_NOOP("rights", "low"), Health::Unknown},
                              {QT_TRANSLATE_NOOP("rights", "info"), Health::Unknown},
                              {QT_TRANSLATE_NOOP("rights", "none")}};
constexpr std::size_t noRisk = std::size(riskWords) - 1;

/// In the order in which they are sorted, and the uses that they are words for.
constexpr std::pair<rbac::RoleUse, Word> useWords[] = {{rbac::RoleUse::Unused, {QT_TRANSLATE_NOOP("rights", "unused"), Health::NotReady}},
                                                       {rbac::RoleUse::Default, {QT_TRANSLATE_NOOP("rights", "built in")}},
                                                       {rbac::RoleUse::Aggregated, {QT_TRANSLATE_NOOP("rights", "aggregated")}},
                                                       {rbac::RoleUse::Bound, {QT_TRANSLATE_NOOP("rights", "bound")}}};

constexpr Word tokenWords[] = {{QT_TRANSLATE_NOOP("rights", "mounted")}, {QT_TRANSLATE_NOOP("rights", "none")}};

QString said(const char *english) { return QCoreApplication::translate("rights", english); }
QString named(const std::string &text) { return QString::fromStdString(text); }
QString number(std::size_t count) { return QString::number(count); }

std::size_t placeOf(const std::optional<rbac::GravestRisk> &risk)
{
    return risk ? static_cast<std::size_t>(risk->risk.severity) : noRisk;
}

std::size_t placeOf(rbac::RoleUse use)
{
    return static_cast<std::size_t>(std::ranges::find(useWords, use, &std::pair<rbac::RoleUse, Word>::first) - std::begin(useWords));
}

/// The names one below the other, the last line how many there are beside them.
template<typename List, typename NameOf>
void addNames(QStringList &lines, const List &list, NameOf nameOf)
{
    for (std::size_t i = 0; i < std::min(list.size(), mostNames); ++i)
        lines << QStringLiteral("  ") + nameOf(list[i]);
    if (list.size() > mostNames)
        lines << QStringLiteral("  ") + said(QT_TRANSLATE_NOOP("rights", "and %1 more")).arg(number(list.size() - mostNames));
}

QString refText(const rbac::ObjectRef &ref) { return named(ref.text()); }

void addRisk(QStringList &lines, const std::optional<rbac::GravestRisk> &gravest)
{
    if (!gravest) {
        lines << said(QT_TRANSLATE_NOOP("rights", "Nothing of what it may do is in the table of risks."));
        return;
    }
    const rbac::Risk &risk = gravest->risk;
    const rbac::RiskRule &rule = rbac::riskRule(risk.id);
    lines << QStringLiteral("%1: %2 (%3)").arg(said(riskWords[placeOf(gravest)].english), QCoreApplication::translate("rbac", std::string(rule.attack).c_str()), QString::fromLatin1(risk.id.data(), qsizetype(risk.id.size())));
    if (risk.subject->kind == "Group")
        lines << said(QT_TRANSLATE_NOOP("rights", "As everybody in the group %1")).arg(named(risk.subject->name));
    if (!risk.binding.isEmpty())
        lines << said(QT_TRANSLATE_NOOP("rights", "By %1")).arg(refText(risk.binding));
    if (!risk.role.isEmpty())
        lines << said(QT_TRANSLATE_NOOP("rights", "With %1")).arg(refText(risk.role));
    if (gravest->findings > 1)
        lines << said(QT_TRANSLATE_NOOP("rights", "Findings in all: %1")).arg(number(gravest->findings));
}

/// What a cell says of an account, a role or a pod: a number, or the place of a word among those of its fact.
struct Said
{
    std::size_t value = 0;
    bool isNumber = false;
};

struct Saying
{
    Fact fact;

    Said operator()(const AccountFacts &account) const
    {
        if (fact == Fact::AccountRisk)
            return {placeOf(account.risk)};
        return {fact == Fact::AccountPods ? account.pods : account.bindings.size(), true};
    }
    Said operator()(const RoleFacts &role) const { return fact == Fact::RoleSubjects ? Said{role.subjects.size(), true} : Said{placeOf(role.use)}; }
    Said operator()(const PodFacts &pod) const { return {fact == Fact::PodRisk ? placeOf(pod.risk) : pod.mountsToken ? 0u : 1u}; }
};

/// Whether nothing that is out of sight could make it another word.
struct IsCertain
{
    Fact fact;

    static bool isGravest(const std::optional<rbac::GravestRisk> &risk) { return risk && risk->risk.severity == rbac::Severity::Critical; }
    bool operator()(const AccountFacts &account) const { return fact == Fact::AccountRisk && isGravest(account.risk); }
    bool operator()(const RoleFacts &role) const { return fact == Fact::RoleUse && role.use == rbac::RoleUse::Bound; }
    bool operator()(const PodFacts &pod) const
    {
        const bool isOwnWord = pod.reason != rbac::TokenReason::Default;
        return fact == Fact::PodToken ? isOwnWord : isGravest(pod.risk) || !pod.isAlive || (isOwnWord && !pod.mountsToken);
    }
};

/// The reason, in lines.
struct Reason
{
    Fact fact;
    QStringList &lines;

    void operator()(const AccountFacts &account) const
    {
        if (fact == Fact::AccountPods)
            lines << said(QT_TRANSLATE_NOOP("rights", "Pods that run as it, or are about to: %1")).arg(number(account.pods));
        else if (fact == Fact::AccountRisk)
            addRisk(lines, account.risk);
        else
            addBindings(account);
    }
    void operator()(const RoleFacts &role) const
    {
        if (fact == Fact::RoleUse && role.use != rbac::RoleUse::Bound)
            return addUse(role);
        lines << said(QT_TRANSLATE_NOOP("rights", "Bindings: %1, subjects: %2")).arg(number(role.bindings.size()), number(role.subjects.size()));
        addNames(lines, role.bindings, refText);
        if (fact == Fact::RoleSubjects && !role.subjects.empty()) {
            lines << said(QT_TRANSLATE_NOOP("rights", "They name:"));
            addNames(lines, role.subjects, refText);
        }
    }
    void operator()(const PodFacts &pod) const
    {
        addToken(pod);
        if (fact == Fact::PodRisk && !pod.isAlive)
            lines << said(QT_TRANSLATE_NOOP("rights", "It has ended: nothing runs with it."));
        else if (fact == Fact::PodRisk && (pod.risk || pod.mountsToken))
            addRisk(lines, pod.risk);
    }

private:
    void addBindings(const AccountFacts &account) const
    {
        const auto groups = static_cast<std::size_t>(std::ranges::count_if(account.bindings, [](const rbac::NamingBinding &each) { return !each.group.empty(); }));
        lines << said(QT_TRANSLATE_NOOP("rights", "Bindings that name it: %1, a group it is in: %2")).arg(number(account.bindings.size() - groups), number(groups));
        addNames(lines, account.bindings, [](const rbac::NamingBinding &each) {
            return each.group.empty() ? refText(each.binding) : QStringLiteral("%1 (%2)").arg(refText(each.binding), named(each.group));
        });
        if (account.defaultBindings > 0)
            lines << said(QT_TRANSLATE_NOOP("rights", "Not counted, because Kubernetes brings them for every account: %1")).arg(number(account.defaultBindings));
    }
    void addUse(const RoleFacts &role) const
    {
        lines << said(QT_TRANSLATE_NOOP("rights", "No binding names it."));
        if (role.use == rbac::RoleUse::Default)
            lines << said(QT_TRANSLATE_NOOP("rights", "Kubernetes brings it, for whoever may want it."));
        if (role.aggregatedInto.empty())
            return;
        lines << said(QT_TRANSLATE_NOOP("rights", "Its rules are taken into:"));
        addNames(lines, role.aggregatedInto, refText);
    }
    void addToken(const PodFacts &pod) const
    {
        using enum rbac::TokenReason;
        const QString account = named(pod.account.name), value = pod.mountsToken ? QStringLiteral("true") : QStringLiteral("false");
        switch (pod.reason) {
        case StaticPod: lines << said(QT_TRANSLATE_NOOP("rights", "A static pod: it has no account at the API server.")); break;
        case Volume: lines << said(QT_TRANSLATE_NOOP("rights", "A volume holds a token of ServiceAccount %1.")).arg(account); break;
        case Pod: lines << said(QT_TRANSLATE_NOOP("rights", "The pod says automountServiceAccountToken: %1.")).arg(value); break;
        case Account: lines << said(QT_TRANSLATE_NOOP("rights", "ServiceAccount %1 says automountServiceAccountToken: %2.")).arg(account, value); break;
        case Default: lines << said(QT_TRANSLATE_NOOP("rights", "Neither the pod nor ServiceAccount %1 says anything, so there is a token.")).arg(account); break;
        }
    }
};

/// Calls with what is known of the object; false when nothing is.
template<typename Use>
bool withObject(const AccessFacts &facts, const CellPlace &place, Use use)
{
    const auto found = [&](const auto *object) {
        if (object)
            use(*object);
        return object != nullptr;
    };
    if (place.type == "serviceaccounts")
        return found(AccessFacts::find(facts.accounts, place.key));
    if (place.type == "pods")
        return found(AccessFacts::find(facts.pods, place.key));
    return found(AccessFacts::find(place.type.starts_with("cluster") ? facts.clusterRoles : facts.roles, place.key));
}

/// Names hold no slash.
std::vector<std::string_view> missingFor(const AccessFacts &facts, const CellPlace &place)
{
    if (facts.unreadable.empty())
        return {};
    const std::size_t slash = place.key.find('/');
    return facts.missing(place.fact, slash == place.key.npos ? std::string_view() : place.key.substr(0, slash));
}

void addMissing(QStringList &lines, const AccessFacts &facts, const std::vector<std::string_view> &missing)
{
    for (const std::string_view collection : missing) {
        const auto part = std::ranges::find(facts.unreadable, collection, &rbac::Unreadable::resource);
        const QString name = QString::fromUtf8(collection.data(), qsizetype(collection.size()));
        lines << (part->except.empty() ? said(QT_TRANSLATE_NOOP("rights", "Not known: %1 may not be listed.")).arg(name)
                                       : said(QT_TRANSLATE_NOOP("rights", "Not known: %1 may not be listed in all namespaces.")).arg(name));
        if (!part->reason.empty())
            lines << QStringLiteral("  ") + named(part->reason);
    }
}

std::vector<tables::CellWord> withUnknown(std::vector<tables::CellWord> words)
{
    words.push_back({notKnown, Health::NotTold});
    words.push_back({notYet, Health::NotTold});
    return words;
}

} // namespace

std::string words(const char *english) { return said(english).toStdString(); }

std::vector<tables::CellWord> wordsOf(Fact fact)
{
    std::vector<tables::CellWord> out;
    const auto add = [&](const Word &word) { out.push_back({words(word.english), word.meaning}); };
    if (fact == Fact::AccountRisk || fact == Fact::PodRisk)
        std::ranges::for_each(riskWords, add);
    else if (fact == Fact::PodToken)
        std::ranges::for_each(tokenWords, add);
    else if (fact == Fact::RoleUse)
        std::ranges::for_each(useWords, add, &std::pair<rbac::RoleUse, Word>::second);
    return withUnknown(std::move(out));
}

std::string textOf(const AccessFacts *facts, const CellPlace &place, const std::vector<tables::CellWord> &words)
{
    if (!facts || !facts->told.test(static_cast<std::size_t>(place.fact)))
        return notYet;
    const bool isPartlyKnown = !missingFor(*facts, place).empty();
    std::string text = isPartlyKnown ? notKnown : notYet;
    withObject(*facts, place, [&](const auto &object) {
        const Said said = Saying{place.fact}(object);
        if (!isPartlyKnown || IsCertain{place.fact}(object))
            text = said.isNumber ? std::to_string(said.value) : words[said.value].text;
    });
    return text;
}

std::string reasonOf(const AccessFacts *facts, const CellPlace &place)
{
    const QString working = said(QT_TRANSLATE_NOOP("rights", "Being worked out from what is listed."));
    if (!facts || !facts->told.test(static_cast<std::size_t>(place.fact)))
        return working.toStdString();
    QStringList lines;
    const std::vector<std::string_view> missing = missingFor(*facts, place);
    addMissing(lines, *facts, missing);
    const bool isThere = withObject(*facts, place, [&](const auto &object) {
        if (!missing.empty())
            lines << said(QT_TRANSLATE_NOOP("rights", "Of what is known:"));
        Reason{place.fact, lines}(object);
    });
    if (!isThere && missing.empty())
        lines << working;
    return lines.join(u'\n').toStdString();
}

} // namespace rights
