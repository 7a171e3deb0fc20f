#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/metrics/ClusterPrometheus.h"
#include "widgets/base/Page.h"

#include <array>
#include <memory>

class QPushButton;
class QStackedLayout;

namespace base {
class ClusterView;
class CutLabel;
class StateNotice;
}

namespace promql {

class FactsPane;
class QueryPane;

/// The server of the Prometheus API of a cluster: asked by a person in PromQL, and what it scrapes, evaluates and alerts of.
class PromqlPage final : public base::Page
{
    Q_OBJECT

public:
    PromqlPage(std::shared_ptr<metrics::ClusterPrometheus> server, base::ClusterView &view, QWidget *parent = nullptr);
    ~PromqlPage() override;

    base::Address address() const override;
    QString title() const override;
    QString apiCall() const override;
    std::vector<base::Command> commands() override;
    bool tryAgain() override;
    bool find() override;
    bool isSettled() const override;
    void showAgain(const base::Address &address) override;
    text::Value state() const override;
    void restore(const text::Value &state) override;

    enum class Part { Query, Targets, Rules, Alerts };
    static constexpr int Parts = 4;
    Part part() const { return m_part; }
    void setPart(Part part);
    QueryPane &query() { return *m_query; }
    FactsPane &targets() { return *m_facts[0]; }
    FactsPane &rules() { return *m_facts[1]; }
    FactsPane &alerts() { return *m_facts[2]; }
    /// What is said while no server is known.
    base::StateNotice &notice() { return *m_notice; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    void listen();
    void serverChanged();
    void tellMissing();
    void showQuery(const QString &query);
    FactsPane *factsOfPart() const;
    std::optional<metrics::PrometheusRequest> request() const;
    void runWaiting();
    void settle();
    void recolor();

    std::shared_ptr<metrics::ClusterPrometheus> m_server;
    base::EventLoopExecutor m_executor;
    Part m_part = Part::Query;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    QWidget *m_content;
    QStackedLayout *m_parts;
    QueryPane *m_query;
    std::array<FactsPane *, 3> m_facts{};
    std::array<QPushButton *, Parts> m_buttons{};
    base::CutLabel *m_source = nullptr;
    bool m_runsSoon = false;        ///< an address asked for a query before the server was known
    bool m_wasSettled = false;
};

} // namespace promql
