#include "models/disk/ImageUse.h"

#include <algorithm>
#include <iterator>

namespace disk {

using text::Value;

namespace {

std::string_view withoutScheme(std::string_view id)
{
    const std::size_t mark = id.find("://");
    return mark == std::string_view::npos ? id : id.substr(mark + 3);
}

std::string_view repositoryOf(std::string_view name)
{
    name = withoutScheme(name);
    name = name.substr(0, name.find('@'));
    const std::size_t slash = name.rfind('/'), colon = name.rfind(':');
    const bool hasTag = colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash);
    return hasTag ? name.substr(0, colon) : name;
}

bool isRegistry(std::string_view part)
{
    return part.find_first_of(".:") != std::string_view::npos || part == "localhost";
}

std::string wholeRepository(std::string_view repository)
{
    const std::size_t slash = repository.find('/');
    if (slash == std::string_view::npos)
        return "docker.io/library/" + std::string(repository);
    const std::string_view first = repository.substr(0, slash), rest = repository.substr(slash + 1);
    if (!isRegistry(first))
        return "docker.io/" + std::string(repository);
    if (first != "docker.io" && first != "index.docker.io")
        return std::string(repository);
    return (rest.find('/') == std::string_view::npos ? "docker.io/library/" : "docker.io/") + std::string(rest);
}

bool hasName(const ListedImage &image, std::string_view name)
{
    const std::string whole = wholeName(name);
    return !whole.empty() && std::ranges::any_of(image.names, [&](const std::string &each) { return wholeName(each) == whole; });
}

/// What it was pulled as, without its tag, and by which digest the image is listed.
bool hasOtherDigest(const ListedImage &image, std::string_view id)
{
    if (image.names.size() >= MostNames)
        return false;       // the one that is looked for may be among those that are not told
    const std::string repository = wholeRepository(repositoryOf(id));
    return std::ranges::any_of(image.names, [&](const std::string &name) { return !digestOf(name).empty() && wholeRepository(repositoryOf(name)) == repository; });
}

void addStatuses(const Value &statuses, PodOnNode &pod)
{
    for (const Value &status : statuses.items()) {
        UsedImage used{status["image"].text(), status["imageID"].text(), status["state"]["running"].isMap()};
        if (!used.id.empty() || used.isRunning)
            pod.images.push_back(std::move(used));
    }
}

void addOnce(std::vector<std::string> &list, std::string name)
{
    if (list.empty() || list.back() != name)
        list.push_back(std::move(name));
}

} // namespace

PodOnNode podOf(const Value &value)
{
    const Value &metadata = value["metadata"], &status = value["status"], &spec = value["spec"];
    const std::string &phase = status["phase"].text();
    PodOnNode pod{metadata["namespace"].text(), metadata["name"].text(), metadata["uid"].text(), phase == "Succeeded" || phase == "Failed", {}, {}, {}};
    for (const char *statuses : {"initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"})
        addStatuses(status[statuses], pod);
    for (const Value &volume : spec["volumes"].items()) {
        if (const std::string &image = volume["image"]["reference"].text(); !image.empty())
            pod.mounted.push_back(image);
        if (const Value *empty = volume.find("emptyDir"); empty && (*empty)["medium"].text().empty())
            pod.emptyDirs.push_back(volume["name"].text());
    }
    return pod;
}

std::string_view digestOf(std::string_view name)
{
    name = withoutScheme(name);
    if (const std::size_t mark = name.find('@'); mark != std::string_view::npos)
        return name.substr(mark + 1);
    return name.starts_with("sha256:") ? name : std::string_view();
}

std::string wholeName(std::string_view name)
{
    name = withoutScheme(name);
    if (name.empty() || name.starts_with("sha256:"))
        return {};
    const std::string_view repository = repositoryOf(name), rest = name.substr(repository.size());
    return wholeRepository(repository) + (rest.empty() ? std::string(":latest") : std::string(rest));
}

bool isSame(const ListedImage &image, const UsedImage &used)
{
    const std::string_view digest = digestOf(used.id);
    if (!digest.empty() && std::ranges::any_of(image.names, [&](const std::string &name) { return digestOf(name) == digest; }))
        return true;
    if (used.id.find('@') != std::string::npos && hasOtherDigest(image, used.id))
        return false;
    return hasName(image, used.name);
}

ImageUsers usersOf(const ListedImage &image, const std::vector<PodOnNode> &pods)
{
    ImageUsers users;
    for (const PodOnNode &pod : pods) {
        bool isRunning = !pod.isEnded && std::ranges::any_of(pod.mounted, [&](const std::string &name) { return hasName(image, name); }), isHeld = false;
        for (const UsedImage &used : pod.images) {
            const bool same = isSame(image, used);
            isRunning = isRunning || (same && used.isRunning);
            isHeld = isHeld || same;
        }
        if (isRunning || isHeld)
            addOnce(isRunning ? users.running : users.held, pod.path());
    }
    return users;
}

std::vector<std::string> missingFrom(const std::vector<ListedImage> &images, const std::vector<PodOnNode> &pods)
{
    std::vector<std::string> missing;
    for (const PodOnNode &pod : pods)
        for (const UsedImage &used : pod.images)
            if (used.isRunning && std::ranges::none_of(images, [&](const ListedImage &image) { return isSame(image, used); }))
                missing.push_back(used.name.empty() ? used.id : used.name);
    std::ranges::sort(missing);
    const auto doubles = std::ranges::unique(missing);
    missing.erase(doubles.begin(), doubles.end());
    return missing;
}

bool isSandbox(const ListedImage &image)
{
    return std::ranges::any_of(image.names, [](const std::string &name) {
        const std::string_view repository = repositoryOf(name);
        const std::string_view last = repository.substr(repository.rfind('/') + 1);
        return last == "pause" || last.starts_with("pause-") || last == "mirrored-pause";
    });
}

} // namespace disk
