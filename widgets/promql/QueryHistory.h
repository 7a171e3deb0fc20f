#pragma once

#include "models/text/Value.h"

#include <QString>
#include <QStringList>

namespace promql {

/// Queries that were run, the newest last, and the way back to what was being typed.
class QueryHistory
{
public:
    static constexpr qsizetype Most = 50;
    static constexpr qsizetype Longest = 4000;      ///< longer ones are not kept

    void add(const QString &query);
    /// What stands there now is kept for the way back; null where there is nothing further.
    QString older(const QString &now);
    QString newer();

    const QStringList &queries() const { return m_queries; }
    text::Value state() const;
    void restore(const text::Value &state);

private:
    QStringList m_queries;
    qsizetype m_at = 0;         ///< behind the last: what is being typed
    QString m_typed;
};

} // namespace promql
