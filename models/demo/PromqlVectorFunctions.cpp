#include "models/demo/PromqlFunctions.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <regex>

namespace demo {

namespace {

using Type = PromqlExpression::Type;
using Arguments = std::vector<PromqlValue>;
using Answer = base::Result<PromqlValue>;

PromqlVector &vectorOf(PromqlValue &value) { return std::get<PromqlVector>(value); }

/// One bucket of a histogram: how many were at most that much.
struct Bucket
{
    double upper = 0;
    double count = 0;
};

/// promql/quantile.go: bucketQuantile.
double quantileOf(std::vector<Bucket> buckets, double quantile)
{
    std::ranges::sort(buckets, {}, &Bucket::upper);
    if (std::isnan(quantile) || buckets.size() < 2 || !std::isinf(buckets.back().upper))
        return std::nan("");
    if (quantile < 0 || quantile > 1)
        return quantile < 0 ? -INFINITY : INFINITY;
    for (std::size_t i = 1; i < buckets.size(); ++i)
        buckets[i].count = std::max(buckets[i].count, buckets[i - 1].count);
    const double all = buckets.back().count;
    if (all == 0)
        return std::nan("");
    double rank = quantile * all;
    const auto found = std::find_if(buckets.begin(), buckets.end() - 1, [&](const Bucket &bucket) { return bucket.count >= rank; });
    if (found == buckets.end() - 1)
        return buckets[buckets.size() - 2].upper;
    if (found == buckets.begin() && found->upper <= 0)
        return found->upper;
    const double start = found == buckets.begin() ? 0 : (found - 1)->upper, before = found == buckets.begin() ? 0 : (found - 1)->count;
    rank -= before;
    return start + (found->upper - start) * (rank / (found->count - before));
}

double boundOf(const std::string &text)
{
    if (text == "+Inf")
        return INFINITY;
    double value = std::nan("");
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Answer histogramQuantile(Arguments arguments, double)
{
    std::map<SeriesLabels, std::vector<Bucket>> groups;
    for (VectorElement &element : vectorOf(arguments[1])) {
        const double upper = boundOf(labelOf(element.labels, "le"));
        element.labels.erase("le");
        element.labels.erase("__name__");
        if (!std::isnan(upper))
            groups[element.labels].push_back({upper, element.value});
    }
    PromqlVector out;
    for (auto &[labels, buckets] : groups)
        out.push_back({labels, quantileOf(std::move(buckets), std::get<double>(arguments[0]))});
    return PromqlValue(std::move(out));
}

Answer absent(Arguments arguments, double)
{
    return PromqlValue(vectorOf(arguments[0]).empty() ? PromqlVector{{{}, 1}} : PromqlVector{});
}

template<typename Before>
Answer sorted(Arguments arguments, Before before)
{
    std::ranges::stable_sort(vectorOf(arguments[0]), before, &VectorElement::value);
    return std::move(arguments[0]);
}

/// An expression that cannot be read is the asker's mistake; one that takes too much is no match.
base::Result<std::regex> regexOf(const std::string &expression)
{
    try {
        return std::regex(expression);
    } catch (const std::regex_error &error) {
        return base::makeError(base::ErrorKind::Server, "invalid regular expression in label_replace(): " + expression + ": " + error.what());
    }
}

std::optional<std::string> replaced(const std::regex &expression, const std::string &text, std::string replacement)
{
    for (std::size_t at = replacement.find("${"); at != replacement.npos; at = replacement.find("${", at))
        if (const std::size_t end = replacement.find('}', at); end != replacement.npos)
            replacement.replace(at, end - at + 1, '$' + replacement.substr(at + 2, end - at - 2));
        else
            break;
    std::smatch found;
    return std::regex_match(text, found, expression) ? std::optional(found.format(replacement)) : std::nullopt;
}

Answer labelReplace(Arguments arguments, double)
{
    const auto text = [&](std::size_t i) { return std::get<std::string>(arguments[i]); };
    const auto expression = regexOf(text(4));
    if (!expression)
        return expression.error();
    for (VectorElement &element : vectorOf(arguments[0])) {
        const auto value = replaced(*expression, labelOf(element.labels, text(3)), text(2));
        if (!value)
            continue;
        element.labels.erase(text(1));
        if (!value->empty())
            element.labels[text(1)] = *value;
    }
    return std::move(arguments[0]);
}

Answer labelJoin(Arguments arguments, double)
{
    for (VectorElement &element : vectorOf(arguments[0])) {
        std::string joined;
        for (std::size_t i = 3; i < arguments.size(); ++i)
            joined += (i > 3 ? std::get<std::string>(arguments[2]) : std::string()) + labelOf(element.labels, std::get<std::string>(arguments[i]));
        element.labels[std::get<std::string>(arguments[1])] = joined;
    }
    return std::move(arguments[0]);
}

PromqlFunction all(std::string_view name, std::vector<Type> arguments, std::function<Answer(Arguments, double)> compute, Type result = Type::Vector)
{
    const std::size_t count = arguments.size();
    PromqlFunction made{name, std::move(arguments), count, result};
    made.ofAll = std::move(compute);
    made.keepsName = name != "histogram_quantile" && name != "absent";
    return made;
}

} // namespace

std::vector<PromqlFunction> promqlVectorFunctions()
{
    std::vector<PromqlFunction> made{
        all("time", {}, [](Arguments, double now) { return Answer(now); }, Type::Scalar),
        all("vector", {Type::Scalar}, [](Arguments arguments, double) { return Answer(PromqlVector{{{}, std::get<double>(arguments[0])}}); }),
        all("scalar", {Type::Vector}, [](Arguments arguments, double) {
            const PromqlVector &vector = vectorOf(arguments[0]);
            return Answer(vector.size() == 1 ? vector[0].value : std::nan(""));
        }, Type::Scalar),
        all("absent", {Type::Vector}, absent),
        all("timestamp", {Type::Vector}, [](Arguments arguments, double now) {
            for (VectorElement &element : vectorOf(arguments[0])) {
                element.value = now;
                element.labels.erase("__name__");
            }
            return Answer(std::move(arguments[0]));
        }),
        all("sort", {Type::Vector}, [](Arguments arguments, double) { return sorted(std::move(arguments), std::less<>()); }),
        all("sort_desc", {Type::Vector}, [](Arguments arguments, double) { return sorted(std::move(arguments), std::greater<>()); }),
        all("histogram_quantile", {Type::Scalar, Type::Vector}, histogramQuantile),
        all("label_replace", {Type::Vector, Type::Text, Type::Text, Type::Text, Type::Text}, labelReplace),
        all("label_join", {Type::Vector, Type::Text, Type::Text, Type::Text}, labelJoin),
    };
    made.back().isVariadic = true;
    return made;
}

} // namespace demo
