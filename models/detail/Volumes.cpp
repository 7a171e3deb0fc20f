#include "models/detail/Sections.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace detail {

namespace {

/// A kind of volume that names another object.
struct Source
{
    std::string_view member;
    std::string_view name;
    std::string_view kind;
};
constexpr Source sources[] = {
    {"configMap", "name", "ConfigMap"},
    {"secret", "secretName", "Secret"},
    {"persistentVolumeClaim", "claimName", "PersistentVolumeClaim"},
};

Line projectedPart(const text::Value &source, const std::string &namespaceName)
{
    if (source["serviceAccountToken"].isMap())
        return {wordsPart(Phrase(QT_TR_NOOP("token of the ServiceAccount, good for %1 s"), {shown(at(source, "serviceAccountToken.expirationSeconds"))}))};
    if (source["downwardAPI"].isMap())
        return {wordsPart(Phrase(QT_TR_NOOP("fields of the pod (Downward API)")))};
    for (const Source &known : sources) {
        if (source[known.member].isMap())
            return {kindLinkPart({}, known.kind, namespaceName, source[known.member]["name"].text())};
    }
    return {textPart(source.members().empty() ? std::string() : source.members().front().key)};
}

std::vector<Line> linesOf(const text::Value &volume, const std::string &namespaceName)
{
    for (const Source &source : sources) {
        const std::string &name = volume[source.member][source.name].text();
        if (!name.empty())
            return {{kindLinkPart({}, source.kind, namespaceName, name)}};
    }
    if (volume["projected"].isMap()) {
        std::vector<Line> lines;
        for (const text::Value &source : at(volume, "projected.sources").items())
            lines.push_back(projectedPart(source, namespaceName));
        return lines;
    }
    if (volume["hostPath"].isMap())
        return {{wordsPart(Phrase(QT_TR_NOOP("folder of the node: %1"), {shown(at(volume, "hostPath.path"))}))}};
    if (volume["emptyDir"].isMap())
        return {{wordsPart(Phrase(QT_TR_NOOP("empty folder, gone with the pod")))}};
    if (volume["downwardAPI"].isMap())
        return {{wordsPart(Phrase(QT_TR_NOOP("fields of the pod (Downward API)")))}};
    for (const text::Value::Member &member : volume.members()) {
        if (member.key != "name")
            return {{textPart(member.key), machinePart(shown(member.value))}};
    }
    return {};
}

} // namespace

void addVolumes(Summary &summary, const text::Value &podSpec, const std::string &namespaceName)
{
    Section section{Phrase(QT_TR_NOOP("Volumes")), {}};
    for (const text::Value &volume : podSpec["volumes"].items())
        addNamedRow(section, volume["name"].text(), linesOf(volume, namespaceName));
    addSection(summary, std::move(section));
}

} // namespace detail
