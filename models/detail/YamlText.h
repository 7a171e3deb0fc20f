#pragma once

#include "models/text/Value.h"
#include "models/text/YamlPlaces.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace detail {

/// The annotation in which kubectl apply keeps what it was given.
inline constexpr std::string_view LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/// What of an object its YAML leaves out or hides.
struct YamlWish
{
    bool managedFields = false;         ///< who wrote which field: long, and seldom asked for
    bool secretValues = false;          ///< of a Secret; otherwise stars stand for them
};

/// The object as kubectl get -o yaml writes it, with those wishes. Any thread.
std::string yamlOf(const text::Value &object, const YamlWish &wish);
/// The same, and where everything stands; not more of it than is enough, in bytes.
text::PlacedYaml placedYamlOf(const text::Value &object, const YamlWish &wish, std::size_t enough = std::string::npos);
/// The object with only what is wished for.
text::Value wishedFor(text::Value object, const YamlWish &wish);
bool isSecret(const text::Value &object);
/// Puts stars for what a Secret holds, also where the object does not say that it is one.
void hideSecretValues(text::Value &object);
/// Whether there is something that the wish for secret values shows.
bool hasSecretValues(const text::Value &object);

/// Text cut so that it can be laid out: of each longer line only the first `longest` bytes are left, never half a character.
struct CutText
{
    std::string text;
    std::size_t cutLines = 0;
};
CutText cutLines(std::string_view text, std::size_t longest);

/// The whole text with line breaks put in, so that no line is longer than `longest` bytes.
std::string wrapLines(std::string_view text, std::size_t longest);

} // namespace detail
