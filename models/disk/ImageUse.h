#pragma once

#include "models/disk/NodeFacts.h"

#include <string_view>

namespace disk {

/// A container of a pod, by what its status says about its image.
struct UsedImage
{
    std::string name;           ///< "docker.io/library/nginx:1.27"
    std::string id;             ///< "docker.io/library/nginx@sha256:..."
    bool isRunning = false;
};

/// A pod that was put on the node.
struct PodOnNode
{
    std::string namespaceName, name, uid;
    bool isEnded = false;                       ///< it succeeded or failed
    std::vector<UsedImage> images;
    std::vector<std::string> mounted;           ///< images that are volumes
    std::vector<std::string> emptyDirs;         ///< on disk, by the names of the volumes

    std::string path() const { return namespaceName + '/' + name; }
};

/// Of a pod of the API.
PodOnNode podOf(const text::Value &pod);

/// Who keeps an image on the node, each as "namespace/name".
struct ImageUsers
{
    std::vector<std::string> running;       ///< a container of it runs
    std::vector<std::string> held;          ///< a container of it is there and does not run: garbage collection leaves its image alone too
};

ImageUsers usersOf(const ListedImage &image, const std::vector<PodOnNode> &pods);
/// By its digest where both tell one, for a tag may have moved on; else by its name.
bool isSame(const ListedImage &image, const UsedImage &used);
/// Names of images that running pods use, and that are none of the listed.
std::vector<std::string> missingFrom(const std::vector<ListedImage> &images, const std::vector<PodOnNode> &pods);

/// With the registry, the folder and the tag that are meant where nothing is written: "docker.io/library/nginx:latest".
std::string wholeName(std::string_view name);
/// "sha256:..." of a name or an id; empty: it has none.
std::string_view digestOf(std::string_view name);
/// Of a pod's sandbox; runtimes pin it, so that it is never collected.
bool isSandbox(const ListedImage &image);

} // namespace disk
