#include "models/graph/Coordinates.h"

#include "models/graph/Alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace graph {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// How far the middles of two neighbours of a layer lie apart at least; whole, so that rounding keeps it.
double distance(const Net::Vertex &upper, const Net::Vertex &lower, const Spacing &spacing)
{
    const double gap = upper.isJoint() && lower.isJoint() ? 0 : spacing.nodes;
    return std::ceil((upper.height + lower.height) / 2 + gap);
}

/// Blocks with the distances between them, as a graph without circles.
class Blocks
{
public:
    Blocks(const Net &net, const std::vector<int> &root, const Spacing &spacing)
        : m_below(net.vertices.size()), m_waiting(net.vertices.size())
    {
        for (const auto &layer : net.layers)
            for (std::size_t i = 0; i + 1 < layer.size(); ++i) {
                const int upper = layer[i];
                const int lower = layer[i + 1];
                m_below[at(root[at(upper)])].emplace_back(root[at(lower)],
                                                          distance(net.vertices[at(upper)], net.vertices[at(lower)], spacing));
                ++m_waiting[at(root[at(lower)])];
            }
        sort(root);
    }

    /// Each block as high as it can be.
    std::vector<double> upmost() const
    {
        std::vector<double> result(m_below.size(), 0);
        for (const int block : m_order)
            for (const auto &[lower, apart] : m_below[at(block)])
                result[at(lower)] = std::max(result[at(lower)], result[at(block)] + apart);
        return result;
    }

    /// Each block pulled down to the ones below it, so that no block hangs at the top alone.
    void pullDown(std::vector<double> &place) const
    {
        for (auto block = m_order.rbegin(); block != m_order.rend(); ++block) {
            double lowest = std::numeric_limits<double>::infinity();
            for (const auto &[lower, apart] : m_below[at(*block)])
                lowest = std::min(lowest, place[at(lower)] - apart);
            if (std::isfinite(lowest))
                place[at(*block)] = std::max(place[at(*block)], lowest);
        }
    }

    /// Each block as low as it can be, above depth.
    std::vector<double> downmost(double depth) const
    {
        std::vector<double> result(m_below.size(), depth);
        for (auto block = m_order.rbegin(); block != m_order.rend(); ++block)
            for (const auto &[lower, apart] : m_below[at(*block)])
                result[at(*block)] = std::min(result[at(*block)], result[at(lower)] - apart);
        return result;
    }

    /// Each block pulled up to the ones above it.
    void pullUp(std::vector<double> &place) const
    {
        std::vector<double> highest(m_below.size(), -std::numeric_limits<double>::infinity());
        for (const int block : m_order) {
            if (std::isfinite(highest[at(block)]))
                place[at(block)] = std::min(place[at(block)], highest[at(block)]);
            for (const auto &[lower, apart] : m_below[at(block)])
                highest[at(lower)] = std::max(highest[at(lower)], place[at(block)] + apart);
        }
    }

private:
    void sort(const std::vector<int> &root)
    {
        for (std::size_t index = 0; index < root.size(); ++index)
            if (root[index] == static_cast<int>(index) && m_waiting[index] == 0)
                m_order.push_back(static_cast<int>(index));
        for (std::size_t next = 0; next < m_order.size(); ++next)
            for (const auto &[lower, apart] : m_below[at(m_order[next])])
                if (--m_waiting[at(lower)] == 0)
                    m_order.push_back(lower);
    }

    std::vector<std::vector<std::pair<int, double>>> m_below;
    std::vector<int> m_waiting;
    std::vector<int> m_order;   ///< from top to bottom
};

using Middles = std::vector<double>;

Middles align(const Net &net, Direction direction, const std::set<std::pair<int, int>> &givingWay, const Spacing &spacing)
{
    const auto root = alignedBlocks(net, direction, givingWay);
    const Blocks blocks(net, root, spacing);
    Middles place = blocks.upmost();
    if (direction.downwards) {
        blocks.pullDown(place);
    } else {
        place = blocks.downmost(*std::max_element(place.begin(), place.end()));
        blocks.pullUp(place);
    }
    Middles result(net.vertices.size());
    for (std::size_t index = 0; index < result.size(); ++index)
        result[index] = place[at(root[index])];
    return result;
}

struct Span { double top; double bottom; };

Span spanOf(const Middles &middles)
{
    const auto [top, bottom] = std::minmax_element(middles.begin(), middles.end());
    return {*top, *bottom};
}

/// Moves all to the one that takes the least room: those that start at the top by their top, the others by their bottom.
void bringTogether(std::array<Middles, 4> &all)
{
    const auto room = [](const Middles &middles) { return spanOf(middles).bottom - spanOf(middles).top; };
    const auto smallest = std::min_element(all.begin(), all.end(),
                                           [&room](const Middles &a, const Middles &b) { return room(a) < room(b); });
    const Span aim = spanOf(*smallest);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Span span = spanOf(all[i]);
        const double by = i % 2 == 0 ? aim.top - span.top : aim.bottom - span.bottom;
        for (double &middle : all[i])
            middle += by;
    }
}

Middles meanOfTheMiddleTwo(const std::array<Middles, 4> &all)
{
    Middles result(all[0].size());
    for (std::size_t index = 0; index < result.size(); ++index) {
        std::array<double, 4> values = {all[0][index], all[1][index], all[2][index], all[3][index]};
        std::sort(values.begin(), values.end());
        result[index] = std::round((values[1] + values[2]) / 2);
    }
    return result;
}

/// Moves vertices down where they would touch: a guard for distances, whatever was done before.
void keepApart(const Net &net, const Spacing &spacing, Middles &middles)
{
    for (const auto &layer : net.layers)
        for (std::size_t i = 1; i < layer.size(); ++i) {
            const double least = middles[at(layer[i - 1])]
                + distance(net.vertices[at(layer[i - 1])], net.vertices[at(layer[i])], spacing);
            middles[at(layer[i])] = std::max(middles[at(layer[i])], least);
        }
}

void startAtTop(const Net &net, Middles &middles)
{
    double top = std::numeric_limits<double>::infinity();
    for (std::size_t index = 0; index < middles.size(); ++index)
        top = std::min(top, std::floor(middles[index] - net.vertices[index].height / 2));
    for (double &middle : middles)
        middle -= top;
}

} // namespace

std::vector<double> middles(const Net &net, const Spacing &spacing)
{
    if (net.vertices.empty())
        return {};
    const auto givingWay = linksThatGiveWay(net);
    std::array<Middles, 4> all;
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = align(net, {i < 2, i % 2 == 0}, givingWay, spacing);
    bringTogether(all);
    Middles result = meanOfTheMiddleTwo(all);
    keepApart(net, spacing, result);
    startAtTop(net, result);
    return result;
}

} // namespace graph
