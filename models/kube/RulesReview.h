#pragma once

#include "models/kube/Api.h"

#include <string>
#include <string_view>
#include <vector>

namespace text {
class Value;
}

namespace kube {

/// What the asking user may do in a namespace, as the server's authorizers list it (SelfSubjectRulesReview).
struct RulesReview
{
    /// One grant; "*" stands for all, and no names for every name.
    struct Rule
    {
        std::vector<std::string> verbs, groups, resources, names;

        bool grants(std::string_view verb, std::string_view group, std::string_view resource) const;
    };

    std::vector<Rule> rules;        ///< of resources
    bool isAnswered = false;        ///< the server listed rules, if only none
    bool isIncomplete = false;      ///< some authorizer could not list its own: there may be more
};

/// Asks about a namespace; the server refuses none, so that an empty one is "default".
ApiRequest rulesReviewRequest(std::string_view namespaceName);
RulesReview readRulesReview(const text::Value &answer);

} // namespace kube
