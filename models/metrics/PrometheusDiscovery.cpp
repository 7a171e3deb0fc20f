#include "models/metrics/PrometheusDiscovery.h"

#include "models/metrics/ClusterObjects.h"

#include <algorithm>

namespace metrics {

namespace {

constexpr std::size_t mostCandidates = 12;
constexpr std::size_t atOnce = 4;
/// For which a proven candidate waits for surer ones that have not answered yet.
constexpr std::chrono::milliseconds patience{3'000};

bool isProven(const CandidateReport &report)
{
    return report.answers() && report.proof && report.proof->verdict == Proof::Verdict::ThisCluster;
}

bool isPossible(const CandidateReport &report)
{
    return report.answers() && report.proof && report.proof->verdict == Proof::Verdict::Unproven;
}

/// One search, from its beginning to its end. It is kept by its job's state.
class Search final : public std::enable_shared_from_this<Search>
{
public:
    using Done = std::function<void(DiscoveryReport, std::shared_ptr<PrometheusClient>)>;

    Search(DiscoveryWish wish, Done done) : m_wish(std::move(wish)), m_done(std::move(done)) { }

    void start(base::JobToken token);
    void stop();

private:
    struct Entry
    {
        Candidate candidate;
        std::shared_ptr<CandidateProbe> probe = {};
        std::optional<CandidateReport> report = {};
        std::shared_ptr<PrometheusClient> client = {};
    };

    void lookAround();
    void begin(std::vector<Candidate> candidates);
    void probeMore();
    void probed(std::size_t place, CandidateReport report, std::shared_ptr<PrometheusClient> client);
    bool isDecided() const;
    void decide();
    void finish();

    DiscoveryWish m_wish;
    Done m_done;
    std::optional<base::JobToken> m_token;
    std::shared_ptr<ClusterObjects> m_objects;
    std::vector<Entry> m_entries;
    std::size_t m_round = 0;            ///< where the entries begin that are probed now
    std::size_t m_next = 0;
    std::size_t m_running = 0;
    bool m_hasLookedAround = false;
    bool m_isPatient = true;
    DiscoveryReport m_report;
    base::Job m_timer;
};

void Search::start(base::JobToken token)
{
    m_token.emplace(std::move(token));
    m_objects = std::make_shared<ClusterObjects>(m_wish.ways.api, m_wish.namespaces);
    m_objects->readIdentity([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        if (self->m_wish.first.empty())
            self->lookAround();
        else
            self->begin(self->m_wish.first);
    });
}

void Search::stop()
{
    m_timer.cancel();
    m_objects.reset();
    m_entries.clear();
    m_done = {};
}

/// Where there is no way to the API server nothing is behind it either.
void Search::lookAround()
{
    m_hasLookedAround = true;
    m_report.isUnreachable = m_objects->isUnreachable();
    if (m_report.isUnreachable)
        return finish();
    m_objects->readCandidates([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        auto candidates = candidatesOf(self->m_objects->services(), self->m_objects->prometheuses());
        if (!self->m_objects->sawAllServices() && candidates.empty())
            candidates = guessedCandidates();
        self->begin(std::move(candidates));
    });
}

void Search::begin(std::vector<Candidate> candidates)
{
    m_round = m_entries.size();
    m_next = m_round;
    for (Candidate &candidate : candidates) {
        const auto isSame = [&candidate](const Entry &entry) { return !candidate.direct && !entry.candidate.direct && entry.candidate.service.text() == candidate.service.text(); };
        if (std::ranges::any_of(m_entries, isSame))
            continue;
        if (m_entries.size() - m_round < mostCandidates)
            m_entries.push_back({std::move(candidate)});
        else
            m_report.notTried.push_back(std::move(candidate));
    }
    if (m_next == m_entries.size())
        return decide();
    probeMore();
}

void Search::probeMore()
{
    while (m_running < atOnce && m_next < m_entries.size()) {
        const std::size_t place = m_next++;
        ++m_running;
        Entry &entry = m_entries[place];
        entry.probe = std::make_shared<CandidateProbe>(m_wish.ways, entry.candidate, m_objects->identity());
        entry.probe->start([weak = weak_from_this(), place](CandidateReport report, std::shared_ptr<PrometheusClient> client) {
            if (const auto self = weak.lock())
                self->probed(place, std::move(report), std::move(client));
        });
    }
}

void Search::probed(std::size_t place, CandidateReport report, std::shared_ptr<PrometheusClient> client)
{
    if (place >= m_entries.size())
        return;
    --m_running;
    const bool isFirstProof = isProven(report) && m_isPatient && !m_timer.isRunning();
    m_entries[place].report = std::move(report);
    m_entries[place].client = std::move(client);
    if (isDecided())
        return decide();
    if (isFirstProof) {
        m_timer = m_wish.ways.api.executor().after(patience, [weak = weak_from_this()] {
            const auto self = weak.lock();
            if (!self)
                return;
            self->m_isPatient = false;
            self->decide();
        });
    }
    probeMore();
}

/// No surer candidate can come any more.
bool Search::isDecided() const
{
    for (std::size_t i = m_round; i < m_entries.size(); ++i) {
        if (!m_entries[i].report)
            return false;
        if (isProven(*m_entries[i].report))
            return true;
    }
    return true;
}

void Search::decide()
{
    const auto isFound = [](const Entry &entry) { return entry.report && isProven(*entry.report); };
    if (std::ranges::any_of(m_entries, isFound) || m_hasLookedAround || !m_wish.mayLookAround)
        return finish();
    lookAround();
}

void Search::finish()
{
    const auto self = shared_from_this();
    m_timer.cancel();
    std::vector<std::shared_ptr<PrometheusClient>> clients;
    for (Entry &entry : m_entries) {
        if (entry.report) {
            m_report.candidates.push_back(std::move(*entry.report));
            clients.push_back(std::move(entry.client));
        } else {
            m_report.notTried.push_back(std::move(entry.candidate));
        }
    }
    m_entries.clear();
    m_report.gaps = m_objects->gaps();
    m_report.chosen = choose(m_report.candidates);
    auto client = m_report.chosen ? clients[*m_report.chosen] : nullptr;
    const Done done = std::move(m_done);
    m_token->finish([&] { done(std::move(m_report), std::move(client)); });
}

} // namespace

std::optional<std::size_t> choose(const std::vector<CandidateReport> &reports)
{
    const auto proven = std::ranges::find_if(reports, isProven);
    const auto chosen = proven != reports.end() ? proven : std::ranges::find_if(reports, isPossible);
    return chosen == reports.end() ? std::nullopt : std::optional(static_cast<std::size_t>(chosen - reports.begin()));
}

base::Job findPrometheus(DiscoveryWish wish, std::function<void(DiscoveryReport, std::shared_ptr<PrometheusClient>)> done)
{
    base::Executor &executor = wish.ways.api.executor();
    auto search = std::make_shared<Search>(std::move(wish), std::move(done));
    auto [job, token] = base::Job::make([&executor, search]() mutable { executor.post([kept = std::move(search)] { kept->stop(); }); });
    executor.post([weak = std::weak_ptr(search), token = token] {
        const auto self = weak.lock();
        if (self && !token.isCancelled())
            self->start(token);
    });
    return std::move(job);
}

} // namespace metrics
