#include "models/rbac/Question.h"

#include "models/rbac/AccountPresence.h"
#include "models/rbac/Explain.h"
#include "models/rbac/Marked.h"
#include "models/rbac/Refusal.h"
#include "models/rbac/RequestWords.h"

#include <algorithm>
#include <array>
#include <set>

namespace rbac {

namespace {

using Words = std::vector<std::string>;

/// What a question may begin with, and means nothing.
constexpr std::array<std::string_view, 6> openings = {"kubectl", "auth", "can-i", "can", "may", "whether"};
/// Whoever the question is asked beside.
constexpr std::array<std::string_view, 3> selves = {"I", "it", "this"};

/// The words of which one behind another names something.
struct Option
{
    std::string_view word;
    enum class Meaning { Namespace, Subresource, Who } meaning;
};
constexpr Option options[] = {{"in", Option::Meaning::Namespace}, {"-n", Option::Meaning::Namespace}, {"--namespace", Option::Meaning::Namespace},
                              {"--subresource", Option::Meaning::Subresource}, {"as", Option::Meaning::Who}, {"--as", Option::Meaning::Who}};
constexpr std::array<std::string_view, 3> everywhere = {"everywhere", "-A", "--all-namespaces"};

Words wordsOf(std::string_view text)
{
    constexpr std::string_view between = " \t\r\n";
    Words out;
    for (std::size_t begin = text.find_first_not_of(between); begin != text.npos; begin = text.find_first_not_of(between, begin)) {
        const std::size_t end = std::min(text.find_first_of(between, begin), text.size());
        const std::string word(text.substr(begin, end - begin));
        const std::size_t equals = word.starts_with("--") ? word.find('=') : word.npos;
        out.push_back(word.substr(0, equals));
        if (equals != word.npos)
            out.push_back(word.substr(equals + 1));
        begin = end;
    }
    if (!out.empty() && out.back().ends_with('?'))
        out.back().pop_back();
    std::erase(out, std::string());
    return out;
}

/// What is asked behind "who can"; nothing where that is not asked.
std::optional<Words> wordsAfterWho(std::string_view text)
{
    Words words = wordsOf(text);
    const bool isOneWord = !words.empty() && words[0] == "who-can";
    const bool isTwo = words.size() > 1 && (words[0] == "who" || words[0] == "Who") && (words[1] == "can" || words[1] == "may");
    if (!isOneWord && !isTwo)
        return std::nullopt;
    words.erase(words.begin(), words.begin() + (isTwo ? 2 : 1));
    return words;
}

/// A question taken apart.
struct Parts
{
    Words words;                ///< verb, resource, name
    std::string namespaceName;
    std::string subresource;
    std::string who;            ///< empty: the asker
};

Parts partsOf(Words words, const std::string &namespaceName)
{
    Parts parts{{}, namespaceName, {}, {}};
    std::size_t at = 0;
    while (at < words.size() && std::ranges::find(openings, words[at]) != openings.end())
        ++at;
    for (; at < words.size(); ++at) {
        const auto option = std::ranges::find(options, words[at], &Option::word);
        if (std::ranges::find(everywhere, words[at]) != everywhere.end()) {
            parts.namespaceName.clear();
        } else if (option != std::end(options) && at + 1 < words.size()) {
            const bool isEverywhere = words[at + 1] == "all" && at + 2 < words.size() && words[at + 2] == "namespaces";
            std::string &into = option->meaning == Option::Meaning::Namespace ? parts.namespaceName : option->meaning == Option::Meaning::Who ? parts.who : parts.subresource;
            into = isEverywhere ? std::string() : words[at + 1];
            at += isEverywhere ? 2 : 1;
        } else {
            parts.words.push_back(words[at]);
        }
    }
    if (parts.words.size() > 2 && !isKnownVerb(parts.words[0], false) && isKnownVerb(parts.words[1], parts.words[2].starts_with('/'))) {
        parts.who = parts.words[0];
        parts.words.erase(parts.words.begin());
    }
    return parts;
}

/// "pods/log": as the server's words and people have it.
void splitSubresource(Parts &parts)
{
    if (parts.words.size() < 2 || parts.words[1].starts_with('/'))
        return;
    const std::size_t slash = parts.words[1].find('/');
    if (slash == std::string::npos || !isSubresource(std::string_view(parts.words[1]).substr(slash + 1)))
        return;
    parts.subresource = parts.words[1].substr(slash + 1);
    parts.words[1].resize(slash);
}

bool isAccount(const Basis &basis, const ServiceAccountRef &account)
{
    return std::ranges::any_of(basis.inputs.serviceAccounts, [&](const auto &known) { return known->ref == account; });
}

Identity namedBy(const std::string &who, const Asker &asker, const Basis &basis)
{
    if (who.empty() || who == asker.identity.user || std::ranges::find(selves, who) != selves.end())
        return asker.identity;
    const auto reference = ObjectRef::parse(who);
    if (reference && (reference->kind == "ServiceAccount" || reference->kind == "User" || reference->kind == "Group"))
        return Identity::ofSubject(*reference);
    const std::size_t slash = who.find('/');
    const ServiceAccountRef account = slash == who.npos ? ServiceAccountRef{asker.namespaceName, who} : ServiceAccountRef{who.substr(0, slash), who.substr(slash + 1)};
    return slash != who.npos || isAccount(basis, account) ? Identity::ofServiceAccount(account) : Identity::authenticated(who, {});
}

/// Of who looks the groups are known, however they are named.
Identity identityOf(const std::string &who, const Asker &asker, const Basis &basis)
{
    Identity named = namedBy(who, asker, basis);
    return asker.viewer && asker.viewer->ref() == named.ref() ? *asker.viewer : named;
}

/// What the answer cannot know of whom it is about.
void addIdentityHint(Question &question, const Asker &asker, const Inputs &inputs)
{
    const ObjectRef who = question.identity.ref();
    const bool isViewer = asker.viewer && asker.viewer->ref() == who;
    if (isMissing(inputs, who))
        question.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "%1 does not exist: this would count once it is made"), {who.text()}));
    else if (who.kind == "User" && !who.name.empty() && !isViewer && question.identity.groups.empty() && who.name != anonymousUser)
        question.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "which groups %1 is in is not known: only those that everybody has are counted"), {who.name}));
}

void addPlaceHint(Question &question, const Inputs &inputs)
{
    const std::string &place = question.request.namespaceName;
    const bool isKnown = place.empty() || inputs.namespaces.empty() || std::ranges::find(inputs.namespaces, place) != inputs.namespaces.end();
    if (!isKnown && !inputs.isUnreadable("namespaces", {}))
        question.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "there is no namespace %1"), {place}));
}

/// With nothing said yet of whom it is about.
base::Result<Question> readAsked(std::string_view text, const Asker &asker, const Basis &basis)
{
    if (auto refusal = readRefusal(text))
        return Question{identityOf(refusal->user, asker, basis), std::move(refusal->request), {}, true};
    Parts parts = partsOf(wordsOf(text), asker.namespaceName);
    splitSubresource(parts);
    auto worded = readRequest({parts.words, parts.subresource, parts.namespaceName}, basis.inputs.catalog);
    if (!worded)
        return worded.error();
    Question out{identityOf(parts.who, asker, basis), std::move(worded->request), std::move(worded->hints), worded->isServed};
    addPlaceHint(out, basis.inputs);
    return out;
}

} // namespace

base::Result<Question> readQuestion(std::string_view text, const Asker &asker, const Basis &basis)
{
    auto out = readAsked(text, asker, basis);
    if (out)
        addIdentityHint(*out, asker, basis.inputs);
    return out;
}

bool asksWho(std::string_view text)
{
    return wordsAfterWho(text).has_value();
}

base::Result<Holders> readWho(std::string_view text, const Asker &asker, const Basis &basis)
{
    std::string question = "can";
    for (const std::string &word : wordsAfterWho(text).value_or(Words()))
        question += ' ' + word;
    auto read = readAsked(question, asker, basis);
    if (!read)
        return read.error();
    Holders out{std::move(read->request), {}, basis.inputs.unreadable.empty(), std::move(read->hints)};
    out.holders = whoCan(basis.evaluator, basis.inputs, out.request, AccessEvaluator::Scope::AsAsked);
    return out;
}

Answer answerTo(const Basis &basis, Question question, const std::optional<Identity> &writer)
{
    Answer out;
    out.question = std::move(question);
    const Identity &identity = out.question.identity;
    const Request &request = out.question.request;
    out.decision = decide(basis.evaluator, basis.inputs, identity, request);
    out.grants = basis.evaluator.allGrants(identity, request);
    if (!identity.isIn(mastersGroup))
        out.carrier = carrierOf(out.grants);
    if (out.decision.verdict != Verdict::Allow)
        out.misses = nearMisses(basis.evaluator, identity, request);
    if (out.decision.verdict == Verdict::NoOpinion && out.question.isServed)
        out.fixes = fixesFor(basis.evaluator, basis.inputs, identity, request, writer);
    for (Fix &fix : out.fixes)
        fix.newRisks = newRisksOf(basis.evaluator, basis.inputs, fix);
    return out;
}

std::vector<std::string> wayOf(const Answer &answer)
{
    std::set<std::string> out;
    for (const Grant &grant : answer.grants) {
        for (const ObjectRef &ref : {answer.question.identity.ref(), grant.subjectRef(), grant.binding->ref, grant.role->ref})
            out.insert(ref.text());
        if (!answer.question.request.isUrl())           // which is in no namespace
            out.insert(ObjectRef{"Namespace", {}, grant.binding->isClusterBinding() ? "*" : grant.binding->ref.namespaceName}.text());
    }
    return {out.begin(), out.end()};
}

} // namespace rbac
