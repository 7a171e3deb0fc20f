#pragma once

#include "models/base/Result.h"
#include "models/disk/ImageUse.h"
#include "models/disk/KubeletSettings.h"

#include <chrono>

namespace disk {

/// A line that a file system must not cross, told as what is still available there.
struct Limit
{
    enum class What { ImageCollection, SoftEviction, HardEviction };
    enum class Measure { Bytes, Inodes };

    What what = What::HardEviction;
    Measure measure = Measure::Bytes;
    std::string signal = {};            ///< of evictions: "nodefs.available"
    std::string setting;                ///< as it is set: "10%"
    std::string grace = {};
    std::int64_t available = 0;         ///< with less than this it begins
    std::int64_t usedFrom = 0;          ///< the same as what is not available
    std::int64_t away = 0;              ///< what may still be written before it begins; below zero: that much too much
    std::optional<std::int64_t> until = {};     ///< image collection frees until so much is available

    bool isMet() const { return away < 0; }
};

/// A file system that the kubelet looks after. What is not known is nothing.
struct FileSystem
{
    enum class Role { Node, Images, Containers };

    Role role = Role::Node;
    bool isNodes = true;            ///< it is the node's own file system, seen from elsewhere
    std::optional<std::int64_t> used, capacity, available, inodes, inodesFree, inodesUsed;
    std::chrono::system_clock::time_point time{};
    std::vector<Limit> limits;      ///< the next one first

    /// "nodefs", "imagefs", "containerfs"
    const char *name() const;
    /// Neither used nor available: kept by the file system, a quota, or by what else is on the disk.
    std::optional<std::int64_t> reserved() const;
};

/// Whether a person has something to do with it.
enum class Gain {
    Free,           ///< it is given back
    WithPod,        ///< it is given back once pods are gone
    Search,         ///< it has to be found out what it is
    None,           ///< in use
};

/// Something that takes space on the node.
struct Filler
{
    enum class What { UnusedImage, HeldImage, UsedImage, SandboxImage, ImageOfUnknownUse, ImagesNotListed, Layers, Logs, WritableLayer, EmptyDir, RestOfPod, Elsewhere };

    What what = What::Elsewhere;
    std::string namespaceName = {}, pod = {}, uid = {};
    std::string part = {};                          ///< the container or the volume, or the name of the image
    FileSystem::Role where = FileSystem::Role::Node;
    std::optional<std::int64_t> bytes = {};         ///< nothing: not known
    std::optional<std::size_t> image = {};          ///< in Report::images

    Gain gain() const;
    bool operator==(const Filler &) const = default;
};

/// A listed image, and who keeps it; without pods that is not known.
struct ImageRow
{
    ListedImage image;
    std::optional<ImageUsers> users;
    Filler::What what = Filler::What::ImageOfUnknownUse;
};

/// The ephemeral storage of a pod.
struct PodRow
{
    std::string namespaceName, name, uid;
    std::optional<std::int64_t> total, logs, layers, emptyDirs, inodes;
};

/// What could not be read, and why.
struct Missing
{
    enum class What { Summary, Settings, Pods };

    What what;
    base::Error error;
};

/// What fills the disk of a node, as far as it can be told.
struct Report
{
    NodeFacts node;
    std::vector<FileSystem> fileSystems;        ///< the node's own first; empty: not known
    bool isOneFileSystem = false;               ///< images lie on the node's own
    std::vector<ImageRow> images;               ///< the largest first
    std::optional<std::vector<PodRow>> pods;    ///< those that use most first
    std::vector<Filler> fillers;                ///< what frees most first
    Truth hasAllImages = Truth::Unknown;        ///< whether every image is listed
    std::optional<std::int64_t> bytesNotListed; ///< nothing: there may be some, and nobody knows how large
    std::vector<std::string> usedNotListed;     ///< images of running pods that are none of the listed
    std::optional<KubeletSettings> settings;
    std::vector<Missing> missing;

    const base::Error *why(Missing::What what) const;
    const FileSystem *fileSystem(FileSystem::Role role) const;
    /// Of all images that nothing uses; nothing where that is not known.
    std::optional<std::int64_t> unusedBytes() const;
};

/// The answers about a node, as they came.
struct Answers
{
    base::Result<std::string> node, summary, configz, pods;
};

/// An error where the node itself is not known. A pure function, any thread.
base::Result<Report> reportOf(const Answers &answers);

} // namespace disk
