#include "models/detail/PodRequests.h"
#include "models/detail/Sections.h"

#include "models/text/Quantity.h"

#include <QtGlobal>

#include <algorithm>

namespace detail {

namespace {

std::vector<Line> taints(const text::Value &list)
{
    std::vector<Line> lines;
    for (const text::Value &taint : list.items()) {
        const std::string &value = taint["value"].text();
        lines.push_back({textPart(taint["key"].text() + (value.empty() ? "" : '=' + value) + ':' + taint["effect"].text())});
    }
    return lines;
}

/// Amounts of memory and storage as people read them, with what the node says beside it.
Line amount(const std::string &resource, const text::Value &value)
{
    const std::string text = shown(value);
    const bool isBytes = resource == "memory" || resource == "ephemeral-storage" || resource.starts_with("hugepages-");
    const auto quantity = text::Quantity::parse(text);
    if (!isBytes || !quantity || quantity->isZero())
        return {textPart(text)};
    const std::int64_t mebibytes = quantity->value() / (1024 * 1024);
    return {wordsPart(Phrase(QT_TR_NOOP("%1 MiB"), {std::to_string(mebibytes)})), textPart(text, Tone::Quiet)};
}

void addCapacity(Summary &summary, const text::Value &node)
{
    Section section{Phrase(QT_TR_NOOP("Capacity")), {}};
    section.table = tableOf({QT_TR_NOOP("Resource"), QT_TR_NOOP("Capacity"), QT_TR_NOOP("For pods")});
    for (const text::Value::Member &member : at(node, "status.capacity").members()) {
        section.table->rows.push_back(
            {{textPart(member.key)}, amount(member.key, member.value), amount(member.key, at(node, "status.allocatable")[member.key])});
    }
    addSection(summary, std::move(section));
}

std::string imageName(const text::Value &image)
{
    // The last name is the tag; those before it are digests.
    const text::Value::List &names = image["names"].items();
    return names.empty() ? std::string() : names.back().text();
}

void addImages(Summary &summary, const text::Value &node)
{
    Section section{Phrase(QT_TR_NOOP("Images")), {}};
    section.table = tableOf({QT_TR_NOOP("Image"), QT_TR_NOOP("Size")});
    for (const text::Value &image : at(node, "status.images").items()) {
        const std::string megabytes = std::to_string(image["sizeBytes"].asInteger() / 1'000'000);
        section.table->rows.push_back({{machinePart(imageName(image))}, {wordsPart(Phrase(QT_TR_NOOP("%1 MB"), {megabytes}))}});
    }
    addSection(summary, std::move(section));
}

} // namespace

void addNode(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow machine[] = {
        {QT_TR_NOOP("Kubelet"), "status.nodeInfo.kubeletVersion"},
        {QT_TR_NOOP("Operating system"), "status.nodeInfo.osImage"},
        {QT_TR_NOOP("Kernel"), "status.nodeInfo.kernelVersion"},
        {QT_TR_NOOP("Architecture"), "status.nodeInfo.architecture"},
        {QT_TR_NOOP("Container runtime"), "status.nodeInfo.containerRuntimeVersion"},
        {QT_TR_NOOP("Pod addresses"), "spec.podCIDRs", Form::Lines},
        {QT_TR_NOOP("Provider"), "spec.providerID", Form::Machine},
    };
    Section section{Phrase(QT_TR_NOOP("Machine")), {}};
    for (const text::Value &address : at(object, "status.addresses").items())
        addNamedRow(section, address["type"].text(), {{machinePart(address["address"].text())}});
    addFields(section, object, machine);
    addRow(section, QT_TR_NOOP("Taints"), taints(at(object, "spec.taints")));
    addSection(summary, std::move(section));
    addCapacity(summary, object);
    addImages(summary, object);
}

namespace {

/// The share as kubectl cuts it: what is left of a percent does not count.
Line share(const std::string &resource, const text::Quantity &requested, const text::Quantity &whole)
{
    Line line{amount(resource, text::Value::string(requested.toString())).front()};
    if (!whole.isZero()) {
        const double percent = static_cast<double>(requested.milliValue()) / static_cast<double>(whole.milliValue()) * 100;
        line.push_back(textPart(std::to_string(static_cast<std::int64_t>(percent)) + " %", percent >= 100 ? Tone::Warning : Tone::Quiet));
    }
    return line;
}

} // namespace

void addRequested(Summary &summary, const text::Value &node, const std::optional<Amounts> &requested)
{
    const auto capacity = std::ranges::find(summary.sections, Phrase(QT_TR_NOOP("Capacity")), &Section::title);
    if (capacity == summary.sections.end() || !capacity->table)
        return;
    capacity->table->headers.emplace_back(QT_TR_NOOP("Requested"));
    for (auto &row : capacity->table->rows) {
        const std::string resource = row.front().front().phrase.arguments.front().text;
        if (!requested) {
            row.push_back({wordsPart(Phrase(QT_TR_NOOP("not known")), Tone::Unknown)});
            continue;
        }
        const auto sum = requested->find(resource);
        const text::Quantity whole = text::Quantity::from(at(node, "status.allocatable")[resource]).value_or(text::Quantity());
        row.push_back(share(resource, sum == requested->end() ? text::Quantity() : sum->second, whole));
    }
}

} // namespace detail
