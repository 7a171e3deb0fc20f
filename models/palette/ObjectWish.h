#pragma once

#include "models/kube/ApiCatalog.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette {

/// How near a name is to what was typed, the nearest first.
enum class Closeness { Exact, Begins, WordBegins, Holds, Similar };
inline constexpr std::size_t ClosenessCount = static_cast<std::size_t>(Closeness::Similar) + 1;

/// What was typed to go to an object: a name or a part of it, also as kind/name, namespace/name, kind/namespace/name or "kind name".
/// Capitals do not count.
class ObjectWish
{
public:
    explicit ObjectWish(std::string_view typed);

    /// "services/web" means services where there is such a kind, and no namespace that begins so.
    void preferKinds(const std::vector<kube::ResourceType> &types);

    bool isEmpty() const { return m_readings.empty(); }

    /// The wish as far as one kind can fulfil it.
    class OfKind
    {
    public:
        bool isPossible() const { return !m_readings.empty(); }
        std::optional<Closeness> closeness(std::string_view namespaceName, std::string_view name) const;

    private:
        friend class ObjectWish;
        struct Reading { std::string_view space; std::string_view name; };
        std::vector<Reading> m_readings;
    };
    /// The wish outlives it.
    OfKind ofKind(const kube::ResourceType &type) const;

    /// The places in a name that were typed.
    std::vector<int> places(std::string_view name) const;

private:
    struct Reading { std::string kind, space, name; };
    std::vector<Reading> m_readings;
};

} // namespace palette
