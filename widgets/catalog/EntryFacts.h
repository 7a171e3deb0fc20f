#pragma once

#include "widgets/catalog/EntryWords.h"

#include <vector>

namespace catalog {

/// One line beside the table: the heading of a section when it has no value, the whole width when it has no name.
struct Fact
{
    QString name;
    QString value;
    base::Meaning meaning = base::Meaning::Text;
    bool isForMachines = false;

    bool operator==(const Fact &) const = default;
};

/// What is known of an entry beyond its own words.
struct EntryKnowledge
{
    EntryState state;
    cluster::ClusterMarks marks;
    QString version;
    QString distribution;
    bool isEverythingReadOnly = false;
    bool isConnected = false;
    bool waitsForTrust = false;
    std::optional<base::SystemTime> askedAt;
    QString problem;                        ///< why the newest content of its file is not what is shown
};

/// Everything worth telling of an entry, in order; what it does not say is left out.
std::vector<Fact> factsOf(const kube::CatalogEntry &entry, const EntryKnowledge &knowledge);

/// The program of a plugin with its arguments, one per line, nothing in them hidden.
QString commandOf(const kube::ExecSettings &plugin);
/// The names of its variables; the values may be secrets.
QString variablesOf(const kube::ExecSettings &plugin);

} // namespace catalog
