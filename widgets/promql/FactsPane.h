#pragma once

#include "models/base/Executor.h"
#include "widgets/promql/FactSources.h"

#include <QWidget>

#include <memory>
#include <optional>

class QStackedLayout;

namespace base {
class PlainLabel;
class PlainTable;
class SearchLine;
class StateNotice;
}

namespace promql {

/// Targets, rules or alerts of a server: what troubles stands above, and it is asked again while somebody looks.
class FactsPane final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Refresh{15};

    /// The consumer is the GUI thread's, and outlives it.
    FactsPane(base::Executor &consumer, FactSource source, QWidget *parent = nullptr);
    ~FactsPane() override;

    /// Null: nobody can be asked; what is shown stays.
    void setClient(std::shared_ptr<metrics::PrometheusClient> client);
    void refresh();
    bool isSettled() const { return m_isSettled; }
    const std::string &path() const { return m_source.path; }
    void takeFocus();

    const FactsModel &model() const { return *m_model; }
    base::PlainTable &table() { return *m_table; }
    base::SearchLine &filter() { return *m_filter; }

Q_SIGNALS:
    void openRequested(const base::Address &address);
    /// Somebody wants to see what the query gives.
    void queryRequested(const QString &query);
    void failed(const base::Error &error);
    void settled();
    void noticed(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    void take(base::Result<std::vector<Fact>> facts);
    void show(std::vector<Fact> facts);
    using QWidget::show;
    void showSummary();
    void choose(int row);
    void waitForNext();

    base::Executor &m_consumer;
    FactSource m_source;
    std::shared_ptr<metrics::PrometheusClient> m_client;
    FactsModel *m_model;
    base::PlainTable *m_table;
    base::SearchLine *m_filter = nullptr;
    base::PlainLabel *m_summary = nullptr;
    base::StateNotice *m_stale;
    base::StateNotice *m_notice;
    QStackedLayout *m_stack;
    std::vector<Fact> m_facts;
    std::optional<base::SystemTime> m_known;        ///< when they were told
    bool m_isSettled = false;
    base::Job m_asking;
    base::Job m_next;
};

} // namespace promql
