#include "models/rbac/PictureFilter.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <iterator>
#include <set>

namespace rbac {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char letter) { return static_cast<char>(letter < 0x80 ? std::tolower(letter) : letter); });
    return out;
}

bool holds(std::string_view text, const std::string &part) { return lower(text).find(part) != std::string::npos; }

/// Words between spaces; what stands in quotation marks is one.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    bool isQuoted = false;
    for (const char letter : text) {
        if (letter == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (letter == ' ' || letter == '\t' || letter == '\n'))
            words.emplace_back();
        else
            words.back() += letter;
    }
    std::erase(words, std::string());
    return words;
}

bool fitsVerb(const Right &right, std::string_view verb) { return verb.empty() || verb == "*" || right.verb == "*" || lower(right.verb) == verb; }

/// "pods" is the resource alone, "pods/log" its subresource; what a rule says of all resources counts for each.
bool fitsResource(const Right &right, std::string_view resource)
{
    if (resource.empty() || resource == "*" || right.resource == "*")
        return true;
    const std::string whole = right.subresource.empty() ? right.resource : right.resource + '/' + right.subresource;
    return lower(whole) == resource || lower(rowName(right)) == resource || (!right.url.empty() && lower(right.url).starts_with(resource));
}

bool fitsCan(const Right &right, std::string_view value)
{
    const std::size_t slash = value.find('/');
    return fitsVerb(right, value.substr(0, slash)) && fitsResource(right, slash == value.npos ? std::string_view() : value.substr(slash + 1));
}

bool fitsVia(const Right &right, const std::string &value)
{
    if (value == "group" || value == "direct")
        return (right.subject.kind == "Group") == (value == "group");
    return holds(right.subject.name, value) || holds(right.binding.name, value) || holds(right.role.name, value);
}

bool fitsRisk(const GraphNode &node, const std::string &value)
{
    return std::ranges::any_of(node.risks, [&](const std::string &risk) { return value.empty() || lower(risk) == value; });
}

/// In the order of Term::Key.
constexpr std::array<std::string_view, 5> termKeys = {"can:", "ns:", "via:", "kind:", "risk:"};

/// The letters before a colon, with it; empty: there are none, or it is how Kubernetes begins its own names.
std::string keyOf(std::string_view word)
{
    const std::string_view key = word.substr(0, word.find(':') + 1);
    const bool isWord = key.size() > 1 && std::ranges::all_of(key.substr(0, key.size() - 1), [](char letter) { return letter >= 'a' && letter <= 'z'; });
    return isWord && key != "system:" ? std::string(key) : std::string();
}

} // namespace

std::span<const std::string_view> PictureFilter::keys()
{
    return termKeys;
}

PictureFilter PictureFilter::parse(std::string_view text)
{
    PictureFilter filter;
    for (const std::string &word : wordsOf(text)) {
        const auto key = std::ranges::find_if(termKeys, [&](std::string_view each) { return lower(word).starts_with(each); });
        if (key == termKeys.end()) {
            filter.m_words.push_back(lower(word));
            if (const std::string unknown = keyOf(filter.m_words.back()); !unknown.empty())
                filter.m_unknownKeys.push_back(unknown);
            continue;
        }
        Term term{static_cast<Term::Key>(key - termKeys.begin()), lower(std::string_view(word).substr(key->size()))};
        if (!term.value.empty() || term.key == Term::Key::Risk)
            filter.m_terms.push_back(std::move(term));
    }
    return filter;
}

bool PictureFilter::asksAboutRights() const
{
    return std::ranges::any_of(m_terms, [](const Term &term) { return term.key <= Term::Key::Via; });
}

/// The other terms are about objects.
bool PictureFilter::fits(const Right &right, const Term &term)
{
    switch (term.key) {
    case Term::Key::Can: return fitsCan(right, term.value);
    case Term::Key::Namespace: return right.namespaceName.empty() || lower(right.namespaceName) == term.value;
    case Term::Key::Via: return fitsVia(right, term.value);
    default: return true;
    }
}

bool PictureFilter::fits(const GraphNode &node, const Term &term)
{
    switch (term.key) {
    case Term::Key::Kind: return lower(node.kind) == term.value;
    case Term::Key::Risk: return fitsRisk(node, term.value);
    default: return true;
    }
}

bool PictureFilter::fits(const Right &right) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) { return fits(right, term); });
}

bool PictureFilter::fits(const GraphNode &node) const
{
    const auto isNamed = [&](const std::string &word) {
        return holds(node.name, word) || holds(node.kind, word) || holds(node.namespaceName, word) || std::ranges::any_of(node.folded, [&](const std::string &other) { return holds(other, word); });
    };
    return std::ranges::all_of(m_words, isNamed) && fitsTerms(node);
}

bool PictureFilter::fitsTerms(const GraphNode &node) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) { return fits(node, term); });
}

bool PictureFilter::isNamed(const Right &right) const
{
    const std::string all = right.verb + ' ' + rowName(right) + ' ' + right.namespaceName + ' ' + right.subject.text() + ' ' + right.binding.text() + ' ' + right.role.text();
    return !m_words.empty() && std::ranges::all_of(m_words, [&](const std::string &word) { return holds(all, word); });
}

namespace {

std::vector<std::size_t> rightsThat(const AccessPicture &picture, const std::function<bool(const Right &)> &fit)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < picture.whole.matrix.size(); ++i)
        if (fit(picture.whole.matrix[i]))
            out.push_back(i);
    return out;
}

void add(const GraphNode &node, Found &found)
{
    found.boxes.push_back(boxId(node));
    found.objects.push_back(node.id);
    found.objects.insert(found.objects.end(), node.folded.begin(), node.folded.end());
}

/// The objects on the ways of what was found, as far as they fit themselves.
void addWays(const AccessPicture &picture, const std::function<bool(const GraphNode &)> &fit, Found &found)
{
    std::vector<const Right *> ways;
    std::ranges::transform(found.rights, std::back_inserter(ways), [&](std::size_t i) { return &picture.whole.matrix[i]; });
    const std::vector<std::string> onWays = picture.boxesOf(wayOf(ways));
    for (const GraphNode &node : picture.shown.nodes)
        if (fit(node) && std::ranges::binary_search(onWays, boxId(node)))
            add(node, found);
}

} // namespace

/// A word that names no object may name a right: then its ways are found.
Found findIn(const AccessPicture &picture, const PictureFilter &filter)
{
    Found found;
    if (filter.asksAboutRights()) {
        found.rights = rightsThat(picture, [&](const Right &right) { return filter.fits(right); });
        addWays(picture, [&](const GraphNode &node) { return filter.fits(node); }, found);
        return found;
    }
    for (const GraphNode &node : picture.shown.nodes)
        if (filter.fits(node))
            add(node, found);
    const std::set<std::string> objects(found.objects.begin(), found.objects.end());
    const auto isOf = [&](const ObjectRef &ref) { return objects.contains(ref.text()); };
    found.rights = rightsThat(picture, [&](const Right &right) { return filter.isNamed(right) || isOf(right.subject) || isOf(right.binding) || isOf(right.role); });
    if (found.boxes.empty())
        addWays(picture, [&](const GraphNode &node) { return filter.fitsTerms(node); }, found);
    return found;
}

} // namespace rbac
