#include "models/rbac/RuleWords.h"

#include <algorithm>
#include <map>
#include <string>

namespace rbac {

namespace {

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ,\t\n"), text.size());
        if (std::string word(text.substr(0, end)); end > 0 && std::ranges::find(out, word) == out.end())
            out.push_back(std::move(word));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// A word for a resource, as rules have it.
struct Meant
{
    std::string group;
    std::string resource;
};

Meant meantBy(const std::string &word, const kube::ApiCatalog &catalog)
{
    const std::size_t slash = std::min(word.find('/'), word.size());
    const std::string name = word.substr(0, slash), rest = word.substr(slash);
    if (name == "*")
        return {"*", word};
    if (const kube::ResourceType *type = catalog.find(name))
        return {type->group, type->resource + rest};
    const std::size_t dot = std::min(name.find('.'), name.size());
    return {name.substr(std::min(dot + 1, name.size())), name.substr(0, dot) + rest};
}

} // namespace

std::vector<PolicyRule> rulesOf(std::string_view verbs, std::string_view resources, std::string_view names, const kube::ApiCatalog &catalog)
{
    const std::vector<std::string> does = wordsOf(verbs), named = wordsOf(names);
    std::map<std::string, std::vector<std::string>> byGroup;
    std::vector<std::string> urls;
    for (const std::string &word : wordsOf(resources)) {
        if (word.starts_with('/')) {
            urls.push_back(word);
            continue;
        }
        const Meant meant = meantBy(word, catalog);
        byGroup[meant.group].push_back(meant.resource);
    }
    std::vector<PolicyRule> out;
    if (does.empty())
        return out;
    for (auto &[group, list] : byGroup)
        out.push_back({does, {group}, std::move(list), named, {}});
    if (!urls.empty())
        out.push_back({does, {}, {}, {}, std::move(urls)});
    return out;
}

} // namespace rbac
