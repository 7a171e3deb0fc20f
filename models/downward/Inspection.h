#pragma once

#include "models/downward/Words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace downward {

enum class ContainerKind : std::uint8_t { Init, Sidecar, Normal, Ephemeral };

/// A container of a pod, in the order init, normal, ephemeral.
struct Container
{
    std::string name;
    ContainerKind kind = ContainerKind::Normal;
    bool isRunning = false;     ///< as the pod's status says
    std::string image = {};

    bool operator==(const Container &) const = default;
};
std::vector<Container> containersOf(const text::Value &pod);

/// The sort of an entry, and what its headless word is.
enum class EntryKind : std::uint8_t { Env, Volume, Projected };
std::string_view wordOf(EntryKind kind);

/// Where a container sees the file of an entry.
struct Mount
{
    std::string container;
    std::string file;           ///< the whole path in the container
    bool isFrozen = false;      ///< mounted by subPath: it is never written again
    bool vanishes = false;      ///< the subPath is a folder: it is gone once the volume is written anew

    bool operator==(const Mount &) const = default;
};

/// One fieldRef or resourceFieldRef of a pod, resolved.
struct Entry
{
    EntryKind kind = EntryKind::Env;
    std::string container;          ///< whose env it is; in a volume the one that the entry names, or empty
    std::string name;               ///< of the variable or the volume
    std::string path;               ///< of the file in the volume, as written
    bool isResource = false;
    std::string field;
    std::string divisor;            ///< "1" where none is written; empty where nothing is divided
    Resolved resolved;
    bool isFrozen = false;          ///< since the container started; of a volume if all who see it mount it by subPath
    bool isOverridden = false;      ///< the same container sets the same variable again
    int mode = 0;                   ///< of the file
    std::vector<Mount> mounts;

    Place place() const { return kind == EntryKind::Env ? Place::Env : Place::Volume; }
    std::vector<Sentence> steps() const { return describe(resolved, place()); }
    bool operator==(const Entry &) const = default;
};

/// All entries of a pod: env of its containers in their order, then volumes and their items. node: null when it is not known.
/// A pure function, any thread.
std::vector<Entry> inspect(const text::Value &pod, const text::Value *node);

/// Whether the value of some entry depends on the node of the pod.
bool needsNode(const std::vector<Entry> &entries);

} // namespace downward
