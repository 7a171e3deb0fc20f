#include "app/headless/GetTargets.h"

#include <algorithm>

namespace headless {

using base::ErrorKind;
using base::makeError;

namespace {

std::vector<std::string> split(std::string_view list)
{
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        if (end > begin)
            out.emplace_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

base::Result<GetWords> parsePairs(std::span<const std::string> arguments)
{
    GetWords words;
    for (const std::string &argument : arguments) {
        const auto slash = argument.find('/');
        if (slash == argument.npos)
            return makeError(ErrorKind::BadInput, "there is no need to specify a resource type as a separate argument when passing arguments in resource/name "
                                                  "form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'");
        const std::string resource = argument.substr(0, slash);
        const std::string name = argument.substr(slash + 1);
        if (resource.empty() || name.empty() || name.find('/') != name.npos)
            return makeError(ErrorKind::BadInput, "arguments in resource/name form must have a single resource and name");
        words.words.push_back({resource, {name}});
    }
    words.isSingleName = words.words.size() == 1;
    return words;
}

} // namespace

base::Result<GetWords> GetWords::parse(std::span<const std::string> arguments)
{
    if (arguments.empty())
        return makeError(ErrorKind::Misuse, "You must specify the type of resource to get.");
    if (std::ranges::any_of(arguments, [](const std::string &argument) { return argument.find('/') != argument.npos; }))
        return parsePairs(arguments);
    GetWords words;
    const std::vector<std::string> names(arguments.begin() + 1, arguments.end());
    for (const std::string &resource : split(arguments[0]))
        words.words.push_back({resource, names});
    if (words.words.empty())
        return makeError(ErrorKind::Misuse, "You must specify the type of resource to get.");
    words.isSingleName = words.words.size() == 1 && names.size() == 1;
    return words;
}

base::Result<std::vector<GetTarget>> resolveTargets(const GetWords &words, const kube::ApiCatalog &catalog)
{
    std::vector<GetTarget> targets;
    for (const GetWords::Word &word : words.words) {
        if (const kube::ResourceType *type = catalog.find(word.resource)) {
            targets.push_back({*type, word.names});
            continue;
        }
        const std::vector<kube::ResourceType> members = catalog.category(word.resource);
        if (members.empty())
            return makeError(ErrorKind::NotFound, "the server doesn't have a resource type \"" + word.resource + '"');
        for (const kube::ResourceType &member : members)
            targets.push_back({member, word.names});
    }
    return targets;
}

} // namespace headless
