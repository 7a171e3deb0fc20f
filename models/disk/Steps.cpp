#include "models/disk/Steps.h"

#include "models/text/ShellWord.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace disk {

using text::shellWord;

namespace {

constexpr const char *measure = "sudo du -xh --max-depth=1 ";
constexpr const char *largest = " | sort -h | tail -n 20";

/// A terminal acts on them even where a shell would not.
bool hasControls(std::string_view command)
{
    return std::ranges::any_of(command, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

/// Makes the commands for one node.
class Advisor
{
public:
    Advisor(const Filler &filler, const Report &report) : m_filler(filler), m_report(report), m_runtime(report.node.runtime) { }

    std::vector<Step> steps()
    {
        switch (m_filler.what) {
        case Filler::What::UnusedImage: removeImage(); removeUnused(); break;
        case Filler::What::HeldImage: deleteHolders(); break;
        case Filler::What::ImageOfUnknownUse: case Filler::What::ImagesNotListed: listImages(); removeUnused(); break;
        case Filler::What::Logs: measureOnNode(Step::What::MeasureLogs, logFolder()); deletePod(); break;
        case Filler::What::WritableLayer: measureInside(); deletePod(); break;
        case Filler::What::EmptyDir: measureOnNode(Step::What::MeasureVolume, "/var/lib/kubelet/pods/" + m_filler.uid + "/volumes/kubernetes.io~empty-dir/" + m_filler.part); deletePod(); break;
        case Filler::What::RestOfPod: measureOnNode(Step::What::MeasureVolume, "/var/lib/kubelet/pods/" + m_filler.uid); deletePod(); break;
        case Filler::What::Elsewhere: search(); break;
        case Filler::What::Layers: measureOnNode(Step::What::MeasureRuntime, runtimeFolder()); break;
        case Filler::What::UsedImage: case Filler::What::SandboxImage: break;
        }
        return std::move(m_steps);
    }

private:
    void add(Step::What what, Step::Where where, std::string command)
    {
        if (!hasControls(command))
            m_steps.push_back({what, where, std::move(command)});
    }
    bool isDocker() const { return m_runtime.kind == Runtime::Kind::Docker; }

    void removeImage()
    {
        if (!m_filler.part.empty())
            add(Step::What::RemoveImage, Step::Where::Node, m_runtime.client + (isDocker() ? " image rm -- " : " rmi -- ") + shellWord(m_filler.part));
    }

    void removeUnused() { add(Step::What::RemoveUnusedImages, Step::Where::Node, m_runtime.client + (isDocker() ? " image prune --all" : " rmi --prune")); }
    void listImages() { add(Step::What::ListImages, Step::Where::Node, m_runtime.client + (isDocker() ? " image ls" : " images")); }

    void deletePod() { deletePod(m_filler.namespaceName, m_filler.pod); }
    void deletePod(std::string_view namespaceName, std::string_view name)
    {
        add(Step::What::DeletePod, Step::Where::Anywhere, "kubectl delete pod -n " + shellWord(namespaceName) + " -- " + shellWord(name));
    }

    void deleteHolders()
    {
        const ImageRow *row = m_filler.image && *m_filler.image < m_report.images.size() ? &m_report.images[*m_filler.image] : nullptr;
        if (!row || !row->users)
            return;
        for (const std::string &pod : row->users->held)
            deletePod(std::string_view(pod).substr(0, pod.find('/')), std::string_view(pod).substr(pod.find('/') + 1));
    }

    /// A folder of the node, which only Linux nodes are asked about in this way.
    void measureOnNode(Step::What what, const std::string &folder)
    {
        if (!m_runtime.isWindows)
            add(what, Step::Where::Node, measure + shellWord(folder));
    }

    std::string logFolder() const
    {
        const std::string folder = m_report.settings && !m_report.settings->logFolder.empty() ? m_report.settings->logFolder : "/var/log/pods";
        return folder + '/' + m_filler.namespaceName + '_' + m_filler.pod + '_' + m_filler.uid;
    }

    std::string runtimeFolder() const
    {
        if (m_runtime.client == "sudo k3s crictl")
            return "/var/lib/rancher/k3s/agent/containerd";
        if (m_runtime.client.find("/rke2/") != std::string::npos)
            return "/var/lib/rancher/rke2/agent/containerd";
        return isDocker() ? "/var/lib/docker" : m_runtime.kind == Runtime::Kind::CriO ? "/var/lib/containers" : "/var/lib/containerd";
    }

    /// kubectl would take a pod of such a name for an option, and what is behind "--" for the command.
    void measureInside()
    {
        if (m_filler.pod.starts_with('-'))
            return;
        add(Step::What::MeasureInside, Step::Where::Anywhere,
            "kubectl exec " + shellWord(m_filler.pod) + " -n " + shellWord(m_filler.namespaceName) + " -c " + shellWord(m_filler.part) + " -- du -x -d 2 /");
    }

    void search()
    {
        if (m_runtime.isWindows)
            return;
        if (m_filler.where == FileSystem::Role::Node)
            for (const char *folder : {"/var/lib", "/"})
                add(Step::What::MeasureFolders, Step::Where::Node, std::string(measure) + folder + largest);
        add(Step::What::MeasureRuntime, Step::Where::Node, measure + runtimeFolder());
        if (m_filler.where == FileSystem::Role::Node)
            add(Step::What::ShrinkJournal, Step::Where::Node, "sudo journalctl --vacuum-size=200M");
    }

    const Filler &m_filler;
    const Report &m_report;
    const Runtime &m_runtime;
    std::vector<Step> m_steps;
};

} // namespace

std::vector<Step> stepsFor(const Filler &filler, const Report &report)
{
    return Advisor(filler, report).steps();
}

std::string sizeText(std::int64_t bytes)
{
    static constexpr std::array units{" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};
    double size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; (size >= 999.5 || size <= -999.5) && unit + 1 < units.size(); ++unit)
        size /= 1024;
    const double absolute = size < 0 ? -size : size;
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.*f", unit == 0 || absolute >= 99.95 ? 0 : absolute >= 9.995 ? 1 : 2, size);
    return digits + std::string(units[unit]);
}

} // namespace disk
