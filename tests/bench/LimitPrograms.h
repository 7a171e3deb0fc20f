#pragma once

#include "models/text/JsonWalker.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

/// What the cheapest correct programs have in common: the extractor that walks JSON by its structure and skips what nobody
/// wants, and the alternating runs in which they are compared with ours.
namespace bench {

/// A row of the limit programs: twelve texts.
using Row = std::array<std::string, 12>;
enum Column { Namespace, Name, Uid, Version, Created, Owner, Node, Phase, PodIp, HostIp, Qos, Restarts };

/// Which key leads on from where, in the order a server writes them: all that the JSON limit program knows.
struct Want { std::string_view key; int column; const Want *inner; std::size_t innerCount; };
inline constexpr Want OwnerWants[] = {{"name", Owner, nullptr, 0}};
inline constexpr Want StatusItemWants[] = {{"restartCount", Restarts, nullptr, 0}};
inline constexpr Want MetadataWants[] = {{"name", Name, nullptr, 0}, {"namespace", Namespace, nullptr, 0}, {"uid", Uid, nullptr, 0},
                                  {"resourceVersion", Version, nullptr, 0}, {"creationTimestamp", Created, nullptr, 0},
                                  {"ownerReferences", -1, OwnerWants, 1}};
inline constexpr Want SpecWants[] = {{"nodeName", Node, nullptr, 0}};
inline constexpr Want StatusWants[] = {{"phase", Phase, nullptr, 0}, {"hostIP", HostIp, nullptr, 0}, {"podIP", PodIp, nullptr, 0},
                                {"containerStatuses", -1, StatusItemWants, 1}, {"qosClass", Qos, nullptr, 0}};
inline constexpr Want PodWants[] = {{"metadata", -1, MetadataWants, 6}, {"spec", -1, SpecWants, 1}, {"status", -1, StatusWants, 5}};

inline void extract(text::JsonWalker &walker, const Want *wants, std::size_t count, Row &row);

inline void extractValue(text::JsonWalker &walker, const Want &want, Row &row)
{
    std::string_view text;
    bool escaped = false;
    if (want.inner && walker.take('[')) {
        for (bool first = true; walker.step(']', first) == text::JsonWalker::Step::Next;)
            extract(walker, want.inner, want.innerCount, row);
    } else if (want.inner) {
        extract(walker, want.inner, want.innerCount, row);
    } else if (walker.peek() == '"' ? walker.takeString(text, escaped) : walker.takeRaw(text)) {
        row[std::size_t(want.column)].assign(text);
    }
}

inline void extract(text::JsonWalker &walker, const Want *wants, std::size_t count, Row &row)
{
    walker.take('{');
    std::string_view key;
    bool escaped = false;
    for (bool first = true; walker.step('}', first) == text::JsonWalker::Step::Next;) {
        if (!walker.takeString(key, escaped) || !walker.take(':'))
            return;
        const Want *found = std::find_if(wants, wants + count, [key](const Want &want) { return want.key == key; });
        if (found == wants + count)
            walker.skip();
        else
            extractValue(walker, *found, row);
    }
}

struct Program { const char *name; std::function<std::size_t()> run; std::size_t wanted; };

/// Five rounds of all programs in turn; the median of each, in milliseconds.
inline std::vector<double> measure(const std::vector<Program> &programs)
{
    std::vector<std::vector<double>> times(programs.size());
    for (int round = 0; round < 5; ++round) {
        for (std::size_t i = 0; i < programs.size(); ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const std::size_t result = programs[i].run();
            const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
            if (programs[i].wanted != 0 && result != programs[i].wanted) {
                std::fprintf(stderr, "%s: %zu rows instead of %zu\n", programs[i].name, result, programs[i].wanted);
                std::exit(1);
            }
            times[i].push_back(time.count());
        }
    }
    std::vector<double> medians;
    for (std::vector<double> &list : times) {
        std::sort(list.begin(), list.end());
        medians.push_back(list[list.size() / 2]);
    }
    return medians;
}

} // namespace bench
