#include "models/kube/Traffic.h"

#include "models/kube/ResourceType.h"

#include <algorithm>

namespace kube {

namespace {

/// Their values are numbers and words of the API's own.
constexpr std::array<std::string_view, 11> harmless{"watch", "limit", "resourceVersion", "resourceVersionMatch", "allowWatchBookmarks", "sendInitialEvents",
                                                    "timeoutSeconds", "dryRun", "includeObject", "propagationPolicy", "pretty"};
constexpr const char *hidden = "…";
constexpr std::string_view proxy = "/proxy/";
constexpr std::string_view namespaces = "/namespaces/";

std::string valueOf(const std::vector<QueryItem> &query, std::string_view name)
{
    const auto found = std::ranges::find(query, name, &QueryItem::name);
    return found == query.end() ? std::string() : found->value;
}

/// The same for a collection in all namespaces and in one.
std::string withoutNamespace(const std::string &path)
{
    const std::size_t at = path.find(namespaces);
    const std::size_t end = at == std::string::npos ? at : path.find('/', at + namespaces.size());
    return end == std::string::npos ? path : path.substr(0, at) + path.substr(end);
}

/// Empty for what is no watch. One that is narrowed is another one.
std::string watchKey(const ApiRequest &request)
{
    const std::string watch = valueOf(request.query, "watch");
    if (watch != "1" && watch != "true")
        return {};
    const std::string narrowed = valueOf(request.query, "fieldSelector") + valueOf(request.query, "labelSelector");
    return narrowed.empty() ? withoutNamespace(request.path) : request.path + ' ' + narrowed;
}

void add(Traffic::Second &to, std::int64_t requests, std::int64_t throttled, std::int64_t in, std::int64_t out)
{
    to.requests += requests;
    to.throttled += throttled;
    to.bytesIn += in;
    to.bytesOut += out;
}

} // namespace

std::string_view methodWord(http::Method method)
{
    constexpr std::array<std::string_view, 5> words{"GET", "POST", "PUT", "PATCH", "DELETE"};
    return words[static_cast<std::size_t>(method)];
}

std::string Traffic::shownPath(const std::string &path)
{
    const std::size_t at = path.find(proxy);
    return at == std::string::npos ? path : path.substr(0, at + proxy.size()) + hidden;
}

std::string Traffic::shownQuery(const std::vector<QueryItem> &query)
{
    std::string shown;
    for (const QueryItem &item : query)
        shown += (shown.empty() ? "" : "&") + item.name + '=' + (std::ranges::find(harmless, item.name) != harmless.end() ? item.value : hidden);
    return shown;
}

std::int64_t Traffic::now() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_clock.steady() - m_start).count();
}

/// The ring of seconds, moved on to now.
Traffic::Second &Traffic::secondOf(State &state, std::int64_t now)
{
    for (std::int64_t second = std::max(state.second + 1, now - static_cast<std::int64_t>(Seconds) + 1); second <= now; ++second)
        state.seconds[static_cast<std::size_t>(second) % Seconds] = {};
    state.second = std::max(state.second, now);
    return state.seconds[static_cast<std::size_t>(state.second) % Seconds];
}

std::uint64_t Traffic::begin(const ApiRequest &request)
{
    Open open;
    open.record.method = request.method;
    open.record.path = shownPath(request.path);
    open.record.query = shownQuery(request.query);
    open.record.begun = m_clock.now();
    open.record.begunAt = m_clock.steady();
    open.record.bytesOut = static_cast<std::int64_t>(request.body.size());
    open.watch = watchKey(request);
    const std::int64_t second = now();
    return m_state.with([&](State &state) {
        open.record.number = state.next++;
        add(secondOf(state, second), 1, 0, 0, open.record.bytesOut);
        add(state.total, 1, 0, 0, open.record.bytesOut);
        if (!open.watch.empty() && (state.watches.contains(open.watch) || state.watches.size() < MostWatches))
            ++state.watches[open.watch].connects;
        const std::uint64_t number = open.record.number;
        state.open.emplace(number, std::move(open));
        return number;
    });
}

void Traffic::answered(std::uint64_t number, int status)
{
    const std::int64_t second = now();
    m_state.with([&](State &state) {
        const auto found = state.open.find(number);
        if (found == state.open.end())
            return;
        found->second.record.status = status;
        if (status == 429) {
            add(secondOf(state, second), 0, 1, 0, 0);
            add(state.total, 0, 1, 0, 0);
        }
    });
}

void Traffic::received(std::uint64_t number, std::size_t bytes)
{
    const std::int64_t second = now();
    const auto size = static_cast<std::int64_t>(bytes);
    m_state.with([&](State &state) {
        const auto found = state.open.find(number);
        if (found == state.open.end())
            return;
        found->second.record.bytesIn += size;
        add(secondOf(state, second), 0, 0, size, 0);
        add(state.total, 0, 0, size, 0);
        if (const auto watch = state.watches.find(found->second.watch); watch != state.watches.end()) {
            watch->second.bytes += size;
            watch->second.heard = m_clock.now();
        }
    });
}

void Traffic::ended(std::uint64_t number, std::string failure)
{
    m_state.with([&](State &state) {
        const auto found = state.open.find(number);
        if (found == state.open.end())
            return;
        RequestRecord record = std::move(found->second.record);
        state.open.erase(found);
        record.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steady() - record.begunAt);
        record.failure = std::move(failure);
        state.ended.push_back(std::move(record));
        if (state.ended.size() > MostRecords)
            state.ended.pop_front();
    });
}

Traffic::Figures Traffic::figures() const
{
    const std::int64_t second = now();
    return m_state.with([&](State &state) {
        Figures figures;
        secondOf(state, second);
        figures.total = state.total;
        figures.open = state.open.size();
        for (std::size_t i = 0; i < Seconds; ++i)
            figures.last[i] = state.seconds[(static_cast<std::size_t>(state.second) + 1 + i) % Seconds];
        return figures;
    });
}

std::vector<RequestRecord> Traffic::records() const
{
    std::vector<RequestRecord> records = m_state.with([](State &state) {
        std::vector<RequestRecord> all(state.ended.begin(), state.ended.end());
        for (const auto &[number, open] : state.open)
            all.push_back(open.record);
        return all;
    });
    std::ranges::sort(records, {}, &RequestRecord::number);
    return records;
}

WatchTraffic Traffic::watch(const ResourceType &type) const
{
    const std::string key = collectionPath(type);
    return m_state.with([&](State &state) {
        const auto found = state.watches.find(key);
        return found == state.watches.end() ? WatchTraffic() : found->second;
    });
}

} // namespace kube
