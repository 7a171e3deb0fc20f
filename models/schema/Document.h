#pragma once

#include "models/base/Result.h"
#include "models/schema/Field.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace schema {

/// The schemas of one API group and version, as GET /openapi/v3/apis/GROUP/VERSION gives them.
///
/// Only what was asked for is looked at, and never longer than Longest nor deeper than MostSteps: a schema may refer to itself, and a
/// server may lie. References lead to other schemas of the same document and nowhere else; patterns are not looked at.
/// Never changes; any thread.
class Document
{
public:
    static constexpr std::size_t MostBytes = 64 * 1024 * 1024;
    static constexpr int MostSteps = 64;
    static constexpr std::size_t MostFields = 4000;         ///< of a tree
    static constexpr std::chrono::milliseconds Longest{2000};

    /// The document is whole and has schemas, else BadInput or TooLarge says why not. Its other parts are let go.
    static base::Result<Document> read(std::string_view json);

    /// What is said of the field at that path of the kind's objects; the empty path is the object. Nothing where the schema says nothing.
    std::optional<Field> field(const KindName &kind, const Path &path, const std::stop_token &stop = {}) const;
    /// The kind's fields down to that depth, 0 for the object alone. A field that its own schema holds again is not entered twice.
    std::optional<FieldTree> tree(const KindName &kind, int depth, const std::stop_token &stop = {}) const;

    /// Each once for each component that is one, in the order of the document.
    std::vector<KindName> kinds() const;
    bool knows(const KindName &kind) const { return !schemaOf(kind).empty(); }
    std::size_t bytes() const { return m_schemas.size(); }

private:
    friend class Reading;
    struct Place { std::size_t offset = 0, size = 0; };

    bool index();
    void indexKinds(const std::string &component, std::string_view json);
    /// As JSON; empty where there is none.
    std::string_view schemaOf(const KindName &kind) const;
    std::string_view component(const std::string &name) const;

    std::string m_schemas;                              ///< the map of components.schemas
    std::unordered_map<std::string, Place> m_components;
    std::vector<std::pair<KindName, std::string>> m_kinds;  ///< and the components of their objects
};

} // namespace schema
