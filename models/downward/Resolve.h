#pragma once

#include "models/text/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace downward {

/// Where an entry stands: other fields are allowed in each, and a missing limit is made up for in other ways.
enum class Place : std::uint8_t { Env, Volume };

/// Why an entry has no value.
enum class Problem : std::uint8_t { UnsupportedField, BadDivisor, NoSuchContainer, NeedsNode, NeedsStatus };

/// "unsupported-field", as the headless verbs say it.
std::string_view wordOf(Problem problem);

/// What a value was taken from.
enum class Origin : std::uint8_t {
    Field,              ///< what the object says
    AllPairs,           ///< all labels or annotations, quoted and sorted
    OnePair,            ///< the label or annotation of that key
    NoSuchPair,         ///< the key is not there, which gives nothing at all
    Container,          ///< a limit or request of the container
    PodLimit,           ///< the limit is missing, and the pod as a whole has one
    NodeAllocatable,    ///< the limit is missing: what the node can give
    NotAsked,           ///< the request, or the limit of huge pages, is missing: 0
    NotOnNode,          ///< the limit is missing, and the node does not say what it can give: 0
    InitByName,         ///< the limit is missing, and the kubelet makes up for none of an init container that env names: 0
};

/// How a value came about, as data; see describe() for words.
struct Computation
{
    Origin origin = Origin::Field;
    std::string field;          ///< "limits.cpu", "metadata.labels['app']"
    std::string key;            ///< of a label or annotation
    std::string container;      ///< whose limit or request it is
    std::string node;           ///< the name of the node, if it gave the amount
    std::string amount;         ///< before it is divided: "250m"
    std::string divisor;        ///< "1m"; empty: nothing is divided
    std::string quotient;       ///< before it is rounded: "0.25"
    bool isRoundedUp = false;
    bool isHeld = false;        ///< at the end of what an int64 can say
    bool isTurned = false;      ///< at the wrong end of it, as on amd64

    bool operator==(const Computation &) const = default;
};

/// The value of an entry, or why there is none.
struct Resolved
{
    std::optional<std::string> value;
    std::optional<Problem> problem;     ///< nothing exactly if there is a value
    Computation how;

    bool operator==(const Resolved &) const = default;
};

/// pod: the object as the server has it, see withDefaults(); fieldRef: that map of an entry. Pure, any thread.
Resolved resolveField(const text::Value &pod, const text::Value &fieldRef, Place place);

/// node: null when it is not known. container: the one whose env it is, which counts when the entry names none; not used in volumes.
Resolved resolveResource(const text::Value &pod, const text::Value *node, std::string_view container, const text::Value &resourceFieldRef, Place place);

/// A pod out of a file as the server would keep it: its namespace, its ServiceAccount, requests from limits, what is asked for
/// the pod as a whole, the modes of files.
text::Value withDefaults(text::Value pod);

} // namespace downward
