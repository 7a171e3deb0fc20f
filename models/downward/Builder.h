#pragma once

#include "models/downward/Inspection.h"

#include <string>
#include <vector>

namespace downward {

/// An entry that somebody is about to write.
struct Draft
{
    Place place = Place::Env;
    std::string container;      ///< of env whose it is; of a file whose limit or request it tells
    std::string field;
    std::string divisor;        ///< empty: 1
    std::string name;           ///< of the variable, or the path of the file

    bool isResource() const;
    bool operator==(const Draft &) const = default;
};

/// The volume that drafts of files are in, and where the container mounts it.
struct VolumeDraft
{
    std::string name = "podinfo";
    std::string mountPath = "/etc/podinfo";
    std::string container;      ///< that mounts it
};

/// Fields to choose from, of this pod: also each of its labels and annotations, and huge pages that its containers have.
std::vector<std::string> offeredFields(const text::Value &pod, Place place);

/// A name that says what it holds: "POD_IP", "CPU_LIMIT"; of files "cpu_limit".
std::string suggestedName(const std::string &field, Place place);

/// A name and a path that the pod does not have yet.
VolumeDraft suggestedVolume(const text::Value &pod);

/// What it would be in this pod now.
Resolved preview(const text::Value &pod, const text::Value *node, const Draft &draft);

/// Why the server would refuse it, or what of the pod it would take the place of; empty when nothing speaks against it.
std::vector<Sentence> problemsOf(const text::Value &pod, const Draft &draft, const std::vector<Draft> &others);
std::vector<Sentence> problemsOf(const text::Value &pod, const VolumeDraft &volume);

/// What to write into such a pod, or into the template of what makes it.
std::string yamlOf(const text::Value &pod, const std::vector<Draft> &drafts, const VolumeDraft &volume);

} // namespace downward
