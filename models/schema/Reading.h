#pragma once

#include "models/schema/Document.h"
#include "models/text/JsonWalker.h"

namespace schema {

/// What a schema's keywords say, as they are spelled, with those of the schema it refers to behind its own.
struct Keywords
{
    std::string_view description, type, format, fallback, values, required, properties, items, additional, nullable, keepsUnknown, intOrString, listKeys;
    std::string component;      ///< the last one that was referred to
};

/// One question to a document, with what it may cost.
class Reading
{
public:
    /// Both outlive it.
    Reading(const Document &document, const std::stop_token &stop);

    std::optional<Field> field(std::string_view root, const Path &path);
    FieldTree tree(std::string_view root, const std::string &name, int depth);

private:
    bool isOver() const;
    /// The keywords of a schema and of those that it refers to or is made of.
    Keywords keywordsOf(std::string_view json);
    void addKeywords(std::string_view json, Keywords &known, int &steps);
    std::string_view refer(std::string_view reference, Keywords &known) const;
    std::string_view next(const Keywords &keywords, const Step &step);
    Field fieldOf(const Keywords &keywords, bool isRequired);
    std::string typeOf(const Keywords &keywords, int steps);
    bool requiresMember(const Keywords &keywords, const std::string &member) const;
    void addMembers(FieldTree &tree, const Keywords &keywords, int depth, std::vector<std::string> &above);

    const Document &m_document;
    const std::stop_token &m_stop;
    std::chrono::steady_clock::time_point m_end;
    std::size_t m_fields = 0;
    text::JsonWalker m_walker;
};

} // namespace schema
