#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/metrics/Catalogue.h"
#include "models/metrics/ChartLoader.h"
#include "models/metrics/SubjectFacts.h"
#include "models/text/Value.h"
#include "widgets/charts/ChartGroup.h"

#include <QBasicTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QComboBox;
class QPushButton;
class QSplitter;

namespace base {
class PlainLabel;
class StateNotice;
}
namespace charts {
class ChartGrid;
class ChartView;
}

namespace metrics {

class DoctorPanel;
class SampledBoard;
class ServerSource;
class UsageSource;

/// What a page needs of the cluster itself. Either may be missing.
struct ClusterSide
{
    /// Reads what the cluster says of the subject. It is called on the GUI thread, as the callback is.
    std::function<base::Job(base::Executor &consumer, std::function<void(SubjectFacts)> done)> readFacts = {};
    std::shared_ptr<UsageSource> samples = {};  ///< for charts where there is no server
};

/// The charts of one subject: how far back, compared with the period before or not, live while on screen; where each comes from, and what to do
/// when there is no server to ask.
class MetricsPane final : public QWidget
{
    Q_OBJECT

public:
    MetricsPane(std::shared_ptr<ServerSource> source, Subject subject, ClusterSide cluster = {}, QWidget *parent = nullptr);
    ~MetricsPane() override;

    /// What the cluster says of the subject, which queries need; asked again with it.
    void setSelection(Selection selection);
    const Subject &subject() const { return m_subject; }

    /// "1h"; unknown names are ignored.
    void setSpan(const QString &name);
    QString span() const;
    void setCompares(bool compares);
    bool compares() const;
    /// Of a pod: of one of its containers alone; empty: of all of it.
    void setContainer(const QString &container);

    bool isSettled() const;
    void refresh();
    const std::vector<charts::ChartView *> &views() const;
    void explain(std::size_t chart);
    DoctorPanel &doctor() { return *m_doctor; }
    /// Null where nothing could be sampled.
    SampledBoard *sampled() { return m_sampled; }
    charts::ChartGroup &group() { return m_group; }

    text::Value state() const;
    void restore(const text::Value &state);

Q_SIGNALS:
    void settled();
    void noticed(const QString &text);
    void spanChanged();
    /// A person wants to see or change which server is asked.
    void serverRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeBar();
    void addSampled();
    void readFacts();
    void takeFacts(const SubjectFacts &facts);
    void setEvents(std::vector<charts::Event> events);
    void followZoom();
    void sourceChanged();
    void showMissing();
    Subject shownSubject() const;
    void rebuild();
    void chartChanged(std::size_t chart);
    void showState(std::size_t chart);
    void collectEvents(std::size_t chart);
    void collectContainers();
    void spanChosen();
    void settle();

    std::shared_ptr<ServerSource> m_source;
    Subject m_subject;
    Selection m_selection;
    QString m_container;
    base::EventLoopExecutor m_executor;
    charts::ChartGroup m_group;
    ChartLoader m_loader;
    ClusterSide m_cluster;
    base::Job m_factsJob;
    base::SystemTime m_factsRead{};
    base::Job m_zoomPause;
    std::vector<charts::Event> m_restarts, m_happenings;
    std::vector<charts::Event> m_events;        ///< both
    QComboBox *m_spans = nullptr;
    QComboBox *m_containers = nullptr;
    QPushButton *m_compares = nullptr;
    base::PlainLabel *m_told = nullptr;
    base::StateNotice *m_notice;
    QSplitter *m_splitter;
    charts::ChartGrid *m_grid;
    DoctorPanel *m_doctor;
    SampledBoard *m_sampled = nullptr;
    QBasicTimer m_refresh;
    base::SystemTime m_refreshed{};
    std::size_t m_explained = 0;
    bool m_isSettled = false;
    bool m_wasShown = false;
    bool m_isSampled = false;       ///< what is shown was sampled here
    bool m_isRebuilt = false;
};

} // namespace metrics
