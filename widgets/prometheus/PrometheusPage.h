#pragma once

#include "models/metrics/ClusterPrometheus.h"
#include "widgets/base/Page.h"

#include <memory>

namespace base {
class PlainTable;
class StateNotice;
class TextLabel;
}

namespace prometheus {

class CandidatesModel;
class ServerForm;

/// Which server a cluster's metrics come from and why that one: all that were asked, with what each said, and one that a person names.
class PrometheusPage final : public base::Page
{
    Q_OBJECT

public:
    explicit PrometheusPage(std::shared_ptr<metrics::ClusterPrometheus> server, QWidget *parent = nullptr);
    ~PrometheusPage() override;

    base::Address address() const override { return {QStringLiteral("prometheus"), {}, {}, {}}; }
    QString title() const override { return tr("Prometheus server"); }
    QString apiCall() const override;
    bool tryAgain() override;
    bool isSettled() const override;

    CandidatesModel &candidates() { return *m_model; }
    ServerForm &form() { return *m_form; }
    base::StateNotice &notice() { return *m_notice; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeOwnServer();
    void serverChanged();
    void tellFound(const metrics::CandidateReport &found);
    void tellMissing();
    void tellLost(const base::Error &reason);
    void tellKeeping();
    QString gaps() const;

    std::shared_ptr<metrics::ClusterPrometheus> m_server;
    base::StateNotice *m_notice;
    CandidatesModel *m_model;
    base::PlainTable *m_table;
    base::TextLabel *m_keeping = nullptr;
    base::TextLabel *m_notKept = nullptr;
    ServerForm *m_form = nullptr;
};

} // namespace prometheus
