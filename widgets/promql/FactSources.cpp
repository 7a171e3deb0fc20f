#include "widgets/promql/FactSources.h"

#include "widgets/base/PlainText.h"
#include "widgets/promql/PromqlWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace promql {

using base::Meaning;

namespace {

constexpr int lastScrapeColumn = 4, alertsColumn = 3, sinceColumn = 4;

QString valueOf(const metrics::Labels &labels, std::string_view name)
{
    const auto found = labels.find(name);
    return found == labels.end() ? QString() : QString::fromStdString(found->second);
}

QString listed(const metrics::Labels &labels)
{
    QStringList lines;
    for (const auto &[name, value] : labels)
        lines << QString::fromStdString(name + ": " + value);
    return lines.join(u'\n');
}

QString joined(const QStringList &parts)
{
    QStringList some = parts;
    some.removeAll(QString());
    return some.join(u'\n');
}

/// How bad something is, with its word.
struct State
{
    int trouble;
    Meaning meaning;
    QString word;
};

State healthOf(const metrics::ScrapeTarget &target)
{
    if (target.health == "up")
        return {0, Meaning::Ok, QCoreApplication::translate("promql", "up")};
    if (target.health == "down")
        return {2, Meaning::Error, QCoreApplication::translate("promql", "down")};
    return {1, Meaning::Unknown, QCoreApplication::translate("promql", "unknown")};
}

State stateOf(const std::string &alert)
{
    if (alert == "firing")
        return {4, Meaning::Error, QCoreApplication::translate("promql", "firing")};
    if (alert == "pending")
        return {3, Meaning::Warning, QCoreApplication::translate("promql", "pending")};
    return {1, Meaning::Ok, QCoreApplication::translate("promql", "inactive")};
}

/// A rule that cannot be evaluated alerts nobody.
State stateOf(const metrics::Rule &rule)
{
    if (rule.health == "err")
        return {5, Meaning::Error, QCoreApplication::translate("promql", "fails")};
    if (rule.type == metrics::Rule::Type::Alerting)
        return stateOf(rule.state);
    if (rule.health == "ok")
        return {0, Meaning::Ok, QCoreApplication::translate("promql", "recorded")};
    return {2, Meaning::Unknown, QCoreApplication::translate("promql", "unknown")};
}

/// The pod that was scraped; an exporter tells of others, and its labels too.
std::optional<base::Address> objectOf(const metrics::ScrapeTarget &target)
{
    const QString pod = valueOf(target.discovered, "__meta_kubernetes_pod_name"), place = valueOf(target.discovered, "__meta_kubernetes_namespace");
    if (!pod.isEmpty() && !place.isEmpty())
        return base::Address{QStringLiteral("pods"), place, pod, {}};
    if (const QString node = valueOf(target.discovered, "__meta_kubernetes_node_name"); !node.isEmpty())
        return base::Address{QStringLiteral("nodes"), {}, node, {}};
    return addressOf(target.labels);
}

/// How long ago, in seconds, for the order of the rows.
void addAge(Fact &fact, int column, const std::optional<base::SystemTime> &time, base::SystemTime now)
{
    if (time)
        fact.numbers[column] = std::chrono::duration<double>(now - *time).count();
}

Fact factOf(const State &state)
{
    return {state.trouble, state.meaning, {state.word}, {}};
}

std::size_t count(const std::vector<Fact> &facts, int trouble)
{
    return static_cast<std::size_t>(std::ranges::count(facts, trouble, &Fact::trouble));
}

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

/// What is asked, turned into rows as soon as it comes.
template<typename Answer, typename Fetch>
base::Job askWith(metrics::PrometheusClient &client, Fetch fetch, FactSource::Done done)
{
    return (client.*fetch)([now = client.now(), done = std::move(done)](base::Result<std::vector<Answer>> answer) {
        done(answer ? base::Result<std::vector<Fact>>(factsOf(*answer, now)) : base::Result<std::vector<Fact>>(answer.error()));
    });
}

} // namespace

std::vector<Fact> factsOf(const std::vector<metrics::ScrapeTarget> &targets, base::SystemTime now)
{
    std::vector<Fact> facts;
    for (const metrics::ScrapeTarget &target : targets) {
        Fact fact = factOf(healthOf(target));
        fact.object = objectOf(target);
        const QString job = valueOf(target.labels, "job"), pool = QString::fromStdString(target.pool);
        fact.cells << (job.isEmpty() ? pool : job) << QString::fromStdString(target.url) << objectText(fact.object) << ageText(target.lastScrape, now)
                   << QString::fromStdString(target.lastError);
        addAge(fact, lastScrapeColumn, target.lastScrape, now);
        fact.details = joined({QString::fromStdString(target.lastError), QString::fromStdString(target.url), pool, listed(target.labels)});
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<Fact> factsOf(const std::vector<metrics::RuleGroup> &groups, base::SystemTime)
{
    std::vector<Fact> facts;
    for (const metrics::RuleGroup &group : groups) {
        for (const metrics::Rule &rule : group.rules) {
            Fact fact = factOf(stateOf(rule));
            fact.query = QString::fromStdString(rule.query);
            fact.cells << QString::fromStdString(rule.name) << QString::fromStdString(group.name) << (rule.alerts.empty() ? QString() : numberText(rule.alerts.size()))
                       << (rule.lastError.empty() ? fact.query.simplified() : QString::fromStdString(rule.lastError));
            if (!rule.alerts.empty())
                fact.numbers[alertsColumn] = static_cast<double>(rule.alerts.size());
            fact.details = joined({QString::fromStdString(rule.lastError), fact.query, listed(rule.labels), listed(rule.annotations), QString::fromStdString(group.file)});
            facts.push_back(std::move(fact));
        }
    }
    return facts;
}

std::vector<Fact> factsOf(const std::vector<metrics::ActiveAlert> &alerts, base::SystemTime now)
{
    std::vector<Fact> facts;
    for (const metrics::ActiveAlert &alert : alerts) {
        Fact fact = factOf(stateOf(alert.state));
        fact.object = addressOf(alert.labels);
        QString words = valueOf(alert.annotations, "summary");
        if (words.isEmpty())
            words = valueOf(alert.annotations, "description");
        if (words.isEmpty())
            words = valueOf(alert.annotations, "message");
        fact.cells << valueOf(alert.labels, "alertname") << valueOf(alert.labels, "severity") << objectText(fact.object) << ageText(alert.since, now) << words;
        addAge(fact, sinceColumn, alert.since, now);
        fact.details = joined({listed(alert.annotations), listed(alert.labels), QString::fromStdString(alert.value)});
        facts.push_back(std::move(fact));
    }
    return facts;
}

FactSource targetSource()
{
    return {QCoreApplication::translate("promql", "Scrape targets"), QCoreApplication::translate("promql", "Filter by job, address, label or error"),
            QCoreApplication::translate("promql", "The server scrapes nothing."), "/api/v1/targets",
            {QCoreApplication::translate("promql", "State"), QCoreApplication::translate("promql", "Job"), QCoreApplication::translate("promql", "Address"), QCoreApplication::translate("promql", "Object"),
             QCoreApplication::translate("promql", "Last scrape"), QCoreApplication::translate("promql", "Error")},
            {10, 22, 40, 36, 12, 30}, {lastScrapeColumn}, 5,
            [](metrics::PrometheusClient &client, FactSource::Done done) { return askWith<metrics::ScrapeTarget>(client, &metrics::PrometheusClient::fetchTargets, std::move(done)); },
            [](const std::vector<Fact> &facts) { return QCoreApplication::translate("promql", "%1 targets, %2 down").arg(numberText(facts.size()), numberText(count(facts, 2))); }};
}

FactSource ruleSource()
{
    return {QCoreApplication::translate("promql", "Rules"), QCoreApplication::translate("promql", "Filter by name, group, query or error"),
            QCoreApplication::translate("promql", "The server has no rules."), "/api/v1/rules",
            {QCoreApplication::translate("promql", "State"), QCoreApplication::translate("promql", "Name"), QCoreApplication::translate("promql", "Group"), QCoreApplication::translate("promql", "Alerts"),
             QCoreApplication::translate("promql", "Query or error")},
            {11, 38, 28, 8, 60}, {alertsColumn}, 4,
            [](metrics::PrometheusClient &client, FactSource::Done done) { return askWith<metrics::RuleGroup>(client, &metrics::PrometheusClient::fetchRules, std::move(done)); },
            [](const std::vector<Fact> &facts) {
                return QCoreApplication::translate("promql", "%1 rules, %2 fail, %3 fire").arg(numberText(facts.size()), numberText(count(facts, 5)), numberText(count(facts, 4)));
            }};
}

FactSource alertSource()
{
    return {QCoreApplication::translate("promql", "Alerts"), QCoreApplication::translate("promql", "Filter by name, label, object or text"),
            QCoreApplication::translate("promql", "No alert is firing or pending."), "/api/v1/alerts",
            {QCoreApplication::translate("promql", "State"), QCoreApplication::translate("promql", "Alert"), QCoreApplication::translate("promql", "Severity"), QCoreApplication::translate("promql", "Object"),
             QCoreApplication::translate("promql", "Since"), QCoreApplication::translate("promql", "Summary")},
            {10, 30, 10, 38, 8, 50}, {sinceColumn}, 5,
            [](metrics::PrometheusClient &client, FactSource::Done done) { return askWith<metrics::ActiveAlert>(client, &metrics::PrometheusClient::fetchAlerts, std::move(done)); },
            [](const std::vector<Fact> &facts) {
                return QCoreApplication::translate("promql", "%1 firing, %2 pending").arg(numberText(count(facts, 4)), numberText(count(facts, 3)));
            }};
}

} // namespace promql
