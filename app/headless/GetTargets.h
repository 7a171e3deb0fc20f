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

    std::vector<Word> words;
    bool isSingleName = false;      ///< exactly one name was given: its object is printed bare

    /// Errors in kubectl's words.
    static base::Result<GetWords> parse(std::span<const std::string> arguments);
};

/// Looks the kinds up; a category such as "all" becomes its members. The error is kubectl's: the server doesn't have a
/// resource type "x".
base::Result<std::vector<GetTarget>> resolveTargets(const GetWords &words, const kube::ApiCatalog &catalog);

} // namespace headless
