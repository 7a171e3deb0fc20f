#pragma once

#include "models/graph/Layout.h"
#include "models/rbac/AccessDrawing.h"
#include "models/rbac/Basis.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rbac {

/// Whose access is drawn, and how.
struct PictureWish
{
    std::vector<Identity> identities;
    bool foldsDefaults = true;          ///< what Kubernetes or a platform brings is one card
    DrawingWords words = {};
    Unfolded unfolded = {};
    std::vector<ObjectRef> objects = {};    ///< roles, bindings and pods that the identities come from
    bool isOnlyThrough = true;              ///< what does not come through those objects is left out, and counted
};

/// The access of some identities, placed and ready to be painted and told. Immutable once it is made.
struct AccessPicture
{
    std::shared_ptr<const Basis> basis;
    std::shared_ptr<const Basis> before = {};       ///< of which the basis is a change; null: it is what is
    std::vector<Identity> identities;
    std::vector<ObjectRef> objects;     ///< that were wished for
    Through through;                    ///< the roles and bindings that it is about; empty: it is about the identities
    AccessGraph whole;                  ///< nothing is folded but bindings that are alike
    AccessGraph shown;                  ///< what is drawn
    graph::Drawing drawing;
    graph::Layout layout;
    std::map<std::string, std::size_t, std::less<>> nodes;                  ///< of what is drawn, by the id of their box
    std::map<std::string, std::vector<std::string>, std::less<>> boxes;     ///< by the reference of an object, also one in a stack

    /// Whether people see the same: objects may have changed in what access does not ask about.
    bool looksLike(const AccessPicture &other) const;
    /// Null for the table of rights and for a box that is not there.
    const GraphNode *node(std::string_view box) const;
    /// The boxes of all these objects, as far as they are drawn.
    std::vector<std::string> boxesOf(const std::vector<std::string> &references) const;
    /// The rights behind a cell of the table: of that verb or of all verbs, told in that row or reaching it by a wildcard.
    std::vector<const Right *> rightsAt(std::string_view row, std::string_view verb) const;
    /// Of a picture of what would be: those of them that were not held before, and those that are not held any more.
    std::vector<const Right *> gainedAt(std::string_view row, std::string_view verb) const;
    std::vector<const Right *> lostAt(std::string_view row, std::string_view verb) const;
    /// Those of the identities that one of the rights reaches.
    std::vector<const Identity *> holdersOf(const std::vector<const Right *> &rights) const;
    /// A cell of the table: the name of its row, and its verb.
    using Cell = std::pair<std::string, std::string>;
    /// The cells that rights are told in, or that say what is asked; each once.
    std::vector<Cell> cellsOf(const std::vector<const Right *> &rights) const;
    std::vector<Cell> cellsOf(const Request &request) const;
    /// The boxes that a cell comes, or came, through; empty when nothing is behind it.
    std::vector<std::string> boxesBehind(std::string_view row, std::string_view verb) const;

private:
    std::vector<const Right *> among(const std::vector<Right> &rights, std::string_view row, std::string_view verb) const;
};

/// Draws it; around what the previous picture shows, if there is one. A pure function, any thread.
AccessPicture pictureOf(std::shared_ptr<const Basis> basis, const PictureWish &wish, const AccessPicture *previous = nullptr);

/// The same of what would be, with what would be gained and lost.
AccessPicture changedPicture(std::shared_ptr<const Basis> before, std::shared_ptr<const Basis> after, const PictureWish &wish, const AccessPicture *previous = nullptr);

/// All lines between single objects: what a graph has for a stack of them is told of each. In order, each once.
std::vector<GraphEdge> connectionsOf(const AccessGraph &graph);

/// The references of the objects that rights come through: subjects, bindings, roles, and where they hold; each once.
std::vector<std::string> wayOf(const std::vector<const Right *> &rights);

} // namespace rbac
