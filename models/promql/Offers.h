#pragma once

#include "models/promql/Place.h"

#include <map>
#include <string>
#include <vector>

namespace promql {

/// What is known of the server's names, where a place wants them.
struct Names
{
    struct About
    {
        std::string type = {};          ///< "counter"
        std::string help = {};          ///< the server's words
    };

    std::vector<std::string> metrics = {};
    std::map<std::string, About, std::less<>> about = {};
    std::vector<std::string> labels = {};       ///< of the place's metric
    std::vector<std::string> values = {};       ///< of the place's label
};

/// A way to go on.
struct Offer
{
    enum class Kind { Metric, Function, Aggregation, Keyword, Label, Value, Duration };

    Kind kind = Kind::Metric;
    std::string text;           ///< as it is shown
    std::string inserted;       ///< in the place of its word, with quotes and parentheses
    std::string note = {};      ///< arguments, or a metric's type
    std::string help = {};      ///< of functions English, marked for translation in the context "promql"; of metrics the server's words

    bool operator==(const Offer &) const = default;
};

/// At most so many; first what begins with what was typed, then what has it anywhere; case does not count.
inline constexpr std::size_t MostOffers = 200;

std::vector<Offer> offersFor(const Place &place, const Names &names);

} // namespace promql
