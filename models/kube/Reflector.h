#pragma once

#include "models/kube/Api.h"
#include "models/kube/Backoff.h"
#include "models/kube/ItemStreams.h"
#include "models/kube/ResourceType.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace kube {

/// How fresh a collection is. A failure never takes rows away: it makes them stale.
struct SyncState
{
    enum class Phase : std::uint8_t { Connecting, Listing, Live, Polling, Stale, Stopped };

    Phase phase = Phase::Connecting;
    base::SystemTime since{};                   ///< when this phase began; of Stale: when the last word was heard
    std::optional<base::Error> error;           ///< why it is stale, or why it was never live
    std::optional<base::SystemTime> nextAttempt;
    std::optional<std::vector<std::string>> onlyNamespaces = {};    ///< those that may be read, where not all of them may

    bool operator==(const SyncState &) const = default;
};

/// How much is tried anew: what waits, is quiet or was not answered, because a person asks; or lists in progress too, because the
/// machine slept and their connection may be dead without a word.
enum class Retry { Waiting, Everything };

/// Where a reflector puts what it hears. All calls come on the I/O thread.
class CollectionSink
{
public:
    virtual ~CollectionSink() = default;
    virtual void restart() = 0;                 ///< a complete listing begins
    virtual void complete() = 0;                ///< it ended: what it did not name is gone
    /// The columns of the Table that the rows which follow belong to.
    virtual void setColumns(std::vector<TableColumn>) { }
    /// Both return the object's resourceVersion; the view lives until the next call.
    virtual base::Result<std::string_view> put(ItemFormat format, std::string_view object) = 0;
    virtual base::Result<std::string_view> remove(ItemFormat format, std::string_view object) = 0;
    virtual void stateChanged(const SyncState &state) = 0;
};

/// What to reflect.
struct Collection
{
    ResourceType type;
    std::string namespaceName;                  ///< empty: all
    std::string labelSelector;
    std::string fieldSelector;
    ItemFormat format = ItemFormat::Json;
    bool wholeObjects = false;                  ///< of a Table: with each row its object, not only the metadata
};

/// Keeps a sink equal to a collection of a server: lists, then watches, resumes where it stopped, and lists again when the
/// server no longer knows that place. Figures and order of attempts are client-go's (tools/cache/reflector.go).
///
/// Lives on the I/O thread from construction to destruction.
class Reflector
{
public:
    /// What a server has shown not to be able to; shared by all its reflectors.
    struct ServerAbilities
    {
        std::set<std::string> withoutStreamingLists;    ///< API groups: some are served by another server behind this one
    };

    Reflector(Api &api, Collection collection, CollectionSink &sink, std::shared_ptr<ServerAbilities> abilities,
              std::function<double()> random = randomFraction);
    ~Reflector();

    void start();
    /// Tries again at once instead of waiting. A quiet connection is dropped, and the watch resumes from the last resourceVersion.
    void retryNow(Retry what = Retry::Waiting);
    const SyncState &state() const;

    static constexpr int FirstPage = 500;
    static constexpr int NextPages = 1000;
    static constexpr int MaxPages = 10'000;
    static constexpr std::chrono::seconds PollInterval{30};
    /// Bookmarks come about once a minute: a watch that is silent for longer is dead.
    static constexpr std::chrono::seconds WatchSilence{90};
    /// How long live rows pass for live while the next watch is not answered.
    static constexpr std::chrono::seconds AnswerPatience{3};
    /// How long a streaming list may take to be answered. A watch has WatchSilence: some proxies hold the head back until the first event.
    static constexpr std::chrono::seconds ListAnswerLimit{30};
    /// How long a streaming list may stand still before its end bookmark, from servers that ignore sendInitialEvents.
    static constexpr std::chrono::seconds EndBookmarkPatience{10};
    /// Bytes that count as progress of a list whose next object is not yet whole.
    static constexpr std::size_t ListProgress{30 * 1024};

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace kube
