#include "models/demo/PromqlOperations.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace demo {

namespace {

using Answer = base::Result<PromqlValue>;
using Cardinality = PromqlMatching::Cardinality;

/// A value, and whether a comparison keeps it.
struct Outcome
{
    double value = 0;
    bool isKept = true;
};

bool holds(const std::string &name, double left, double right)
{
    if (name == "==")
        return left == right;
    if (name == "!=")
        return left != right;
    if (name == "<" || name == ">=")
        return name == "<" ? left < right : left >= right;
    return name == ">" ? left > right : left <= right;
}

Outcome compute(const std::string &name, double left, double right)
{
    if (isComparison(name))
        return {left, holds(name, left, right)};
    switch (name.front()) {
    case '+': return {left + right};
    case '-': return {left - right};
    case '*': return {left * right};
    case '/': return {left / right};
    case '%': return {std::fmod(left, right)};
    case '^': return {std::pow(left, right)};
    default: return {std::atan2(left, right)};
    }
}

/// What two series must have in common.
SeriesLabels signatureOf(const SeriesLabels &labels, const PromqlMatching &matching)
{
    SeriesLabels out;
    if (matching.isOn) {
        for (const std::string &name : matching.labels)
            if (const std::string &value = labelOf(labels, name); !value.empty())
                out[name] = value;
        return out;
    }
    out = labels;
    out.erase("__name__");
    for (const std::string &name : matching.labels)
        out.erase(name);
    return out;
}

std::string textOf(const SeriesLabels &labels)
{
    std::string out = "{";
    for (const auto &[name, value] : labels)
        out += (out.size() > 1 ? ", " : "") + name + "=\"" + value + '"';
    return out + '}';
}

base::Error problem(const std::string &message) { return base::makeError(base::ErrorKind::Server, message); }

/// Vectors on both sides.
class Join
{
public:
    Join(const PromqlExpression &operation, PromqlVector left, PromqlVector right)
        : m_operation(operation), m_matching(operation.matching), m_isTurned(m_matching.cardinality == Cardinality::OneToMany),
          m_many(m_isTurned ? std::move(right) : std::move(left)), m_one(m_isTurned ? std::move(left) : std::move(right))
    {
    }

    Answer sets()
    {
        std::set<SeriesLabels> there;
        const bool isOr = m_operation.name == "or";
        for (const VectorElement &element : isOr ? m_many : m_one)
            there.insert(signatureOf(element.labels, m_matching));
        const bool isWanted = m_operation.name == "and";
        PromqlVector out = isOr ? m_many : PromqlVector();
        for (const VectorElement &element : isOr ? m_one : m_many)
            if (there.contains(signatureOf(element.labels, m_matching)) == isWanted)
                out.push_back(element);
        return PromqlValue(std::move(out));
    }

    Answer values()
    {
        for (const VectorElement &element : m_one) {
            const SeriesLabels signature = signatureOf(element.labels, m_matching);
            if (!m_bySignature.emplace(signature, &element).second)
                return problem("found duplicate series for the match group " + textOf(signature) + " on the " + (m_isTurned ? "left" : "right")
                               + " hand-side of the operation: [" + textOf(element.labels) + ", " + textOf(m_bySignature[signature]->labels) + "];many-to-many matching not allowed: matching labels must be unique on one side");
        }
        PromqlVector out;
        for (const VectorElement &element : m_many)
            if (auto error = add(element, out))
                return *error;
        return PromqlValue(std::move(out));
    }

private:
    std::optional<base::Error> add(const VectorElement &many, PromqlVector &out)
    {
        const SeriesLabels signature = signatureOf(many.labels, m_matching);
        const auto found = m_bySignature.find(signature);
        if (found == m_bySignature.end())
            return {};
        const double left = m_isTurned ? found->second->value : many.value, right = m_isTurned ? many.value : found->second->value;
        Outcome outcome = compute(m_operation.name, left, right);
        if (m_operation.isBool)
            outcome = {outcome.isKept ? 1.0 : 0.0};
        if (!outcome.isKept)
            return {};
        SeriesLabels labels = labelsOf(many.labels, found->second->labels);
        const bool isOnce = m_used.insert(m_matching.cardinality == Cardinality::OneToOne ? signature : labels).second;
        if (!isOnce && m_matching.cardinality == Cardinality::OneToOne)
            return problem("multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
        if (!isOnce)
            return problem("multiple matches for labels: grouping labels must ensure unique matches");
        out.push_back({std::move(labels), outcome.value});
        return {};
    }

    SeriesLabels labelsOf(const SeriesLabels &many, const SeriesLabels &one) const
    {
        SeriesLabels labels = many;
        if (!isComparison(m_operation.name) || m_operation.isBool)
            labels.erase("__name__");
        if (m_matching.cardinality == Cardinality::OneToOne) {
            const auto isNamed = [&](const auto &label) { return std::ranges::find(m_matching.labels, label.first) != m_matching.labels.end(); };
            std::erase_if(labels, [&](const auto &label) { return isNamed(label) != m_matching.isOn; });
        }
        for (const std::string &name : m_matching.included) {
            labels.erase(name);
            if (const std::string &value = labelOf(one, name); !value.empty())
                labels[name] = value;
        }
        return labels;
    }

    const PromqlExpression &m_operation;
    const PromqlMatching &m_matching;
    bool m_isTurned;
    PromqlVector m_many, m_one;
    std::map<SeriesLabels, const VectorElement *> m_bySignature;
    std::set<SeriesLabels> m_used;
};

enum class ScalarSide { Left, Right };

/// A comparison keeps the value of the vector, on whichever side it stands.
Answer withScalar(const PromqlExpression &operation, PromqlVector vector, double scalar, ScalarSide side)
{
    PromqlVector out;
    for (VectorElement &element : vector) {
        const double left = side == ScalarSide::Left ? scalar : element.value, right = side == ScalarSide::Left ? element.value : scalar;
        const Outcome outcome = compute(operation.name, left, right);
        if (!isComparison(operation.name) || operation.isBool)
            element.labels.erase("__name__");
        if (operation.isBool)
            out.push_back({std::move(element.labels), outcome.isKept ? 1.0 : 0.0});
        else if (outcome.isKept)
            out.push_back({std::move(element.labels), isComparison(operation.name) ? element.value : outcome.value});
    }
    return PromqlValue(std::move(out));
}

} // namespace

Answer promqlOperation(const PromqlExpression &operation, PromqlValue left, PromqlValue right)
{
    auto *leftVector = std::get_if<PromqlVector>(&left), *rightVector = std::get_if<PromqlVector>(&right);
    if (leftVector && rightVector) {
        Join join(operation, std::move(*leftVector), std::move(*rightVector));
        return isSetOperation(operation.name) ? join.sets() : join.values();
    }
    if (leftVector)
        return withScalar(operation, std::move(*leftVector), std::get<double>(right), ScalarSide::Right);
    if (rightVector)
        return withScalar(operation, std::move(*rightVector), std::get<double>(left), ScalarSide::Left);
    const Outcome outcome = compute(operation.name, std::get<double>(left), std::get<double>(right));
    return PromqlValue(isComparison(operation.name) ? (outcome.isKept ? 1.0 : 0.0) : outcome.value);
}

} // namespace demo
