#pragma once

#include "models/graph/Drawing.h"
#include "models/rbac/Explain.h"

#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// The row of the table of rights that a right is told in: "pods/log", "deployments.apps", "*.*" for everything, "/metrics", "/*" for all URLs.
std::string rowName(const Right &right);

/// Where its row stands among those that people ask for: wildcards first, then what is asked for most; the same for all others.
std::size_t rankOfRow(const Right &right);
/// Where people read the verb: get, list, watch, ...; the same for all that are not usual.
std::size_t rankOfVerb(std::string_view verb);

/// Whether a right holds for all that another one is about, verbs aside: "*" in a group, resource or URL counts as the server matches it (S43 to S54).
bool reaches(const Right &right, const Right &other);

/// What a change does to rights: what of them was not held before, what is not held any more, and all that was held.
struct ChangedRights
{
    const std::vector<Right> &gained;
    const std::vector<Right> &lost;
    const std::vector<Right> &before;
};

/// Of rights as rows of resources and columns of verbs. What reaches a row counts in it, whatever row it is told in itself.
class RightsTable
{
public:
    /// What of resources is one row each; those further down in the order of names are only counted.
    static constexpr std::size_t MostRows = 400;

    /// unrowed: rights that make no rows of their own. otherwise: what a cell is that no right reaches.
    RightsTable(const std::vector<Right> &rights, const std::vector<Right> &unrowed, graph::Matrix::Cell otherwise) : RightsTable(rights, unrowed, otherwise, {{}, {}, {}}) { }
    /// With what changes: it is marked in its own row, and where it reaches by a wildcard what nothing else allows. What is lost makes rows, too.
    RightsTable(const std::vector<Right> &rights, const std::vector<Right> &unrowed, graph::Matrix::Cell otherwise, const ChangedRights &changed);

    const std::vector<std::string> &verbs() const { return m_verbs; }
    /// Wildcards first, then what people ask for most, then by name; URLs last.
    std::vector<graph::Matrix::Row> rows() const;
    std::size_t cut() const { return m_cut; }

private:
    struct Line
    {
        std::string name;
        const Right *about = nullptr;
        std::vector<graph::Matrix::Cell> cells;
        std::vector<graph::Matrix::Change> changes = {};
    };

    void makeLines(const std::vector<Right> &rights, const std::vector<Right> &lost);
    void mark(const Right &right, Line &line) const;
    void markChanges(const ChangedRights &changed, Line &line) const;
    void markChange(const Right &right, graph::Matrix::Change change, const std::vector<Right> &before, Line &line) const;

    std::vector<std::string> m_verbs;
    std::vector<Line> m_lines;
    std::size_t m_cut = 0;
};

} // namespace rbac
