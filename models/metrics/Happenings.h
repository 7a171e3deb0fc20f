#pragma once

#include "models/charts/Chart.h"
#include "models/text/Value.h"

#include <set>
#include <string>
#include <vector>

namespace metrics {

/// What of a list of Events is worth a mark: warnings, kills, scaling, starts of containers and nodes. One that was seen several times is marked
/// where it was first and last seen. With names, only those about objects of these names. In the order of time, in the cluster's own words.
std::vector<charts::Event> happeningsIn(const text::Value &events, const std::set<std::string> &names = {});

/// How the containers of a pod ended, as far as its status remembers it: "OOMKilled".
std::vector<charts::Event> endsIn(const text::Value &pod);

/// Both as one: in the order of time, each once, and no more than MostHappenings, of which trouble is kept first.
std::vector<charts::Event> together(std::vector<charts::Event> first, std::vector<charts::Event> second);
inline constexpr std::size_t MostHappenings = 200;

} // namespace metrics
