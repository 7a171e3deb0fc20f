#pragma once

#include "models/rbac/ChangeSet.h"
#include "models/rbac/Sentence.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// Something that somebody drafts: how objects are to be, as YAML of one document or several, or one object that is to go.
struct Draft
{
    std::string text;
    std::optional<ObjectRef> deletion = {};     ///< instead of a text

    bool operator==(const Draft &) const = default;
};

/// What is wrong with a draft, and where in its text; what it is about does not count.
struct DraftProblem
{
    Sentence message;
    int line = 0;       ///< 1-based; 0: of the whole
    int column = 0;

    bool operator==(const DraftProblem &) const = default;
};

/// One object of a draft, as the server would store it, and the document that says so.
struct DraftedObject
{
    ObjectRef ref;
    std::string text;
    std::shared_ptr<const Role> role = {};                  ///< of the three at most one
    std::shared_ptr<const Binding> binding = {};
    std::shared_ptr<const ServiceAccount> account = {};
    std::string apiVersion = {};

    /// Whether somebody may have other rights by it; what else stands in a draft goes along.
    bool isAccess() const { return role || binding || account; }
};

/// What a draft says, as far as it can be read: what is broken is left out and named, everything else counts.
struct ReadDraft
{
    std::vector<DraftedObject> objects;
    std::vector<DraftProblem> problems;
};

/// One document of a YAML text, without the line that separates it from others.
struct YamlDocument
{
    std::string text;
    int line = 1;       ///< its first line in the whole, 1-based

    bool operator==(const YamlDocument &) const = default;
};

/// How much of a draft is read.
inline constexpr std::size_t LargestDraft = 256 * 1024;

/// Those that are not empty.
std::vector<YamlDocument> documentsOf(std::string_view text);

/// Reads a text as kubectl and the server do: fields that do not exist and values that cannot be stored are problems. Any thread.
ReadDraft readDraft(std::string_view text);

} // namespace rbac
