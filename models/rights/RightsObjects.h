#pragma once

#include "models/kube/ApiCatalog.h"
#include "models/rbac/Inputs.h"
#include "models/tables/PackedObjects.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <variant>
#include <vector>

namespace rights {

/// What access knows of an object; a namespace, and one that has a quota, are just names.
using Object = std::variant<rbac::Role, rbac::Binding, rbac::ServiceAccount, rbac::PodUse, std::string>;
/// Null: it could not be read.
using ObjectPointer = std::shared_ptr<const Object>;

/// The type of one of the collections of rbac::sourcesOf(), as the server has it; null where it has none.
const kube::ResourceType *typeOf(std::string_view collection, const kube::ApiCatalog &catalog);

/// In the order of the packed ones; stops between objects when asked to. Any thread.
std::vector<ObjectPointer> readObjects(const tables::PackedObjects &packed, std::string_view collection, const std::stop_token &stopped);

/// What one collection is known to hold.
struct Known
{
    std::string_view collection;
    std::vector<ObjectPointer> objects;
    std::optional<rbac::Unreadable> unreadable;
};

/// Adds a collection to what access is judged by; objects that could not be read make it one that is not all known. Any thread.
void addKnown(const Known &known, rbac::Inputs &inputs);

} // namespace rights
