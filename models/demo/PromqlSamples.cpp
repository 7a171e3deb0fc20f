#include "models/demo/PromqlSamples.h"

#include <algorithm>

namespace demo {

const std::string &labelOf(const SeriesLabels &labels, std::string_view name)
{
    static const std::string none;
    const auto found = labels.find(name);
    return found == labels.end() ? none : found->second;
}

bool LabelMatcher::matches(const SeriesLabels &labels) const
{
    const std::string &label = labelOf(labels, name);
    switch (type) {
    case Type::Equal: return label == value;
    case Type::NotEqual: return label != value;
    case Type::Like: return pattern->matches(label);
    case Type::NotLike: break;
    }
    return !pattern->matches(label);
}

bool matchesAll(const std::vector<LabelMatcher> &matchers, const SeriesLabels &labels)
{
    return std::ranges::all_of(matchers, [&](const LabelMatcher &matcher) { return matcher.matches(labels); });
}

} // namespace demo
