#include "models/metrics/CapabilityQuestion.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace metrics {

namespace {

constexpr std::size_t mostSpacings = 8;     ///< jobs whose samples are looked at
constexpr const char *grouping = "by (__name__, job, metrics_path)";

bool isMetricName(std::string_view name)
{
    const auto isPart = [](char c) { return c == '_' || c == ':' || (std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80); };
    return !name.empty() && !(name.front() >= '0' && name.front() <= '9') && std::ranges::all_of(name, isPart);
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return result + '"';
}

std::string matchersOf(const Labels &labels)
{
    std::string matchers;
    for (const auto &[name, value] : labels)
        matchers += (matchers.empty() ? "" : ",") + name + '=' + quoted(value);
    return matchers;
}

/// {__name__=~"a|b",cluster="c"}
std::string anyOf(const std::vector<std::string> &metrics, const Labels &scope, const std::string &condition = {})
{
    std::string names;
    for (const std::string &each : metrics) {
        if (isMetricName(each))
            names += (names.empty() ? "" : "|") + each;
    }
    return "{__name__=~\"" + names + '"' + (scope.empty() ? "" : ",") + matchersOf(scope) + condition + '}';
}

std::string labelOf(const Labels &labels, std::string_view name)
{
    const auto found = labels.find(name);
    return found == labels.end() ? std::string() : found->second;
}

/// One question with all its queries; kept by its job.
class Question final : public std::enable_shared_from_this<Question>
{
public:
    using Done = std::function<void(base::Result<Capabilities>)>;

    Question(std::shared_ptr<PrometheusClient> client, std::vector<std::string> metrics, Labels scope, Done done)
        : m_client(std::move(client)), m_metrics(std::move(metrics)), m_scope(std::move(scope)), m_done(std::move(done))
    {
    }

    void start(base::JobToken token)
    {
        m_token.emplace(std::move(token));
        m_capabilities.setAsked(m_metrics);
        m_capabilities.setScope(m_scope);
        ask(countQuery(m_metrics, m_scope), &Question::counted);
    }
    void stop() { m_jobs.clear(); }

private:
    using Take = void (Question::*)(const base::Result<Answer> &);

    void ask(const std::string &expression, Take take)
    {
        ++m_outstanding;
        m_jobs.push_back(m_client->query(InstantQuery{expression}, [weak = weak_from_this(), take](base::Result<Answer> answer) {
            if (const auto self = weak.lock())
                ((*self).*take)(answer);
        }));
    }

    void counted(const base::Result<Answer> &answer);
    void sampled(const base::Result<Answer> &answer);
    void askTargets();
    void askSpacings();
    void spaced(const base::Result<Answer> &answer);
    void one();
    void finish(base::Result<Capabilities> result);

    std::shared_ptr<PrometheusClient> m_client;
    std::vector<std::string> m_metrics;
    Labels m_scope;
    Done m_done;
    std::optional<base::JobToken> m_token;
    Capabilities m_capabilities;
    bool m_hasAskedSpacings = false;
    std::size_t m_outstanding = 0;
    std::vector<base::Job> m_jobs;
};

void Question::counted(const base::Result<Answer> &answer)
{
    if (!answer)
        return finish(answer.error());
    std::vector<std::string> present;
    for (const Series &series : answer->series) {
        const std::string metric = labelOf(series.labels, "__name__");
        if (metric.empty() || series.points.size() != 1 || !std::isfinite(series.points[0].value) || series.points[0].value < 1 || series.points[0].value > 1e15)
            continue;
        m_capabilities.add(metric, {labelOf(series.labels, "job"), labelOf(series.labels, "metrics_path"), static_cast<std::uint64_t>(series.points[0].value)});
        present.push_back(metric);
    }
    if (present.empty())
        return finish(std::move(m_capabilities));
    std::ranges::sort(present);
    present.erase(std::ranges::unique(present).begin(), present.end());
    ask(sampleQuery(present, m_scope), &Question::sampled);
    askTargets();
    one();
}

void Question::sampled(const base::Result<Answer> &answer)
{
    if (answer) {
        for (const Series &series : answer->series) {
            if (const std::string metric = labelOf(series.labels, "__name__"); !metric.empty())
                m_capabilities.setSample(metric, series.labels);
        }
    }
    one();
}

/// The longest interval of a job's targets counts for the job.
void Question::askTargets()
{
    ++m_outstanding;
    m_jobs.push_back(m_client->fetchTargets([weak = weak_from_this()](base::Result<std::vector<ScrapeTarget>> targets) {
        const auto self = weak.lock();
        if (!self)
            return;
        if (targets) {
            for (const ScrapeTarget &target : *targets) {
                const std::string job = labelOf(target.labels, "job");
                if (target.interval && !job.empty())
                    self->m_capabilities.setInterval(job, std::max(*target.interval, self->m_capabilities.interval(job).value_or(std::chrono::milliseconds(0))));
            }
        }
        self->one();
    }));
}

/// For jobs that no target tells of: of one that is not scraped here, or of a server that knows no targets.
void Question::askSpacings()
{
    m_hasAskedSpacings = true;
    std::map<std::string, std::string> instances;
    for (const std::string &metric : m_metrics) {
        for (const Capabilities::Source &source : m_capabilities.sources(metric)) {
            const std::string instance = labelOf(source.sample, "instance");
            if (!source.job.empty() && !instance.empty() && !m_capabilities.interval(source.job) && instances.size() < mostSpacings)
                instances.try_emplace(source.job, instance);
        }
    }
    for (const auto &[job, instance] : instances) {
        Labels labels = m_scope;
        labels["job"] = job;
        labels["instance"] = instance;
        ask("up" + selectorOf(labels) + "[10m]", &Question::spaced);
    }
}

void Question::spaced(const base::Result<Answer> &answer)
{
    if (answer) {
        for (const Series &series : answer->series) {
            const std::string job = labelOf(series.labels, "job");
            if (const auto spacing = spacingOf(series); spacing && !job.empty() && !m_capabilities.interval(job))
                m_capabilities.setInterval(job, *spacing);
        }
    }
    one();
}

void Question::one()
{
    if (--m_outstanding > 0)
        return;
    if (!m_hasAskedSpacings)
        askSpacings();
    if (m_outstanding == 0)
        finish(std::move(m_capabilities));
}

void Question::finish(base::Result<Capabilities> result)
{
    const auto self = shared_from_this();
    m_token->finish([&] { m_done(std::move(result)); });
    m_done = {};
}

} // namespace

std::string selectorOf(const Labels &labels)
{
    return '{' + matchersOf(labels) + '}';
}

std::string countQuery(const std::vector<std::string> &metrics, const Labels &scope)
{
    return std::string("count ") + grouping + " (" + anyOf(metrics, scope) + ')';
}

/// The largest of a container's metrics are those of cgroups that are no container's: these have no labels that tell anything.
std::string sampleQuery(const std::vector<std::string> &metrics, const Labels &scope)
{
    const std::string top = std::string("topk ") + grouping + " (1, ";
    std::vector<std::string> others = metrics;
    const auto [from, end] = std::ranges::stable_partition(others, [](const std::string &each) { return !each.starts_with("container_"); });
    const std::vector<std::string> ofContainers(from, end);
    others.erase(from, end);
    std::string query = others.empty() ? std::string() : top + anyOf(others, scope) + ')';
    if (ofContainers.empty())
        return query;
    return query + (query.empty() ? "" : " or ") + top + anyOf(ofContainers, scope, ",container!=\"\"") + ") or " + top + anyOf(ofContainers, scope, ",container=\"\"") + ')';
}

std::optional<std::chrono::milliseconds> spacingOf(const Series &series)
{
    std::vector<std::chrono::milliseconds> distances;
    for (std::size_t i = 1; i < series.points.size(); ++i)
        distances.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(series.points[i].time - series.points[i - 1].time));
    if (distances.size() < 2)
        return std::nullopt;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::ranges::nth_element(distances, middle);
    return *middle;
}

base::Job fetchCapabilities(std::shared_ptr<PrometheusClient> client, std::vector<std::string> metrics, Labels scope, std::function<void(base::Result<Capabilities>)> done)
{
    base::Executor &executor = client->executor();
    auto question = std::make_shared<Question>(std::move(client), std::move(metrics), std::move(scope), std::move(done));
    auto [job, token] = base::Job::make([&executor, question]() mutable { executor.post([kept = std::move(question)] { kept->stop(); }); });
    executor.post([weak = std::weak_ptr(question), token = token] {
        const auto self = weak.lock();
        if (self && !token.isCancelled())
            self->start(token);
    });
    return std::move(job);
}

} // namespace metrics
