#pragma once

#include "models/base/Result.h"
#include "models/kube/ApiCatalog.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace headless {

/// One kind that was asked for, with the names of it; no names means all of them.
struct GetTarget
{
    kube::ResourceType type;
    std::vector<std::string> names;
};

/// The words behind "get": KIND[,KIND] [NAME...] or KIND/NAME..., before anybody knows what the kinds are.
struct GetWords
{
    struct Word { std::string resource; std::vector<std::string> names; };
    enum class Form { Kinds, KindAndNames, Pairs };

    std::vector<Word> words;
    Form form = Form::Kinds;

    bool hasNames() const { return form != Form::Kinds; }
    /// Exactly one name was given: its object is printed bare.
    bool isSingleName() const { return hasNames() && words.size() == 1 && words[0].names.size() == 1; }

    /// Errors in kubectl's words (cli-runtime pkg/resource/builder.go).
    static base::Result<GetWords> parse(std::span<const std::string> arguments);
};

/// Looks the kinds up. Without pairs, a category such as "all" becomes its members, and a kind is listed once. The error is
/// kubectl's: the server doesn't have a resource type "x". Warnings are for people: a short name that means several kinds.
base::Result<std::vector<GetTarget>> resolveTargets(const GetWords &words, const kube::ApiCatalog &catalog,
                                                    const std::function<void(const std::string &)> &warn = {});

/// Whether a name or a namespace can be a part of a request's path; kubectl's words for why not (apimachinery
/// pkg/api/validation/path). What is empty for a namespace is not asked.
base::Result<void> checkName(const std::string &name);
base::Result<void> checkNamespace(const std::string &name);

} // namespace headless
