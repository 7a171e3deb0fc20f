#pragma once

#include "models/metrics/PrometheusClient.h"
#include "models/promql/NamesSource.h"
#include "models/text/Value.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QPushButton;

namespace base {
class PlainLabel;
class StateNotice;
}

namespace promql {

class QueryEditor;
class ResultView;

/// A query, how far back it looks, and what the server says to it.
class QueryPane final : public QWidget
{
    Q_OBJECT

public:
    /// The consumer is the GUI thread's, and outlives it.
    explicit QueryPane(base::Executor &consumer, QWidget *parent = nullptr);
    ~QueryPane() override;

    /// Null: nobody can be asked. The source is told beside what is shown.
    void setServer(std::shared_ptr<metrics::PrometheusClient> client, const QString &source);

    void run();
    void cancel();
    bool isRunning() const;
    /// "5m"; what is no such name changes nothing.
    void setSpan(const QString &name);
    QString span() const;
    /// What was asked last; nothing before the first query.
    const std::optional<metrics::PrometheusRequest> &asked() const { return m_asked; }

    QueryEditor &editor() { return *m_editor; }
    ResultView &result() { return *m_result; }
    void takeFocus();
    text::Value state() const;
    void restore(const text::Value &state);

Q_SIGNALS:
    void changed();             ///< of what is remembered
    void asking();
    void settled();
    void failed(const base::Error &error);
    void noticed(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    void spanChosen();
    std::optional<metrics::RangeQuery> rangeOf(const std::string &expression) const;
    void take(base::Result<metrics::Answer> answer);
    void tellError(const base::Error &error);
    void tellWarnings(const metrics::Answer &answer);
    void tellOffers();
    void showRunning();

    base::Executor &m_consumer;
    std::shared_ptr<metrics::PrometheusClient> m_client;
    NamesSource m_names;
    QueryEditor *m_editor;
    QComboBox *m_spans = nullptr;
    QPushButton *m_run = nullptr;
    base::PlainLabel *m_told = nullptr;
    base::StateNotice *m_error;
    base::StateNotice *m_warnings;
    ResultView *m_result;
    std::optional<metrics::PrometheusRequest> m_asked;
    std::optional<metrics::RangeQuery> m_range;     ///< of what is asked now
    std::string m_expression;                       ///< likewise
    std::chrono::milliseconds m_took{};
    base::Job m_query;
};

} // namespace promql
