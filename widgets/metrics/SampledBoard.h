#pragma once

#include "models/charts/Chart.h"
#include "models/metrics/SampledCharts.h"
#include "models/metrics/SubjectFacts.h"
#include "widgets/charts/ChartGroup.h"
#include "widgets/metrics/MetricsWords.h"

#include <QWidget>

#include <chrono>
#include <memory>
#include <vector>

namespace base {
class StateNotice;
}
namespace charts {
class ChartGrid;
class ChartView;
}
class QSplitter;

namespace metrics {

class DoctorPanel;
class UsageSource;

/// Charts for clusters without a server to ask: what this program sampled itself since somebody looked, named as such.
class SampledBoard final : public QWidget
{
    Q_OBJECT

public:
    /// source: of a subject that can be sampled.
    SampledBoard(std::shared_ptr<UsageSource> source, Subject subject, QWidget *parent = nullptr);
    ~SampledBoard() override;

    /// Samples are taken as long as this is so, whether or not it is on screen: nobody else keeps them.
    void setSampling(bool isSampling);
    void setFacts(const SubjectFacts &facts);
    void setLongest(std::chrono::milliseconds longest);
    /// Why there is no server.
    void setWhy(const Explanation &why);
    /// Takes a sample now.
    void refresh();

    bool isSettled() const;
    const std::vector<charts::ChartView *> &views() const;
    /// "metrics.k8s.io"; empty before the first sample.
    QString rungName() const;
    DoctorPanel &doctor() { return *m_doctor; }

Q_SIGNALS:
    void lookAgainRequested();
    void noticed(const QString &text);
    void settled();
    /// rungName() is another.
    void sourceChanged();

private:
    void draw();
    void drawCharts();
    void makeViews(const std::vector<SampledChart> &charts);
    void tellState(const std::vector<SampledChart> &charts);
    void tellNothing();
    QString sinceText(const std::vector<SampledChart> &charts) const;
    void explain();
    void copyCommands();

    std::shared_ptr<UsageSource> m_source;
    SampledView m_view;
    Measured m_measured;
    std::chrono::milliseconds m_longest{std::chrono::hours(1)};
    Explanation m_why;
    std::vector<charts::Event> m_events;
    charts::ChartGroup m_group;
    base::StateNotice *m_strip;
    base::StateNotice *m_nothing;
    QSplitter *m_splitter;
    charts::ChartGrid *m_grid;
    DoctorPanel *m_doctor;
};

} // namespace metrics
