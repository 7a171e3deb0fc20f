#pragma once

namespace graph {

class GraphView;

/// From now on every GraphView tells assistive programs its boxes, and the cells of its tables. May be called often.
void installGraphAccessibility();

/// What such programs are told while something happens.
void sayCurrent(GraphView *view);
void sayScene(GraphView *view);

} // namespace graph
