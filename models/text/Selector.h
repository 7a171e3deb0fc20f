#pragma once

#include "models/base/Result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// The value of a label or field, or nothing where there is none.
using SelectorLookup = std::function<std::optional<std::string_view>(std::string_view key)>;

/// A label selector: "a=b,c!=d,e in (x,y),!f,g" (apimachinery pkg/labels). All requirements must hold; none match everything.
class LabelSelector
{
public:
    enum class Operator { In, NotIn, Equals, DoubleEquals, NotEquals, GreaterThan, LessThan, Exists, DoesNotExist };

    struct Requirement
    {
        std::string key;
        Operator operation = Operator::Exists;
        std::vector<std::string> values;   ///< sorted, each once

        std::string toString() const;
        bool matches(std::optional<std::string_view> value) const;
    };

    /// Errors in upstream's words, from which kubectl makes its own.
    static base::Result<LabelSelector> parse(std::string_view text);

    bool matches(const SelectorLookup &labels) const;
    /// Normalized: sorted by key, values sorted.
    std::string toString() const;
    const std::vector<Requirement> &requirements() const { return m_requirements; }

private:
    std::vector<Requirement> m_requirements;
};

/// A field selector: "metadata.name=a,status.phase!=Running", with \, \= and \\ in values (apimachinery pkg/fields).
/// A field that is missing counts as empty.
class FieldSelector
{
public:
    struct Term
    {
        std::string field;
        bool equal = true;
        std::string value;
    };

    static base::Result<FieldSelector> parse(std::string_view text);

    bool matches(const SelectorLookup &fields) const;
    std::string toString() const;
    const std::vector<Term> &terms() const { return m_terms; }

private:
    std::vector<Term> m_terms;
};

} // namespace text
