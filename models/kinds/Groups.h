#pragma once

#include "models/kube/ApiCatalog.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinds {

/// Under which heading people look for a kind.
enum class Subject : std::uint8_t { Cluster, Workloads, Network, Storage, Access, Config, Other, Custom };

struct SubjectGroup
{
    Subject subject = Subject::Other;
    std::vector<kube::ResourceType> types;
};

/// The kinds of a server that can be listed, each once in its preferred version, under their subjects: first the well-known ones in
/// the order of their importance, then the others by name. Empty subjects are left out.
std::vector<SubjectGroup> groupBySubject(const kube::ApiCatalog &catalog);

Subject subjectOf(const kube::ResourceType &type);

/// The kind in the plural as its documentation writes it: "NetworkPolicies" for networkpolicies of kind NetworkPolicy.
std::string pluralTitle(const kube::ResourceType &type);

} // namespace kinds
