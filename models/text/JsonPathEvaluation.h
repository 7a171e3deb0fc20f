#pragma once

#include "models/text/JsonPath.h"
#include "models/text/JsonPathNodes.h"

#include <deque>
#include <string>
#include <vector>

namespace text::jsonpath {

/// One evaluation of a template over one value; the first error ends it. The nodes and the value outlive it.
class Evaluation
{
public:
    using Found = std::vector<const Value *>;

    Evaluation(const Nodes &nodes, const JsonPath::Limits &limits) : m_nodes(nodes), m_limits(limits) { }

    /// Whether it came to its end; else there is an error().
    bool run(const Value &data);
    /// The values that each expression found, in the order of printing.
    const std::vector<Found> &results() const { return m_results; }
    base::Error error() const;

private:
    bool fail(std::string problem);
    bool spend(std::size_t steps);
    const Value *keep(Value value);
    Found inside(const Value &value);

    bool find(const Found &current, std::size_t from);
    bool loop(const Found &values, std::size_t from);
    bool walk(const Found &input, const Node &node, Found &out);
    bool walkAll(const Found &input, const Nodes &nodes, Found &out);
    bool walkField(const Found &input, const Node &node, Found &out);
    bool walkSlice(const Found &input, const Node &node, Found &out);
    bool walkWildcard(const Found &input, Found &out);
    bool walkRecursive(const Found &input, Found &out, int depth);
    bool walkUnion(const Found &input, const Node &node, Found &out);
    bool walkFilter(const Found &input, const Node &node, Found &out);
    bool filterPasses(const Value &item, const Node &node, bool &passes);
    bool walkIdentifier(const Found &input, const Node &node, Found &out);

    const Nodes &m_nodes;
    const JsonPath::Limits m_limits;
    std::vector<Found> m_results;
    std::deque<Value> m_kept;                                   ///< values that the data does not hold itself
    std::string m_problem;
    std::size_t m_steps = 0;
    std::size_t m_lastEnd = static_cast<std::size_t>(-1);       ///< the node of the last {end}
    int m_begins = 0;                                           ///< {range} that were met and not begun yet
    int m_ranges = 0;                                           ///< those under way
    int m_ends = 0;
    bool m_silent = false;
    bool m_tooMuch = false;
};

} // namespace text::jsonpath
