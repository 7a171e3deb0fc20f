#pragma once

#include "widgets/base/Page.h"
#include "widgets/metrics/MetricsPane.h"

namespace metrics {

/// The charts of a whole cluster. Its address names how far back: "metrics#range:24h".
class MetricsPage final : public base::Page
{
    Q_OBJECT

public:
    explicit MetricsPage(std::shared_ptr<ServerSource> source, ClusterSide cluster = {}, QWidget *parent = nullptr);

    base::Address address() const override;
    QString title() const override { return tr("Metrics"); }
    QString command() const override { return QStringLiteral("kubectl top nodes"); }
    bool isSettled() const override { return m_pane->isSettled(); }
    bool tryAgain() override;
    void showAgain(const base::Address &address) override;
    text::Value state() const override { return m_pane->state(); }
    void restore(const text::Value &state) override { m_pane->restore(state); }

    MetricsPane &pane() { return *m_pane; }

private:
    MetricsPane *m_pane;
};

/// The charts of one object, as a tab of its page: "pods/team-a/web-0#metrics:range:24h".
class MetricsTab final : public base::ObjectTab
{
    Q_OBJECT

public:
    MetricsTab(std::shared_ptr<ServerSource> source, Subject subject, ClusterSide cluster = {}, QWidget *parent = nullptr);

    QString command() const override;
    bool isSettled() const override { return m_pane->isSettled(); }
    QString part() const override;
    void showPart(const QString &part) override;

    MetricsPane &pane() { return *m_pane; }

private:
    MetricsPane *m_pane;
};

} // namespace metrics
