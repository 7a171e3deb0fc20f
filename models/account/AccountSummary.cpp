#include "models/account/AccountSummary.h"

#include "models/detail/Parts.h"
#include "models/text/Duration.h"

#include <QtGlobal>

#include <algorithm>
#include <set>

namespace account {

using detail::Line;
using detail::linkPart;
using detail::Part;
using detail::Phrase;
using detail::Section;
using detail::Summary;
using detail::textPart;
using detail::Tone;
using detail::wordsPart;
using rbac::PodIdentity;

namespace {

constexpr std::string_view accessGroup = "rbac.authorization.k8s.io";
constexpr std::size_t mostRows = 200;

Part said(std::string_view marked, std::vector<detail::Argument> values = {}, Tone tone = Tone::Normal)
{
    return wordsPart(Phrase(marked, std::move(values)), tone);
}

Part number(std::size_t count) { return textPart(std::to_string(count)); }

Part objectPart(const rbac::ObjectRef &ref)
{
    const bool isAccess = ref.kind.find("Role") != ref.kind.npos;
    return detail::kindLinkPart(isAccess ? accessGroup : std::string_view(), ref.kind, ref.namespaceName, ref.name);
}

Part placePart(const std::string &namespaceName)
{
    return namespaceName.empty() ? said(QT_TRANSLATE_NOOP("account", "the whole cluster")) : linkPart({}, "Namespace", {}, namespaceName);
}

/// Of what could not be listed the reason, as a row.
void addProblem(Section &section, std::string_view label, const detail::LiveList::Content &content)
{
    if (content.state.error && !content.isComplete)
        detail::addRow(section, label, said(QT_TRANSLATE_NOOP("account", "not known: %1"), {content.state.error->message}, Tone::Unknown));
}

/// The rest is counted.
void keepFirst(Section &section)
{
    auto &rows = section.table->rows;
    if (rows.size() <= mostRows)
        return;
    const std::size_t more = rows.size() - mostRows;
    rows.resize(mostRows);
    rows.emplace_back(section.table->headers.size(), Line{textPart({})});
    rows.back().front() = {said(QT_TRANSLATE_NOOP("account", "%1 more"), {std::to_string(more)}, Tone::Quiet)};
}

const rbac::ServiceAccount *find(const AccountSources &sources)
{
    const auto &all = sources.basis->inputs.serviceAccounts;
    const auto found = std::ranges::find_if(all, [&](const auto &each) { return each->ref == sources.account; });
    return found == all.end() ? nullptr : found->get();
}

Line automountOf(const std::optional<bool> &says)
{
    if (!says)
        return {said(QT_TRANSLATE_NOOP("account", "yes, unless the pod says no: the account says nothing, and that means yes"))};
    return {*says ? said(QT_TRANSLATE_NOOP("account", "yes, unless the pod says no: the account says so")) : said(QT_TRANSLATE_NOOP("account", "no, unless the pod says yes: the account says so"))};
}

void addIdentity(Summary &summary, const AccountSources &sources, const rbac::ServiceAccount *known)
{
    const rbac::Identity identity = rbac::Identity::ofServiceAccount(sources.account);
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Identity")), {}};
    detail::addRow(section, QT_TRANSLATE_NOOP("account", "Known to the server as"), detail::machinePart(identity.user));
    std::vector<Line> groups;
    for (const std::string &group : identity.impliedGroups)
        groups.push_back({detail::linkPart(accessGroup, "Group", {}, group)});
    detail::addRow(section, QT_TRANSLATE_NOOP("account", "In the groups"), std::move(groups));
    if (known)
        detail::addRow(section, QT_TRANSLATE_NOOP("account", "Token mounted into pods"), {automountOf(known->automountToken)});
    detail::addSection(summary, std::move(section));
}

Part deciderOf(const PodIdentity &identity)
{
    switch (identity.decidedBy) {
    case PodIdentity::DecidedBy::Pod: return said(QT_TRANSLATE_NOOP("account", "the pod"));
    case PodIdentity::DecidedBy::ServiceAccount: return said(QT_TRANSLATE_NOOP("account", "the account"));
    case PodIdentity::DecidedBy::Default: break;
    }
    return said(QT_TRANSLATE_NOOP("account", "nobody, so it is mounted"));
}

Part mountedPart(const PodIdentity &identity)
{
    if (identity.automount)
        return said(QT_TRANSLATE_NOOP("account", "yes"));
    return identity.hasApiToken() ? said(QT_TRANSLATE_NOOP("account", "no, but a volume of its own holds one"), {}, Tone::Warning) : said(QT_TRANSLATE_NOOP("account", "no"));
}

Part howNamed(const Use &use)
{
    if (!use.namesAccount)
        return said(QT_TRANSLATE_NOOP("account", "the pod does not tell: the server fills it in"), {}, Tone::Quiet);
    return *use.namesAccount ? said(QT_TRANSLATE_NOOP("account", "names it")) : said(QT_TRANSLATE_NOOP("account", "names none: falls back to default"), {}, Tone::Warning);
}

void addUses(Summary &summary, const AccountSources &sources, const std::vector<Use> &uses)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Used by")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "Workload"), QT_TRANSLATE_NOOP("account", "Pods"), QT_TRANSLATE_NOOP("account", "How"),
                                     QT_TRANSLATE_NOOP("account", "Token mounted"), QT_TRANSLATE_NOOP("account", "Decided by")});
    const bool isDefault = sources.account.name == "default";
    for (const Use &use : uses)
        section.table->rows.push_back({{detail::kindLinkPart(use.who.group, use.who.kind, use.who.namespaceName, use.who.name)}, {number(use.pods)},
                                       {isDefault ? howNamed(use) : textPart({})}, {mountedPart(use.identity)}, {deciderOf(use.identity)}});
    keepFirst(section);
    for (const auto &[kind, content] : sources.users)
        addProblem(section, kind, content);
    const bool isKnown = std::ranges::all_of(sources.users, [](const auto &each) { return each.second.isComplete; });
    if (uses.empty() && isKnown)
        detail::addRow(section, QT_TRANSLATE_NOOP("account", "Workloads"), said(QT_TRANSLATE_NOOP("account", "none: nobody has this identity"), {}, Tone::Quiet));
    detail::addSection(summary, std::move(section));
}

Part audiencePart(const rbac::ProjectedToken &token)
{
    return token.isForApiServer() ? said(QT_TRANSLATE_NOOP("account", "the API server")) : textPart(token.audience);
}

/// "1h" of "1h0m0s"
std::string lifetime(std::int64_t seconds)
{
    std::string text = text::formatDuration(std::chrono::seconds(seconds));
    for (const std::string_view end : {"m0s", "h0m"})
        if (text.ends_with(end))
            text.resize(text.size() - 2);
    return text;
}

void addProjectedTokens(Summary &summary, const std::vector<Use> &uses)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Tokens in its pods")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "Workload"), QT_TRANSLATE_NOOP("account", "File"), QT_TRANSLATE_NOOP("account", "For"),
                                     QT_TRANSLATE_NOOP("account", "Lifetime"), QT_TRANSLATE_NOOP("account", "Volume")});
    for (const Use &use : uses)
        for (const rbac::ProjectedToken &token : use.identity.tokens) {
            const bool isServers = token.volume.starts_with("kube-api-access-");
            section.table->rows.push_back({{detail::kindLinkPart(use.who.group, use.who.kind, use.who.namespaceName, use.who.name)},
                                           {detail::machinePart(mountedAt(*use.podSpec, token))}, {audiencePart(token)}, {textPart(lifetime(token.expirationSeconds))},
                                           {isServers ? said(QT_TRANSLATE_NOOP("account", "added by the server"), {}, Tone::Quiet) : textPart(token.volume)}});
        }
    keepFirst(section);
    detail::addSection(summary, std::move(section));
}

Line lastUse(const text::Value &metadata)
{
    const std::string &day = metadata["labels"]["kubernetes.io/legacy-token-last-used"].text();
    return {day.empty() ? said(QT_TRANSLATE_NOOP("account", "not recorded"), {}, Tone::Quiet) : textPart(day)};
}

void addEndlessTokens(Summary &summary, const AccountSources &sources)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Tokens without an end")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "Secret"), QT_TRANSLATE_NOOP("account", "Ends"), QT_TRANSLATE_NOOP("account", "Last used"), QT_TRANSLATE_NOOP("account", "Age")});
    for (const auto &[uid, secret] : sources.tokenSecrets.objects) {
        const text::Value &metadata = (*secret)["metadata"];
        if (metadata["annotations"]["kubernetes.io/service-account.name"].text() != sources.account.name)
            continue;
        const auto created = detail::timeOf(metadata["creationTimestamp"]);
        section.table->rows.push_back({{linkPart({}, "Secret", sources.account.namespaceName, metadata["name"].text())},
                                       {said(QT_TRANSLATE_NOOP("account", "never: whoever has it keeps it until the Secret is deleted"), {}, Tone::Warning)}, lastUse(metadata),
                                       {created ? wordsPart(Phrase({}, {detail::Argument::age(*created)}), Tone::Quiet) : textPart({})}});
    }
    addProblem(section, QT_TRANSLATE_NOOP("account", "Secrets"), sources.tokenSecrets);
    if (section.table->rows.empty() && sources.tokenSecrets.isComplete)
        detail::addRow(section, QT_TRANSLATE_NOOP("account", "Secrets"), said(QT_TRANSLATE_NOOP("account", "none"), {}, Tone::Quiet));
    detail::addSection(summary, std::move(section));
}

std::vector<Line> secretLinks(const std::vector<std::string> &names, const std::string &namespaceName)
{
    std::vector<Line> lines;
    for (const std::string &name : names)
        lines.push_back({linkPart({}, "Secret", namespaceName, name)});
    return lines.empty() ? std::vector<Line>{{said(QT_TRANSLATE_NOOP("account", "none"), {}, Tone::Quiet)}} : lines;
}

/// Whether the annotation of the account limits its pods to the Secrets that it lists.
bool mountsOnlyListed(const rbac::ServiceAccount &account)
{
    text::Value pod = text::Value::map(), metadata = text::Value::map(), spec = text::Value::map();
    metadata.set("namespace", text::Value::string(account.ref.namespaceName));
    spec.set("serviceAccountName", text::Value::string(account.ref.name));
    pod.set("metadata", std::move(metadata));
    pod.set("spec", std::move(spec));
    rbac::Inputs alone;
    alone.serviceAccounts.push_back(std::make_shared<const rbac::ServiceAccount>(account));
    return rbac::podIdentity(pod, alone).mountsOnlyThose;
}

void addSecrets(Summary &summary, const rbac::ServiceAccount &account)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Secrets of the account")), {}};
    detail::addRow(section, QT_TRANSLATE_NOOP("account", "Mountable"), secretLinks(account.secrets, account.ref.namespaceName));
    detail::addRow(section, QT_TRANSLATE_NOOP("account", "Its pods may mount"),
                   mountsOnlyListed(account) ? said(QT_TRANSLATE_NOOP("account", "only these: kubernetes.io/enforce-mountable-secrets says so"))
                                             : said(QT_TRANSLATE_NOOP("account", "every Secret of the namespace: the list of mountable ones limits nothing"), {}, Tone::Quiet));
    detail::addRow(section, QT_TRANSLATE_NOOP("account", "Image pull secrets"), secretLinks(account.imagePullSecrets, account.ref.namespaceName));
    detail::addSection(summary, std::move(section));
}

Part rolePart(const rbac::Binding &binding, const rbac::AccessEvaluator::RolePointer &role)
{
    const auto target = binding.target();
    if (!target)
        return textPart(binding.roleRef.kind + ' ' + binding.roleRef.name, Tone::Warning);
    Part part = objectPart(*target);
    part.tone = role ? Tone::Normal : Tone::Unknown;
    return part;
}

struct Bindings
{
    Section section;
    std::size_t byDefault = 0;
};

Bindings bindingsOf(const AccountSources &sources)
{
    Bindings out{{Phrase(QT_TRANSLATE_NOOP("account", "Bindings")), {}}};
    out.section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "Binding"), QT_TRANSLATE_NOOP("account", "Role"), QT_TRANSLATE_NOOP("account", "Holds in"), QT_TRANSLATE_NOOP("account", "Through")});
    std::set<rbac::ObjectRef> defaults;
    const auto visit = [&](const rbac::AccessEvaluator::BindingPointer &binding, std::size_t subject, const rbac::AccessEvaluator::RolePointer &role) {
        const rbac::ObjectRef who = rbac::subjectRef(binding->subjects[subject], *binding);
        if (who.kind == "Group" && rbac::isDefault(binding->labels)) {
            defaults.insert(binding->ref);
            return true;
        }
        const Part through = who.kind == "Group" ? said(QT_TRANSLATE_NOOP("account", "the group %1"), {who.name}) : said(QT_TRANSLATE_NOOP("account", "names the account"));
        out.section.table->rows.push_back({{objectPart(binding->ref)}, {rolePart(*binding, role)}, {placePart(binding->ref.namespaceName)}, {through}});
        return true;
    };
    sources.basis->evaluator.visitEverywhere(rbac::Identity::ofServiceAccount(sources.account), visit);
    std::ranges::sort(out.section.table->rows, {}, [](const std::vector<Line> &row) -> const std::string & { return row.front().front().phrase.arguments.front().text; });
    out.byDefault = defaults.size();
    return out;
}

void addBindings(Summary &summary, const AccountSources &sources)
{
    Bindings bindings = bindingsOf(sources);
    if (bindings.section.table->rows.empty())
        detail::addRow(bindings.section, QT_TRANSLATE_NOOP("account", "Bindings"), said(QT_TRANSLATE_NOOP("account", "none that is known gives it anything of its own"), {}, Tone::Quiet));
    if (bindings.byDefault > 0)
        detail::addRow(bindings.section, QT_TRANSLATE_NOOP("account", "By default"),
                       said(QT_TRANSLATE_NOOP("account", "%1 more, for every account"), {std::to_string(bindings.byDefault)}, Tone::Quiet));
    keepFirst(bindings.section);
    detail::addSection(summary, std::move(bindings.section));
}

void addRisks(Summary &summary, const AccountSources &sources)
{
    Section section{Phrase(QT_TRANSLATE_NOOP("account", "Risks")), {}};
    section.table = detail::tableOf({QT_TRANSLATE_NOOP("account", "Severity"), QT_TRANSLATE_NOOP("account", "Whoever has a token of it"), QT_TRANSLATE_NOOP("account", "Holds in"),
                                     QT_TRANSLATE_NOOP("account", "Through"), QT_TRANSLATE_NOOP("account", "Rule")});
    for (const rbac::Risk &risk : risksOf(*sources.basis, rbac::Identity::ofServiceAccount(sources.account)))
        section.table->rows.push_back({{severityPart(risk.severity)}, {wordsPart(Phrase(rbac::riskRule(risk.id).attack))}, {placePart(risk.namespaceName)},
                                       {risk.binding.isEmpty() ? textPart({}) : objectPart(risk.binding.get())}, {textPart(risk.id, Tone::Quiet)}});
    if (section.table->rows.empty())
        detail::addRow(section, QT_TRANSLATE_NOOP("account", "Findings"), said(QT_TRANSLATE_NOOP("account", "none: nothing of what it may do is in the table of risks"), {}, Tone::Quiet));
    keepFirst(section);
    detail::addSection(summary, std::move(section));
}

/// What is bound to "default" is everybody's who says nothing.
void addFallback(Summary &summary, const AccountSources &sources, const std::vector<Use> &uses)
{
    const Bindings bindings = bindingsOf(sources);
    const auto falling = std::ranges::count_if(uses, [](const Use &use) { return use.namesAccount == false; });
    if (sources.account.name != "default" || bindings.section.table->rows.empty())
        return;
    detail::Notice notice{Tone::Warning, Phrase(QT_TRANSLATE_NOOP("account", "Whatever names no account here has these rights")), {}, {}};
    notice.sentences.push_back(Phrase(QT_TRANSLATE_NOOP("account", "A pod without serviceAccountName gets the account default of its namespace. Workloads here that name none: %1."), {std::to_string(falling)}));
    notice.next.push_back({said(QT_TRANSLATE_NOOP("account", "Give each workload that needs the API an account of its own, and bind nothing to default."))});
    summary.notices.push_back(std::move(notice));
}

void addMissing(Summary &summary, const AccountSources &sources)
{
    if (sources.basis->inputs.isUnreadable("serviceaccounts", sources.account.namespaceName))
        return;
    detail::Notice notice{Tone::Warning, Phrase(QT_TRANSLATE_NOOP("account", "There is no such account")), {}, {}};
    notice.sentences.push_back(Phrase(QT_TRANSLATE_NOOP("account", "Bindings may name it all the same: whoever makes an account of this name gets what they give.")));
    summary.notices.push_back(std::move(notice));
}

} // namespace

Part severityPart(rbac::Severity severity)
{
    static constexpr std::pair<const char *, Tone> words[] = {{QT_TRANSLATE_NOOP("account", "critical"), Tone::Error}, {QT_TRANSLATE_NOOP("account", "high"), Tone::Warning},
                                                              {QT_TRANSLATE_NOOP("account", "medium"), Tone::Warning}, {QT_TRANSLATE_NOOP("account", "low"), Tone::Unknown},
                                                              {QT_TRANSLATE_NOOP("account", "info"), Tone::Unknown}};
    const auto &[word, tone] = words[static_cast<std::size_t>(severity)];
    return said(word, {}, tone);
}

std::vector<rbac::Risk> risksOf(const rbac::Basis &basis, const rbac::Identity &identity)
{
    std::vector<rbac::Risk> out;
    const rbac::ObjectRef own = identity.ref();
    std::ranges::copy_if(rbac::risksAbout(basis.evaluator, basis.inputs, {identity}), std::back_inserter(out), [&](const rbac::Risk &risk) {
        const rbac::ObjectRef &subject = risk.subject.get();
        return subject == own || (subject.kind == "Group" && identity.isIn(subject.name)) || (subject.kind == "User" && subject.name == identity.user);
    });
    std::ranges::stable_sort(out, {}, &rbac::Risk::severity);
    return out;
}

void addUnreadable(Summary &summary, const rbac::Inputs &inputs, std::initializer_list<std::string_view> collections)
{
    detail::Notice notice{Tone::Unknown, Phrase(QT_TRANSLATE_NOOP("account", "Not everything may be read, so this may not be all")), {}, {}};
    for (const rbac::Unreadable &part : inputs.unreadable) {
        if (std::ranges::find(collections, part.resource) == collections.end())
            continue;
        notice.sentences.push_back(part.except.empty() ? Phrase(QT_TRANSLATE_NOOP("account", "%1 may not be listed."), {part.resource})
                                                       : Phrase(QT_TRANSLATE_NOOP("account", "%1 may not be listed in all namespaces."), {part.resource}));
        if (!part.reason.empty())
            notice.words += (notice.words.empty() ? "" : "\n") + part.reason;
    }
    if (!notice.sentences.empty())
        summary.notices.push_back(std::move(notice));
}

Summary accountSummary(const AccountSources &sources)
{
    Summary summary;
    const rbac::ServiceAccount *known = find(sources);
    const std::vector<Use> uses = usesOf(sources.users, sources.basis->inputs);
    if (!known)
        addMissing(summary, sources);
    addFallback(summary, sources, uses);
    addUnreadable(summary, sources.basis->inputs, {"serviceaccounts", "rolebindings", "clusterrolebindings", "roles", "clusterroles"});
    addIdentity(summary, sources, known);
    addRisks(summary, sources);
    addUses(summary, sources, uses);
    addProjectedTokens(summary, uses);
    addEndlessTokens(summary, sources);
    addBindings(summary, sources);
    if (known)
        addSecrets(summary, *known);
    return summary;
}

} // namespace account
