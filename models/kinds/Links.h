#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kinds {

/// Another object that a cell names.
struct ObjectLink
{
    std::string resource;           ///< "serviceaccounts", "roles.rbac.authorization.k8s.io"
    std::string namespaceName;      ///< empty for cluster-scoped objects
    std::string name;

    bool operator==(const ObjectLink &) const = default;
};

enum class LinkForm { Name, NameInNamespace, NamespaceAndName, KindAndName };

/// How the cells of one column of a kind name other objects.
struct LinkRule
{
    std::string_view kind;
    std::string_view column;
    LinkForm form;
    std::string_view resource;      ///< of the target; empty for KindAndName
};

/// Null: the cells of that column are no links.
const LinkRule *findLinkRule(std::string_view apiVersion, std::string_view kind, std::string_view column);

/// The object that a cell of a row in that namespace names; nothing for "<none>", "<unset>" and kinds the program does not know.
std::optional<ObjectLink> linkOf(const LinkRule &rule, std::string_view namespaceName, std::string_view cell);

} // namespace kinds
