#include "widgets/promql/QueryHistory.h"

namespace promql {

void QueryHistory::add(const QString &query)
{
    if (query.isEmpty() || query.size() > Longest)
        return;
    m_queries.removeAll(query);
    m_queries.append(query);
    while (m_queries.size() > Most)
        m_queries.removeFirst();
    m_at = m_queries.size();
    m_typed.clear();
}

QString QueryHistory::older(const QString &now)
{
    if (m_at == m_queries.size())
        m_typed = now;
    if (m_at > 0 && m_queries[m_at - 1] == now)
        --m_at;         // it stands there already
    return m_at > 0 ? m_queries[--m_at] : QString();
}

QString QueryHistory::newer()
{
    if (m_at >= m_queries.size())
        return {};
    return ++m_at < m_queries.size() ? m_queries[m_at] : m_typed.isNull() ? QStringLiteral("") : m_typed;
}

text::Value QueryHistory::state() const
{
    text::Value list = text::Value::list();
    for (const QString &query : m_queries)
        list.items().push_back(text::Value::string(query.toStdString()));
    return list;
}

void QueryHistory::restore(const text::Value &state)
{
    m_queries.clear();
    for (const text::Value &query : state.items())
        add(QString::fromStdString(query.text()));
}

} // namespace promql
