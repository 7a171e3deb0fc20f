#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/metrics/Catalogue.h"
#include "models/metrics/ChartLoader.h"
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
class ServerSource;

/// The charts of one subject: how far back, compared with the period before or not, live while on screen; where each comes from, and what to do
/// when there is no server to ask.
class MetricsPane final : public QWidget
{
    Q_OBJECT

public:
    MetricsPane(std::shared_ptr<ServerSource> source, Subject subject, QWidget *parent = nullptr);
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

    text::Value state() const;
    void restore(const text::Value &state);

Q_SIGNALS:
    void settled();
    void noticed(const QString &text);
    void spanChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeBar();
    void sourceChanged();
    void showMissing();
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
    std::vector<charts::Event> m_events;        ///< restarts
    QComboBox *m_spans = nullptr;
    QComboBox *m_containers = nullptr;
    QPushButton *m_compares = nullptr;
    base::PlainLabel *m_told = nullptr;
    base::StateNotice *m_notice;
    QSplitter *m_splitter;
    charts::ChartGrid *m_grid;
    DoctorPanel *m_doctor;
    QBasicTimer m_refresh;
    base::SystemTime m_refreshed{};
    std::size_t m_explained = 0;
    bool m_isSettled = false;
    bool m_isRebuilt = false;
};

} // namespace metrics
