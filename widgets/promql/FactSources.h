#pragma once

#include "models/metrics/PrometheusClient.h"
#include "widgets/promql/FactsModel.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace promql {

/// Facts of a server that a tab shows: how they are asked for, and how their table looks.
struct FactSource
{
    using Done = std::function<void(base::Result<std::vector<Fact>>)>;

    QString name;                       ///< of the table, for those who do not see it
    QString filter;                     ///< what stands in the filter while it is empty
    QString none;                       ///< said where there is nothing
    std::string path;                   ///< of the API
    QStringList heads;
    QList<int> widths;                  ///< in characters
    QSet<int> numeric;                  ///< columns of numbers and ages
    int wide = 0;                       ///< the column that takes the room which is left
    /// Calls back on the I/O thread.
    std::function<base::Job(metrics::PrometheusClient &client, Done done)> ask;
    /// "2 of 5 are down", from the facts.
    std::function<QString(const std::vector<Fact> &facts)> summary;
};

FactSource targetSource();
FactSource ruleSource();
FactSource alertSource();

/// Each row of a table from one answer. Any thread; ages are those at that time.
std::vector<Fact> factsOf(const std::vector<metrics::ScrapeTarget> &targets, base::SystemTime now);
std::vector<Fact> factsOf(const std::vector<metrics::RuleGroup> &groups, base::SystemTime now);
std::vector<Fact> factsOf(const std::vector<metrics::ActiveAlert> &alerts, base::SystemTime now);

} // namespace promql
