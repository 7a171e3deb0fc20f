#include "app/headless/GetTargets.h"

#include "models/text/GoQuote.h"

#include <algorithm>

namespace headless {

using base::ErrorKind;
using base::makeError;
using base::Result;

namespace {

/// Each part once, in their order; empty ones stay.
std::vector<std::string> parts(std::string_view list)
{
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string part(list.substr(begin, end - begin));
        if (std::ranges::find(out, part) == out.end())
            out.push_back(part);
        begin = end + 1;
    }
    return out;
}

Result<GetWords> parsePairs(std::span<const std::string> arguments)
{
    GetWords words;
    words.form = GetWords::Form::Pairs;
    for (const std::string &argument : arguments) {
        const auto slash = argument.find('/');
        if (slash == argument.npos)
            return makeError(ErrorKind::BadInput, "there is no need to specify a resource type as a separate argument when passing arguments in resource/name "
                                                  "form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'");
        const std::string resource = argument.substr(0, slash);
        const std::string name = argument.substr(slash + 1);
        if (name.find('/') != name.npos)
            return makeError(ErrorKind::BadInput, "arguments in resource/name form may not have more than one slash");
        if (resource.empty() || name.empty() || parts(resource).size() != 1)
            return makeError(ErrorKind::BadInput, "arguments in resource/name form must have a single resource and name");
        words.words.push_back({resource, {name}});
    }
    return words;
}

/// "a,b x y" means a/x a/y b/x b/y.
Result<GetWords> parseKindsAndNames(const std::vector<std::string> &kinds, std::span<const std::string> names)
{
    std::vector<std::string> pairs;
    for (const std::string &kind : kinds) {
        for (const std::string &name : names)
            pairs.push_back(kind + '/' + name);
    }
    return parsePairs(pairs);
}

void warnOfOthers(const std::string &word, const kube::ResourceType &found, const kube::ApiCatalog &catalog, const std::function<void(const std::string &)> &warn)
{
    if (!warn || std::ranges::find(found.shortNames, word) == found.shortNames.end())
        return;
    for (const kube::ResourceType &other : catalog.preferredTypes()) {
        const bool isOther = other.group != found.group || other.resource != found.resource;
        if (isOther && std::ranges::find(other.shortNames, word) != other.shortNames.end())
            return warn("short name " + text::goQuoted(word) + " could also match lower priority resource " + other.qualifiedName());
    }
}

/// What one word means: one kind, or the members of a category. Empty when nothing fits.
std::vector<kube::ResourceType> meanings(const std::string &word, GetWords::Form form, const kube::ApiCatalog &catalog,
                                         const std::function<void(const std::string &)> &warn)
{
    if (form != GetWords::Form::Pairs && !word.empty()) {
        if (std::vector<kube::ResourceType> members = catalog.category(word); !members.empty())
            return members;
    }
    const kube::ResourceType *type = word.empty() ? nullptr : catalog.find(word);
    if (!type)
        return {};
    warnOfOthers(word, *type, catalog, warn);
    return {*type};
}

bool isListed(const std::vector<GetTarget> &targets, const kube::ResourceType &type)
{
    return std::ranges::any_of(targets, [&](const GetTarget &target) { return target.type == type; });
}

/// Why a text cannot be a part of a path; empty when it can.
std::string pathProblem(const std::string &name)
{
    if (name == "." || name == "..")
        return "[may not be '" + name + "']";
    std::string problems;
    for (const char forbidden : {'/', '%'}) {
        if (name.find(forbidden) != name.npos)
            problems += std::string(problems.empty() ? "" : " ") + "may not contain '" + forbidden + '\'';
    }
    return problems.empty() ? problems : '[' + problems + ']';
}

} // namespace

Result<GetWords> GetWords::parse(std::span<const std::string> arguments)
{
    if (arguments.empty())
        return makeError(ErrorKind::Misuse, "You must specify the type of resource to get.");
    const auto names = arguments.subspan(1);
    const std::vector<std::string> kinds = parts(arguments[0]);
    if (kinds.size() > 1 && !names.empty())
        return parseKindsAndNames(kinds, names);
    if (std::ranges::any_of(arguments, [](const std::string &argument) { return argument.find('/') != argument.npos; }))
        return parsePairs(arguments);
    GetWords words;
    words.form = names.empty() ? Form::Kinds : Form::KindAndNames;
    for (const std::string &kind : kinds)
        words.words.push_back({kind, {names.begin(), names.end()}});
    return words;
}

Result<std::vector<GetTarget>> resolveTargets(const GetWords &words, const kube::ApiCatalog &catalog,
                                              const std::function<void(const std::string &)> &warn)
{
    std::vector<GetTarget> targets;
    for (const GetWords::Word &word : words.words) {
        const std::vector<kube::ResourceType> types = meanings(word.resource, words.form, catalog, warn);
        if (types.empty())
            return makeError(ErrorKind::NotFound, "the server doesn't have a resource type " + text::goQuoted(word.resource.substr(0, word.resource.find('.'))));
        if (words.form == GetWords::Form::KindAndNames && types.size() > 1)
            return makeError(ErrorKind::BadInput, "you must specify only one resource");
        for (const kube::ResourceType &type : types) {
            if (words.form == GetWords::Form::Pairs || !isListed(targets, type))
                targets.push_back({type, word.names});
        }
    }
    return targets;
}

Result<void> checkName(const std::string &name)
{
    if (name.empty())
        return makeError(ErrorKind::BadInput, "resource name may not be empty");
    if (const std::string problem = pathProblem(name); !problem.empty())
        return makeError(ErrorKind::BadInput, "invalid resource name " + text::goQuoted(name) + ": " + problem);
    return {};
}

Result<void> checkNamespace(const std::string &name)
{
    if (const std::string problem = pathProblem(name); !problem.empty())
        return makeError(ErrorKind::BadInput, "invalid namespace " + text::goQuoted(name) + ": " + problem);
    return {};
}

} // namespace headless
