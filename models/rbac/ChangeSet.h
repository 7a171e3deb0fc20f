#pragma once

#include "models/rbac/AccessEvaluator.h"

#include <memory>
#include <string>
#include <vector>

namespace rbac {

/// An object that gives nobody a right; it is written along.
struct OtherObject
{
    ObjectRef ref;
    std::string apiVersion;

    bool operator==(const OtherObject &) const = default;
};

/// Objects that somebody wants to add, change or delete, and that are not yet so.
struct ChangeSet
{
    std::vector<std::shared_ptr<const Role>> roles;
    std::vector<std::shared_ptr<const Binding>> bindings;
    std::vector<ObjectRef> deletions;
    std::vector<std::shared_ptr<const ServiceAccount>> serviceAccounts = {};   ///< that come with them, so that no binding to them is taken for one to nobody
    std::vector<OtherObject> others = {};                                      ///< those too

    bool isEmpty() const { return roles.empty() && bindings.empty() && deletions.empty() && serviceAccounts.empty() && others.empty(); }
};

/// The objects after the change, and after the controller of aggregated roles has done what follows from it (S59): a role is
/// rewritten only where the change makes a difference.
Inputs changedInputs(const Inputs &inputs, const ChangeSet &changes);

/// The same for an evaluator of these inputs; touches only what changes.
void applyChanges(const Inputs &before, const Inputs &after, AccessEvaluator &evaluator);

/// Whether something goes that kubectl apply leaves where another wrote it: then the whole object is replaced.
bool needsReplacement(const Role &before, const Role &after);
bool needsReplacement(const Binding &before, const Binding &after);

/// Namespaces and definitions come before what stands in them.
bool isWrittenFirst(const ObjectRef &object);

/// Whether so little differs that applying it costs less than a new evaluator.
bool isSmallChange(const Inputs &before, const Inputs &after);

/// The subjects whose rights may be others after the change, each once.
std::vector<ObjectRef> affectedSubjects(const Inputs &before, const Inputs &after);

} // namespace rbac
