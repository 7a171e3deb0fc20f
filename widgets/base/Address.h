#pragma once

#include <QString>

#include <optional>

namespace base {

/// Where something is that can be opened, in the words of --open: a page ("catalog"), a kind ("pods", "deployments.apps"), or an
/// object with its tab ("pods/team-a/web-0#yaml", "nodes//worker-1"), which may show a part ("#compare:pods/team-a/web-1"). Of a kind
/// the tab is a state, "pods#failing".
struct Address
{
    QString place;              ///< of a page its name, else the kind's resource
    QString namespaceName;      ///< of an object; empty when it belongs to the cluster
    QString name;               ///< of an object; empty for pages and kinds
    QString tab;                ///< of an object; empty: the first. Of a kind the only state that is shown; empty: as it was left

    bool isObject() const { return !name.isEmpty(); }
    QString toString() const;
    bool operator==(const Address &) const = default;

    /// Nothing when the text is no such place.
    static std::optional<Address> parse(const QString &text);
};

} // namespace base
