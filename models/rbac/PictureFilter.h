#pragma once

#include "models/rbac/AccessPicture.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// What a person looks for in a picture of access: words, and terms for those who know what they want; all of them must hold.
///
/// can:VERB/RESOURCE (either may be left out or be *), ns:NAMESPACE where it holds, via:group, via:direct or via:NAME of a group, binding or
/// role, kind:KIND, risk:ID or risk: for any. A term behind which nothing stands yet asks for nothing.
class PictureFilter
{
public:
    static PictureFilter parse(std::string_view text);

    /// Those that there are, with their colon, as a person types them.
    static std::span<const std::string_view> keys();
    /// Of words that look like terms but begin with none of the keys; they are looked for as words, because names may hold a colon.
    const std::vector<std::string> &unknownKeys() const { return m_unknownKeys; }

    bool isEmpty() const { return m_words.empty() && m_terms.empty(); }
    /// Whether it asks about rights; else about objects alone.
    bool asksAboutRights() const;
    bool fits(const Right &right) const;
    bool fits(const GraphNode &node) const;
    /// The same without the words.
    bool fitsTerms(const GraphNode &node) const;
    /// Whether all words, of which there is one, are in what the right is or in what it comes through.
    bool isNamed(const Right &right) const;

private:
    struct Term
    {
        enum class Key { Can, Namespace, Via, Kind, Risk } key;
        std::string value;          ///< in lower case
    };

    static bool fits(const Right &right, const Term &term);
    static bool fits(const GraphNode &node, const Term &term);

    std::vector<std::string> m_words;   ///< in lower case
    std::vector<Term> m_terms;
    std::vector<std::string> m_unknownKeys;     ///< with their colon
};

/// What fits, in the picture; rights of objects that fit, where no right is asked about.
struct Found
{
    std::vector<std::string> boxes;     ///< of what fits itself, or on the ways of rights that fit; in order
    std::vector<std::string> objects;   ///< the same as references
    std::vector<std::size_t> rights;    ///< of the whole matrix

    bool operator==(const Found &) const = default;
};

/// A pure function, any thread.
Found findIn(const AccessPicture &picture, const PictureFilter &filter);

} // namespace rbac
