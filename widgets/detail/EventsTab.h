#pragma once

#include "models/base/EventLoopExecutor.h"
#include "widgets/base/Page.h"
#include "widgets/detail/EventsModel.h"
#include "widgets/detail/WatchedObject.h"

#include <QTimer>

#include <memory>

class QStackedLayout;
class QTableView;

namespace base {
class StateNotice;
}

namespace detail {

/// What the server still remembers to have happened to the object, live.
class EventsTab final : public base::ObjectTab
{
    Q_OBJECT

public:
    EventsTab(cluster::ConnectedCluster &cluster, std::shared_ptr<WatchedObject> object, QWidget *parent = nullptr);
    EventsTab(kube::Api &api, std::shared_ptr<WatchedObject> object, QWidget *parent = nullptr);

    bool isSettled() const override;
    QString command() const override;
    QString apiCall() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    EventsTab(std::shared_ptr<WatchedObject> object, const base::Clock &clock, QWidget *parent);
    QTableView *makeTable();
    void connectTo(kube::Api &api);
    void take();
    void update();
    void tellNothing();
    void recolor();
    void chooseColumns();

    base::EventLoopExecutor m_executor;
    std::shared_ptr<WatchedObject> m_object;
    kube::Api *m_api = nullptr;
    std::unique_ptr<LiveList> m_list;
    LiveList::Content m_content;
    EventsModel m_model;
    QTimer m_ticks;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    base::StateNotice *m_strip;
    QTableView *m_table;
};

} // namespace detail
