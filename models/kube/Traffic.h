#pragma once

#include "models/base/Guarded.h"
#include "models/kube/Api.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kube {

struct ResourceType;

/// One request as it may be shown and sent along with a bug report: no headers, no bodies, and of a query only what holds no secret.
struct RequestRecord
{
    std::uint64_t number = 0;
    http::Method method = http::Method::Get;
    std::string path;
    std::string query;                          ///< "watch=1&labelSelector=…"
    base::SystemTime begun{};
    base::SteadyTime begunAt{};
    std::optional<std::chrono::milliseconds> took;  ///< nothing while it goes on
    int status = 0;                             ///< 0: no answer yet, or never
    std::string failure;                        ///< what went wrong, in one word: "Network", "cancelled"
    std::int64_t bytesIn = 0;                   ///< of bodies, unpacked
    std::int64_t bytesOut = 0;

    bool isOpen() const { return !took; }
};

/// What was watched at one path, however often it was connected to.
struct WatchTraffic
{
    std::int64_t bytes = 0;
    std::size_t connects = 0;
    std::optional<base::SystemTime> heard;      ///< when the last bytes came
};

/// What one cluster was asked and what it cost. Told by its client on the I/O thread, read by any other; cheap enough to be always on.
class Traffic
{
public:
    static constexpr std::size_t MostRecords = 500;
    static constexpr std::size_t MostWatches = 500;
    static constexpr std::size_t Seconds = 60;

    /// Of one second.
    struct Second
    {
        std::int64_t requests = 0;
        std::int64_t throttled = 0;             ///< answers with 429
        std::int64_t bytesIn = 0;
        std::int64_t bytesOut = 0;
    };
    struct Figures
    {
        Second total;                           ///< since the beginning
        std::array<Second, Seconds> last{};     ///< the newest at the end; it is not over yet
        std::size_t open = 0;
    };

    explicit Traffic(const base::Clock &clock) : m_clock(clock), m_start(clock.steady()) { }

    /// The number of the request, for what follows.
    std::uint64_t begin(const ApiRequest &request);
    void answered(std::uint64_t number, int status);
    void received(std::uint64_t number, std::size_t bytes);
    /// An empty failure: it came to its end.
    void ended(std::uint64_t number, std::string failure);

    Figures figures() const;
    /// The oldest first; those that go on too.
    std::vector<RequestRecord> records() const;
    /// Of a collection in all namespaces, and in those it is watched one by one.
    WatchTraffic watch(const ResourceType &type) const;

    /// The path without what somebody sends through a proxy; the query with the values of only those parameters that hold no secret.
    static std::string shownPath(const std::string &path);
    static std::string shownQuery(const std::vector<QueryItem> &query);

private:
    struct Open
    {
        RequestRecord record;
        std::string watch;                      ///< key of m_watches; empty for what is no watch
    };
    struct State
    {
        std::uint64_t next = 1;
        std::map<std::uint64_t, Open> open;
        std::deque<RequestRecord> ended;
        std::map<std::string, WatchTraffic> watches;
        Second total;
        std::array<Second, Seconds> seconds{};
        std::int64_t second = 0;                ///< the newest of them, counted from the start
    };
    std::int64_t now() const;
    static Second &secondOf(State &state, std::int64_t now);

    const base::Clock &m_clock;
    base::SteadyTime m_start;
    mutable base::Guarded<State> m_state;
};

/// "GET"
std::string_view methodWord(http::Method method);

} // namespace kube
