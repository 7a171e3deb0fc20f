#pragma once

namespace table {

class GridView;

/// From now on every GridView tells assistive programs its rows and cells. May be called often.
void installGridAccessibility();

/// What such programs are told while something happens.
void sayCurrentCell(GridView *view);
void sayRowsChanged(GridView *view);

} // namespace table
