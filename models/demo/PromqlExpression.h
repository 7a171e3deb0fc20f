#pragma once

#include "models/demo/PromqlSamples.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace demo {

/// Which series of two sides belong together.
struct PromqlMatching
{
    enum class Cardinality { OneToOne, ManyToOne, OneToMany };

    bool isOn = false;                          ///< by these labels alone, else by all but these
    std::vector<std::string> labels;
    Cardinality cardinality = Cardinality::OneToOne;
    std::vector<std::string> included;          ///< labels that the "one" side adds
};

/// PromQL that was read: a tree.
struct PromqlExpression
{
    enum class Kind { Number, Text, Selector, Negation, Operation, Aggregation, Call };
    enum class Type { Scalar, Vector, Range, Text };

    Kind kind = Kind::Number;
    Type type = Type::Scalar;
    double number = 0;
    std::string name;                           ///< of an operator, aggregation or function; a Text
    std::vector<LabelMatcher> matchers;
    std::optional<std::int64_t> range;          ///< milliseconds
    std::int64_t offset = 0;                    ///< milliseconds
    std::vector<std::unique_ptr<PromqlExpression>> parts;

    PromqlMatching matching;
    bool isBool = false;                        ///< a comparison gives 0 or 1, and drops nothing
    bool isWithout = false;                     ///< of an aggregation: by all labels but these
    std::vector<std::string> grouping;
    std::size_t at = 0;                         ///< its place in the query
};

/// "instant vector", as errors call it.
const char *nameOf(PromqlExpression::Type type);
bool isComparison(const std::string &name);
bool isSetOperation(const std::string &name);

} // namespace demo
