#pragma once

#include "models/cluster/Clusters.h"
#include "models/cluster/Reachability.h"
#include "widgets/base/Theme.h"

#include <QString>

namespace catalog {

/// How an entry is, in a few words for a row and in full for whoever wants to know.
struct EntryState
{
    base::Meaning meaning = base::Meaning::Unknown;
    QString words;      ///< short, never cut
    QString detail;     ///< of any length; empty when the words say all

    /// The sign and the words.
    QString text() const { return base::Theme::sign(meaning) + u' ' + words; }
    bool operator==(const EntryState &) const = default;
};

/// The state of an entry: its own error, else its connection's health, else whether its server answers strangers.
EntryState stateOf(const kube::CatalogEntry &entry, const cluster::ConnectedCluster *connected, const cluster::Reach &reach);

/// Why nobody answered, in a few words: "connection refused".
QString shortReason(const base::Error &error);

/// A context by its name, a file that cannot be used by its file name.
QString nameOf(const kube::CatalogEntry &entry);
/// A path with the home folder as ~; of pasted text its name and that it was pasted.
QString fileOf(const kube::CatalogEntry &entry);
QString shortPath(const std::string &path);
/// Its address, without passwords; empty when the entry names none.
QString serverOf(const kube::CatalogEntry &entry);
/// What would be sent: "token", "client-certificate"; with "none" in the person's language.
QString credentialKindOf(const kube::ContextSelection &context);
/// The same with the program, "exec (aws)"; empty when the entry names no user.
QString credentialOf(const kube::CatalogEntry &entry);
/// "line 12: ..." where a line is known and the message does not name it itself.
QString errorOf(const kube::KubeConfigError &error);
/// The same in one line, without the path that the row shows already.
QString shortErrorOf(const kube::KubeConfigError &error, const std::string &file);
/// Whether the kubeconfig turns the verification of the server off.
bool isUnverified(const kube::CatalogEntry &entry);

} // namespace catalog
