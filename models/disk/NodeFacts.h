#pragma once

#include "models/text/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace disk {

/// An image as a node lists it, by its digests and tags.
struct ListedImage
{
    std::vector<std::string> names;
    std::optional<std::int64_t> bytes;

    /// The name that a person knows it by: a tag where it has one. Empty: it has none.
    const std::string &title() const;
    bool operator==(const ListedImage &) const = default;
};

/// What containers of a node run in, and how one speaks with it there.
struct Runtime
{
    enum class Kind { Unknown, Containerd, CriO, Docker };

    Kind kind = Kind::Unknown;
    std::string words;              ///< "containerd://2.1.5", as the node says it
    std::string client;             ///< what is typed on the node: "sudo k3s crictl"
    bool isWindows = false;
};

enum class Truth { Unknown, No, Yes };

/// What the object of a node tells about its disk.
struct NodeFacts
{
    std::string name;
    std::vector<ListedImage> images;                    ///< in the node's order, the largest first
    Truth pressure = Truth::Unknown;
    std::string pressureSince;
    Truth ready = Truth::Unknown;
    std::string readyMessage;
    std::optional<std::int64_t> allocatable, capacity;  ///< ephemeral storage, in bytes
    Runtime runtime;
};

/// A pure function. What the object does not say is not known.
NodeFacts factsOf(const text::Value &node);

/// The most names that a kubelet tells of one image.
inline constexpr std::size_t MostNames = 5;

} // namespace disk
