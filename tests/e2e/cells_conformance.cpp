// cells_conformance FOLDER: compares the cells of every kind that record_kinds.py recorded in FOLDER with those the server made,
// read from JSON and from protobuf. Prints each difference and a summary; the exit code is 1 when there was one.

#include "tests/e2e/CellComparison.h"

#include <cstdio>

namespace {

struct Totals
{
    std::size_t lists = 0, objects = 0, cells = 0, differences = 0;

    void add(const std::string &title, const e2e::CellComparison &comparison)
    {
        objects += comparison.objects;
        cells += comparison.cells;
        differences += comparison.differences.size();
        for (const std::string &difference : comparison.differences)
            std::printf("%s: %s\n", title.c_str(), difference.c_str());
    }
};

void compare(const e2e::RecordedKind &recorded, Totals &totals)
{
    totals.add(recorded.title(), recorded.compareColumns());
    for (const e2e::Wire wire : {e2e::Wire::Json, e2e::Wire::Protobuf}) {
        if (!recorded.has(wire))
            continue;
        ++totals.lists;
        totals.add(recorded.title() + (wire == e2e::Wire::Json ? " (JSON)" : " (protobuf)"), recorded.compareCells(wire));
    }
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 2) {
        std::fprintf(stderr, "usage: cells_conformance FOLDER\n");
        return 2;
    }
    Totals totals;
    std::size_t others = 0;
    for (const std::string &name : e2e::recordingsIn(arguments[1])) {
        const e2e::RecordedKind recorded(arguments[1], name);
        if (recorded.kind())
            compare(recorded, totals);
        else
            std::printf("%s: left to the server's Table\n", recorded.title().c_str()), ++others;
    }
    std::printf("%zu lists, %zu objects, %zu cells, %zu differences; %zu kinds left to the server\n", totals.lists, totals.objects,
                totals.cells, totals.differences, others);
    return totals.differences == 0 && totals.lists > 0 ? 0 : 1;
}
